package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.explorer.AxisField.Children;
import org.quadrille.web.explorer.AxisField.Level;
import org.quadrille.web.explorer.AxisField.Members;
import org.quadrille.web.explorer.PivotState.ChartKind;
import org.quadrille.web.explorer.PivotState.Sort;

/**
 * What a gesture makes of a state. A gesture is a text such as {@code move|rows|0|[Product]}: a
 * verb and its objects with bars between them. Every button of the explorer sends one.
 */
final class PivotActions {
  private final CubeFields cube;
  private final AxisMoves moves;
  private final Navigator navigator;

  /** What gestures need to know about the grid and the members. */
  interface Navigator {
    /** The parent of a member, null at the top. */
    @Nullable String parent(String member);

    /** The unique name of a member's level. */
    String level(String member);

    /** The grid of a state. */
    PivotGrid grid(PivotState state);
  }

  PivotActions(CubeFields cube, Navigator navigator) {
    this.cube = Objects.requireNonNull(cube, "cube");
    this.moves = new AxisMoves(cube);
    this.navigator = Objects.requireNonNull(navigator, "navigator");
  }

  /**
   * The state after a gesture.
   *
   * @throws IllegalArgumentException if there is no such gesture
   * @throws UnknownNameException if it names what is not there
   */
  PivotState apply(PivotState state, String gesture) {
    List<String> words = UniqueName.split(gesture, '|');
    return change(state, words.get(0), words.subList(1, words.size())).tidy();
  }

  private PivotState change(PivotState state, String verb, List<String> words) {
    return switch (verb) {
      case "add" -> moves.add(state, word(words, 0), word(words, 1));
      case "move" ->
          moves.move(state, word(words, 0), PivotText.whole(word(words, 1)), word(words, 2));
      case "remove" -> moves.remove(state, word(words, 0));
      case "swap" -> swap(state);
      case "measure" -> measure(state, word(words, 0));
      case "measures" -> state.withMeasures(state.measures(), word(words, 0).equals("rows"));
      case "empties" -> state.withEmpties(!state.empties());
      case "chart" -> state.withChart(chart(word(words, 0)));
      case "sort" -> sort(state, word(words, 0));
      case "totals" -> totals(state, word(words, 0).equals("show"));
      case "cell" -> cell(state, PivotText.whole(word(words, 0)), PivotText.whole(word(words, 1)));
      case "no-cell" -> state.withCell(List.of());
      case "unfilter" -> moves.unfilter(state, word(words, 0), word(words, 1));
      default -> field(state, verb, words);
    };
  }

  private PivotState field(PivotState state, String verb, List<String> words) {
    AxisField field = state.field(word(words, 0));
    if (field == null) {
      throw new UnknownNameException(word(words, 0) + " is on no axis");
    }
    String second = words.size() > 1 ? words.get(1) : "";
    return switch (verb) {
      case "open" -> moves.replace(state, field, field.toggled(second));
      case "close-all" -> moves.replace(state, field, field.withOpen(List.of()));
      case "level" -> moves.replace(state, field, field.from(new Level(second)));
      case "into" -> moves.replace(state, field, field.from(new Children(second)));
      case "up" -> moves.replace(state, field, field.from(above(field)));
      case "all" -> moves.replace(state, field, everything(field));
      case "keep" -> moves.replace(state, field, field.from(new Members(List.of(second))));
      case "hide" -> moves.replace(state, field, hide(field, second));
      case "total" -> moves.replace(state, field, field.withTotal(!field.total()));
      case "unlimit" ->
          moves.replace(state, field, field.withLimit(null).withCondition(null).withSearch(""));
      case "across" -> across(state, field, second, word(words, 2));
      case "filter" -> moves.filter(state, field, second);
      default -> throw new IllegalArgumentException("there is no gesture " + verb);
    };
  }

  private static String word(List<String> words, int index) {
    if (index >= words.size()) {
      throw new IllegalArgumentException("the gesture lacks something: " + words);
    }
    return words.get(index);
  }

  private static ChartKind chart(String code) {
    for (ChartKind kind : ChartKind.values()) {
      if (kind.name().equalsIgnoreCase(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no chart " + code);
  }

  private static PivotState swap(PivotState state) {
    return state
        .withRows(List.of())
        .withColumns(state.rows())
        .withRows(state.columns())
        .withSort(null);
  }

  private PivotState measure(PivotState state, String name) {
    cube.measure(name);
    List<String> names = new ArrayList<>(state.measures());
    if (!names.remove(name)) {
      names.add(name);
    }
    return state.withMeasures(names, state.measuresOnRows());
  }

  private static PivotState totals(PivotState state, boolean shown) {
    return state
        .withRows(state.rows().stream().map(field -> field.withTotal(shown)).toList())
        .withColumns(state.columns().stream().map(field -> field.withTotal(shown)).toList());
  }

  /** A column by its number, or the label: falling, then rising, then as it was. */
  private PivotState sort(PivotState state, String by) {
    if (by.equals("none")) {
      return state.withSort(null);
    }
    List<String> key =
        by.equals("label")
            ? List.of()
            : navigator.grid(state).column(PivotText.whole(by)).stream()
                .map(member -> member.uniqueName())
                .toList();
    if (!key.isEmpty() && state.measuresAreOnRows()) {
      key = new ArrayList<>(key);
      key.add(state.measures().get(0));
    }
    Sort now = state.sort();
    boolean first = !key.isEmpty();
    if (now == null || !now.key().equals(key)) {
      return state.withSort(new Sort(first, key));
    }
    return state.withSort(now.descending() == first ? new Sort(!first, key) : null);
  }

  private PivotState cell(PivotState state, int row, int column) {
    PivotGrid grid = navigator.grid(state);
    if (row < 0 || row >= grid.rowCount() || column < 0 || column >= grid.columnCount()) {
      throw new UnknownNameException("the grid has no cell " + row + ", " + column);
    }
    List<String> tuple = new ArrayList<>();
    grid.row(row).forEach(member -> tuple.add(member.uniqueName()));
    grid.column(column).forEach(member -> tuple.add(member.uniqueName()));
    return state.withCell(tuple);
  }

  /** One level up from where a field starts. */
  private AxisField.Base above(AxisField field) {
    HierarchyInfo hierarchy = cube.hierarchy(field.hierarchy());
    List<LevelInfo> levels = CubeFields.levels(hierarchy);
    if (field.base() instanceof Level level) {
      for (int i = 1; i < levels.size(); i++) {
        if (levels.get(i).uniqueName().equals(level.level())) {
          return new Level(levels.get(i - 1).uniqueName());
        }
      }
      return field.base();
    }
    String member =
        field.base() instanceof Children children
            ? children.member()
            : ((Members) field.base()).members().get(0);
    String parent = navigator.parent(member);
    boolean top = parent == null || parent.equals(hierarchy.allMember());
    return top ? cube.start(hierarchy) : new Children(parent);
  }

  private AxisField everything(AxisField field) {
    return AxisField.of(field.hierarchy(), cube.start(cube.hierarchy(field.hierarchy())))
        .withTotal(field.total());
  }

  private static AxisField hide(AxisField field, String member) {
    if (field.base() instanceof Members members && members.members().contains(member)) {
      List<String> left = new ArrayList<>(members.members());
      left.remove(member);
      return left.isEmpty() ? field : field.from(new Members(left));
    }
    List<String> hidden = new ArrayList<>(field.hidden());
    hidden.add(member);
    return field.withHidden(hidden);
  }

  /** A member by the members of another hierarchy, which takes its place; it becomes a filter. */
  private PivotState across(PivotState state, AxisField field, String member, String other) {
    AxisField successor = AxisField.of(other, cube.start(cube.hierarchy(other)));
    PivotState without = state.field(other) == null ? moves.remove(state, other) : state;
    AxisField present = without.field(other);
    List<MemberFilter> filters = new ArrayList<>(without.filters());
    filters.add(new MemberFilter(field.hierarchy(), List.of(member), false));
    PivotState moved =
        present == null
            ? moves.replace(without, field, successor)
            : moves.drop(without, field.hierarchy());
    return moved.withFilters(filters);
  }
}
