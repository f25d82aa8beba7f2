package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.text.Language;

/** The queries of a state: its grid, and the facts behind a cell. */
final class PivotMdx {
  private final PivotState state;
  private final CubeFields cube;
  private final PivotSets sets;

  PivotMdx(PivotState state, CubeFields cube, Language language) {
    this.state = Objects.requireNonNull(state, "state");
    this.cube = Objects.requireNonNull(cube, "cube");
    this.sets = new PivotSets(state, cube, language);
  }

  /** The query of the grid: columns, and rows where there are any. */
  String grid() {
    String measures = "{" + String.join(", ", state.measures()) + "}";
    String columns = sets.axis(state.columns(), false);
    String rows = sets.axis(state.rows(), true);
    if (state.measuresAreOnRows()) {
      rows = cross(rows, measures);
    } else {
      columns = cross(columns, measures);
    }
    String nonEmpty = state.empties() ? "" : "NON EMPTY ";
    StringBuilder text = new StringBuilder();
    String from = from();
    List<String> definitions = sets.definitions();
    if (!definitions.isEmpty()) {
      text.append("WITH ").append(String.join("\n     ", definitions)).append('\n');
    }
    text.append("SELECT ").append(nonEmpty).append(columns).append(" ON COLUMNS");
    if (!rows.isEmpty()) {
      text.append(",\n       ").append(nonEmpty).append(rows).append(" ON ROWS");
    }
    return text.append("\nFROM ").append(from).toString();
  }

  private static String cross(String set, String measures) {
    return set.isEmpty() ? measures : "Crossjoin(" + set + ", " + measures + ")";
  }

  /** The cube, restricted, and the slicer. */
  private String from() {
    Set<String> onAxes = new HashSet<>();
    state.rows().forEach(field -> onAxes.add(field.hierarchy()));
    state.columns().forEach(field -> onAxes.add(field.hierarchy()));
    state.filters().forEach(filter -> onAxes.add(filter.hierarchy()));
    List<String> visible = new ArrayList<>();
    List<String> slicer = new ArrayList<>();
    for (String member : state.within()) {
      boolean used =
          cube.hierarchyOf(member).filter(h -> onAxes.contains(h.uniqueName())).isPresent();
      (used ? visible : slicer).add(member);
    }
    return cube(visible) + where(slicer);
  }

  private String cube(List<String> visible) {
    String name = UniqueName.quote(cube.cube().name());
    if (visible.isEmpty()) {
      return name;
    }
    List<String> axes = new ArrayList<>();
    for (String member : visible) {
      axes.add("{" + member + "} ON " + axes.size());
    }
    return "(SELECT " + String.join(", ", axes) + " FROM " + name + ")";
  }

  private String where(List<String> members) {
    List<String> parts = new ArrayList<>(members);
    boolean single = true;
    for (MemberFilter filter : state.filters()) {
      single &= !filter.except() && filter.members().size() == 1;
      parts.add(filter(filter));
    }
    if (parts.isEmpty()) {
      return "";
    }
    return "\nWHERE (" + String.join(single ? ", " : " * ", single ? parts : sets(parts)) + ")";
  }

  private static List<String> sets(List<String> parts) {
    return parts.stream().map(part -> UniqueName.is(part) ? "{" + part + "}" : part).toList();
  }

  private static String filter(MemberFilter filter) {
    String all = "{" + String.join(", ", filter.members()) + "}";
    if (filter.except()) {
      return "Except(" + filter.members().get(0) + ".Level.Members, " + all + ")";
    }
    return filter.members().size() == 1 ? filter.members().get(0) : all;
  }

  /**
   * The facts behind a cell: a total stands for the members that it covers.
   *
   * @param tuple members of the cell, the measure among them
   * @param from first row, from 1
   * @param count at most so many rows
   */
  String facts(List<String> tuple, int from, int count) {
    List<String> parts = new ArrayList<>();
    for (String member : tuple) {
      parts.add(member.endsWith("." + PivotSets.TOTAL) ? covered(member, tuple) : member);
    }
    Set<String> onAxes = new HashSet<>();
    state.rows().forEach(field -> onAxes.add(field.hierarchy()));
    state.columns().forEach(field -> onAxes.add(field.hierarchy()));
    List<String> visible = new ArrayList<>();
    for (String member : state.within()) {
      boolean used =
          cube.hierarchyOf(member).filter(h -> onAxes.contains(h.uniqueName())).isPresent();
      boolean filtered =
          state.filters().stream().anyMatch(f -> UniqueName.isOf(member, f.hierarchy()));
      if (used || filtered) {
        visible.add(member);
      } else {
        parts.add(member);
      }
    }
    state.filters().forEach(filter -> parts.add(filter(filter)));
    List<String> definitions = sets.definitions();
    return "DRILLTHROUGH MAXROWS %d FIRSTROWSET %d%s SELECT FROM %s\nWHERE (%s)"
        .formatted(
            count,
            from,
            definitions.isEmpty() ? "" : " WITH " + String.join("\n     ", definitions),
            cube(visible),
            String.join(" * ", sets(parts)));
  }

  private String covered(String total, List<String> tuple) {
    String hierarchy = total.substring(0, total.length() - PivotSets.TOTAL.length() - 1);
    AxisField field = state.field(hierarchy);
    if (field == null) {
      throw new UnknownNameException(total + " is no total of what is shown");
    }
    List<AxisField> axis = state.rows().contains(field) ? state.rows() : state.columns();
    List<String> outer =
        tuple.stream()
            .filter(
                name ->
                    axis.subList(0, axis.indexOf(field)).stream()
                        .anyMatch(f -> UniqueName.isOf(name, f.hierarchy())))
            .toList();
    return sets.base(field, outer);
  }
}
