package org.quadrille.web.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.explorer.AxisField.Condition;
import org.quadrille.web.explorer.AxisField.Limit;
import org.quadrille.web.explorer.AxisField.LimitKind;
import org.quadrille.web.explorer.AxisField.Members;
import org.quadrille.web.http.PageRequest;

/** Gestures that take more than a click: limits, conditions, searches, lists of members. */
final class FieldForms {
  private final CubeFields cube;
  private final AxisMoves moves;

  FieldForms(CubeFields cube) {
    this.cube = Objects.requireNonNull(cube, "cube");
    this.moves = new AxisMoves(cube);
  }

  /** Whether a gesture needs the fields of a form. */
  static boolean takes(String gesture) {
    return gesture.startsWith("members|") || gesture.startsWith("narrow|");
  }

  /**
   * The state after a gesture.
   *
   * @throws IllegalArgumentException if what was entered cannot be used
   */
  PivotState apply(PivotState state, String gesture, PageRequest request) {
    List<String> words = UniqueName.split(gesture, '|');
    String hierarchy = cube.hierarchy(words.get(1)).uniqueName();
    if (words.get(0).equals("members")) {
      boolean except = "except".equals(request.parameter("mode"));
      return members(state, hierarchy, request.parameters("member"), except).tidy();
    }
    AxisField field = state.field(hierarchy);
    if (field == null) {
      throw new IllegalArgumentException(hierarchy + " is on no axis");
    }
    AxisField narrowed =
        field
            .withSearch(orEmpty(request.parameter("has")))
            .withLimit(limit(request))
            .withCondition(condition(request));
    return moves.replace(state, field, narrowed).tidy();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static @Nullable Limit limit(PageRequest request) {
    String kind = request.parameter("limit");
    if (kind == null) {
      return null;
    }
    String count = request.parameter("n");
    LimitKind limitKind;
    try {
      limitKind = LimitKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("there is no limit " + kind);
    }
    return new Limit(
        limitKind, count == null ? 10 : PivotText.whole(count), by(request, "limit-by"));
  }

  private static @Nullable Condition condition(PageRequest request) {
    String operator = request.parameter("op");
    String value = request.parameter("value");
    if (operator == null || value == null) {
      return null;
    }
    return new Condition(operator, PivotText.decimal(value), by(request, "where-by"));
  }

  private static String by(PageRequest request, String parameter) {
    String measure = request.parameter(parameter);
    if (measure == null) {
      throw new IllegalArgumentException("choose the measure to compare by");
    }
    return measure;
  }

  private PivotState members(
      PivotState state, String hierarchy, List<String> members, boolean except) {
    AxisField field = state.field(hierarchy);
    if (field != null) {
      AxisField.Base start = cube.start(cube.hierarchy(hierarchy));
      boolean whole = members.isEmpty() || except;
      AxisField changed = whole && field.base() instanceof Members ? field.from(start) : field;
      if (members.isEmpty()) {
        changed = changed.withHidden(List.of());
      } else if (except) {
        changed = changed.withHidden(members);
      } else {
        changed = field.from(new Members(members));
      }
      return moves.replace(state, field, changed);
    }
    List<MemberFilter> filters =
        state.filters().stream()
            .map(
                filter ->
                    filter.hierarchy().equals(hierarchy) && !members.isEmpty()
                        ? new MemberFilter(hierarchy, members, except)
                        : filter)
            .filter(filter -> !filter.hierarchy().equals(hierarchy) || !members.isEmpty())
            .toList();
    boolean known = state.filters().stream().anyMatch(f -> f.hierarchy().equals(hierarchy));
    if (known || members.isEmpty()) {
      return state.withFilters(filters);
    }
    return moves
        .remove(state, hierarchy)
        .withFilters(
            java.util.stream.Stream.concat(
                    filters.stream(),
                    java.util.stream.Stream.of(new MemberFilter(hierarchy, members, except)))
                .toList());
  }
}
