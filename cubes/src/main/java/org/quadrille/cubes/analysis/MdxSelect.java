package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.result.ResultMember;

/**
 * Writes a query of one or two axes. Sets and members are given as MDX; names that people type must
 * have been looked up in the cube before.
 *
 * @param with definitions without the word WITH
 * @param columns set of the first axis
 * @param rows set of the second axis with its NON EMPTY, empty for none
 * @param slicer members of different hierarchies
 */
record MdxSelect(String cube, List<String> with, String columns, String rows, List<String> slicer) {
  MdxSelect {
    Objects.requireNonNull(cube, "cube");
    with = List.copyOf(with);
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(rows, "rows");
    slicer = List.copyOf(slicer);
  }

  /** A query of columns only. */
  static MdxSelect of(String cube, String columns) {
    return new MdxSelect(cube, List.of(), columns, "", List.of());
  }

  MdxSelect rows(String set) {
    return new MdxSelect(cube, with, columns, set, slicer);
  }

  MdxSelect with(List<String> definitions) {
    List<String> all = new ArrayList<>(with);
    all.addAll(definitions);
    return new MdxSelect(cube, all, columns, rows, slicer);
  }

  MdxSelect where(Collection<String> members) {
    List<String> all = new ArrayList<>(slicer);
    all.addAll(members);
    return new MdxSelect(cube, with, columns, rows, all);
  }

  /** The query as text. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (!with.isEmpty()) {
      text.append("WITH ").append(String.join("\n     ", with)).append('\n');
    }
    text.append("SELECT ").append(columns).append(" ON COLUMNS");
    if (!rows.isEmpty()) {
      text.append(",\n       ").append(rows).append(" ON ROWS");
    }
    text.append("\nFROM ").append(quote(cube));
    if (!slicer.isEmpty()) {
      text.append("\nWHERE (").append(String.join(", ", slicer)).append(')');
    }
    return text.toString();
  }

  /** A name in brackets. */
  static String quote(String name) {
    return "[" + name.replace("]", "]]") + "]";
  }

  /** A set of members. */
  static String set(Collection<String> members) {
    return "{" + String.join(", ", members) + "}";
  }

  /** A set of all combinations. */
  static String cross(String first, String second) {
    return "Crossjoin(" + first + ", " + second + ")";
  }

  static List<String> names(Collection<ResultMember> members) {
    return members.stream().map(ResultMember::uniqueName).toList();
  }
}
