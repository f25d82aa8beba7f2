package org.quadrille.etl.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the parameter files of this package: UTF-8, one entry a line, fields separated by {@code
 * |}, lists inside a field by {@code ;}, lines that begin with {@code #} are comments.
 */
final class ParameterList {
  private ParameterList() {}

  /** The entries of a resource file, each a list of its fields. */
  static List<List<String>> read(String resource) {
    InputStream stream = ParameterList.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("resource not found: " + resource);
    }
    List<List<String>> entries = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          entries.add(List.of(line.split("\\|", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(entries);
  }

  /** A file that is one list of names. */
  static List<Name> names(String resource) {
    return read(resource).stream().map(fields -> Name.parse(fields.get(0))).toList();
  }

  /** A field that is a list of names. */
  static List<Name> nameList(String field) {
    return Stream.of(field.split(";", -1)).map(Name::parse).toList();
  }

  /** A field that is a list of numbers separated by blanks. */
  static List<Double> numbers(String field) {
    return Stream.of(field.split(" ", -1)).map(Double::valueOf).toList();
  }
}
