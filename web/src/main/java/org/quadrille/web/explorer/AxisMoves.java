package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.web.explorer.AxisField.Level;

/** Moves hierarchies, levels and measures between rows, columns and filters. */
final class AxisMoves {
  private final CubeFields cube;

  AxisMoves(CubeFields cube) {
    this.cube = Objects.requireNonNull(cube, "cube");
  }

  /** Puts a hierarchy, level or measure at the end of an axis or among the filters. */
  PivotState add(PivotState state, String place, String name) {
    return move(state, place, Integer.MAX_VALUE, name);
  }

  /**
   * Puts a hierarchy, level or measure at a place; what it was restricted to goes with it.
   *
   * @param place {@code rows}, {@code cols}, {@code filter} or {@code measures}
   * @param index from 0; larger ones mean the end
   */
  PivotState move(PivotState state, String place, int index, String name) {
    if (cube.isMeasure(name)) {
      return moveMeasure(state, place, index, name);
    }
    AxisField known = state.field(name);
    String hierarchy = known != null ? name : hierarchyOf(name);
    AxisField present = state.field(hierarchy);
    MemberFilter filter = filterOf(state, hierarchy);
    PivotState without = remove(state, hierarchy);
    if (place.equals("filter")) {
      List<MemberFilter> filters = new ArrayList<>(without.filters());
      filters.add(Math.min(Math.max(index, 0), filters.size()), filter(hierarchy, present, filter));
      return without.withFilters(filters);
    }
    AxisField field = present != null ? present : field(hierarchy, filter);
    if (!name.equals(hierarchy)) {
      field = field.from(new Level(name));
    }
    boolean rows = place.equals("rows");
    if (!rows && !place.equals("cols")) {
      throw new IllegalArgumentException(name + " cannot be put on " + place);
    }
    List<AxisField> fields = new ArrayList<>(rows ? without.rows() : without.columns());
    fields.add(Math.min(Math.max(index, 0), fields.size()), field);
    return rows ? without.withRows(fields) : without.withColumns(fields);
  }

  private String hierarchyOf(String name) {
    if (cube.level(name).isPresent()) {
      return cube.hierarchyOf(name).map(HierarchyInfo::uniqueName).orElse(name);
    }
    return cube.hierarchy(name).uniqueName();
  }

  private static @Nullable MemberFilter filterOf(PivotState state, String hierarchy) {
    return state.filters().stream()
        .filter(filter -> filter.hierarchy().equals(hierarchy))
        .findFirst()
        .orElse(null);
  }

  private AxisField field(String hierarchy, @Nullable MemberFilter filter) {
    AxisField.Base start = cube.start(cube.hierarchy(hierarchy));
    if (filter == null || isAll(filter)) {
      return AxisField.of(hierarchy, start);
    }
    return filter.except()
        ? AxisField.of(hierarchy, start).withHidden(filter.members())
        : AxisField.of(hierarchy, new AxisField.Members(filter.members()));
  }

  private boolean isAll(MemberFilter filter) {
    String all = cube.hierarchy(filter.hierarchy()).allMember();
    return filter.members().size() == 1 && filter.members().get(0).equals(all);
  }

  private MemberFilter filter(
      String hierarchy, @Nullable AxisField field, @Nullable MemberFilter filter) {
    if (filter != null) {
      return filter;
    }
    if (field != null && field.base() instanceof AxisField.Members members) {
      return new MemberFilter(hierarchy, members.members(), false);
    }
    if (field != null && field.base() instanceof AxisField.Children children) {
      return new MemberFilter(hierarchy, List.of(children.member()), false);
    }
    if (field != null && !field.hidden().isEmpty()) {
      return new MemberFilter(hierarchy, field.hidden(), true);
    }
    HierarchyInfo info = cube.hierarchy(hierarchy);
    String all = info.allMember() != null ? info.allMember() : info.defaultMember();
    return new MemberFilter(hierarchy, List.of(all), false);
  }

  private static PivotState moveMeasure(PivotState state, String place, int index, String name) {
    List<String> names = new ArrayList<>(state.measures());
    names.remove(name);
    names.add(Math.min(Math.max(index, 0), names.size()), name);
    boolean onRows =
        switch (place) {
          case "rows" -> true;
          case "cols" -> false;
          default -> state.measuresOnRows();
        };
    return state.withMeasures(names, onRows);
  }

  /** Takes a hierarchy or measure away, wherever it is. */
  PivotState remove(PivotState state, String name) {
    PivotState without = drop(state, name);
    without =
        without.withFilters(
            state.filters().stream().filter(f -> !f.hierarchy().equals(name)).toList());
    return without.withMeasures(
        state.measures().stream().filter(m -> !m.equals(name)).toList(), state.measuresOnRows());
  }

  /** Takes a hierarchy off its axis. */
  PivotState drop(PivotState state, String hierarchy) {
    return state
        .withRows(state.rows().stream().filter(f -> !f.hierarchy().equals(hierarchy)).toList())
        .withColumns(
            state.columns().stream().filter(f -> !f.hierarchy().equals(hierarchy)).toList());
  }

  /** Puts one field in the place of another. */
  PivotState replace(PivotState state, AxisField old, AxisField successor) {
    return state
        .withRows(state.rows().stream().map(f -> f.equals(old) ? successor : f).toList())
        .withColumns(state.columns().stream().map(f -> f.equals(old) ? successor : f).toList());
  }

  /** Moves a field to the filters, restricted to a member. */
  PivotState filter(PivotState state, AxisField field, String member) {
    List<MemberFilter> filters = new ArrayList<>(state.filters());
    filters.add(new MemberFilter(field.hierarchy(), List.of(member), false));
    return drop(state, field.hierarchy()).withFilters(filters);
  }

  /** Takes one member out of a filter, the filter itself with its last. */
  PivotState unfilter(PivotState state, String hierarchy, String member) {
    List<MemberFilter> filters = new ArrayList<>();
    for (MemberFilter filter : state.filters()) {
      if (!filter.hierarchy().equals(hierarchy)) {
        filters.add(filter);
        continue;
      }
      List<String> left = filter.members().stream().filter(m -> !m.equals(member)).toList();
      if (!left.isEmpty()) {
        filters.add(new MemberFilter(hierarchy, left, filter.except()));
      }
    }
    return state.withFilters(filters);
  }
}
