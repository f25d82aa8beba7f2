package org.quadrille.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The address of a page with its parameters in order. Immutable. */
public final class Address {
  private final String path;
  private final Map<String, List<String>> parameters;

  private Address(String path, Map<String, List<String>> parameters) {
    this.path = Objects.requireNonNull(path, "path");
    this.parameters = parameters;
  }

  /** An address without parameters. */
  public static Address of(String path) {
    return new Address(path, Map.of());
  }

  /** An address with parameters. */
  public static Address of(String path, Map<String, List<String>> parameters) {
    return new Address(path, Collections.unmodifiableMap(new LinkedHashMap<>(parameters)));
  }

  /** The parameters, decoded. */
  public Map<String, List<String>> parameters() {
    return parameters;
  }

  /** The same parameters at another path. */
  public Address at(String otherPath) {
    return new Address(otherPath, parameters);
  }

  /** The same with one value of a parameter; without it for null. */
  public Address with(String name, @Nullable String value) {
    return withAll(name, value == null ? List.of() : List.of(value));
  }

  /** The same with these values of a parameter. */
  public Address withAll(String name, List<String> values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    if (values.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.copyOf(values));
    }
    return of(path, changed);
  }

  /** The same without some parameters. */
  public Address without(String... names) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    for (String name : names) {
      changed.remove(name);
    }
    return of(path, changed);
  }

  /** The same with these parameters only. */
  public Address only(String... names) {
    Map<String, List<String>> kept = new LinkedHashMap<>(parameters);
    kept.keySet().retainAll(List.of(names));
    return of(path, kept);
  }

  /** The address as it stands in a link. */
  @Override
  public String toString() {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("%5B", "[")
        .replace("%5D", "]")
        .replace("%2C", ",");
  }
}
