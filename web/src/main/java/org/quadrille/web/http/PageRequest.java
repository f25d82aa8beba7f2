package org.quadrille.web.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a browser asks for.
 *
 * @param method such as GET, in capitals
 * @param path decoded, starting with a slash, without the query
 * @param query decoded parameters in the order of the address
 * @param form decoded fields of a form that was sent, empty for reading requests
 * @param headers by name without regard to case
 * @param cookies by name
 * @param role role of the schema that the user acts under, null for all rights
 */
public record PageRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> form,
    Map<String, String> headers,
    Map<String, String> cookies,
    @Nullable String role) {
  public PageRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    query = copy(query);
    form = copy(form);
    Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.putAll(headers);
    headers = Collections.unmodifiableMap(caseless);
    cookies = Map.copyOf(cookies);
  }

  /** A request without a form. */
  public PageRequest(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      Map<String, String> cookies,
      @Nullable String role) {
    this(method, path, query, Map.of(), headers, cookies, role);
  }

  /** The first value of a field of the form, null where it is missing or blank. */
  public @Nullable String field(String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
  }

  /** All values of a field of the form that are not blank. */
  public List<String> fields(String name) {
    return form.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The first value of a query parameter, null where it is missing or blank. */
  public @Nullable String parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
  }

  /** All values of a query parameter that are not blank. */
  public List<String> parameters(String name) {
    return query.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The same with one value of a query parameter. */
  public PageRequest withParameter(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    changed.put(name, List.of(value));
    return new PageRequest(method, path, changed, form, headers, cookies, role);
  }

  /** A header, empty where it is missing. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Whether it asks for reading only. */
  public boolean reads() {
    String upper = method.toUpperCase(Locale.ROOT);
    return upper.equals("GET") || upper.equals("HEAD");
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> query) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    query.forEach((name, values) -> copy.put(name, List.copyOf(new ArrayList<>(values))));
    return Collections.unmodifiableMap(copy);
  }
}
