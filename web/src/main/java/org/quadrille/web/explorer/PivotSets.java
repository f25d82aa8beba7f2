package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.web.explorer.AxisField.Children;
import org.quadrille.web.explorer.AxisField.Condition;
import org.quadrille.web.explorer.AxisField.Level;
import org.quadrille.web.explorer.AxisField.Limit;
import org.quadrille.web.explorer.AxisField.Members;
import org.quadrille.web.explorer.PivotState.Sort;
import org.quadrille.web.text.Language;

/**
 * The sets and totals of a state's fields as MDX. A total is the member that covers the field's
 * members exactly, where there is one, else a member that aggregates them; never a sum of what is
 * shown.
 */
final class PivotSets {
  /** The name of totals that aggregate; no schema will use it. */
  static final String TOTAL = "[*total*]";

  private final PivotState state;
  private final CubeFields cube;
  private final Language language;
  private final Map<String, String> totals = new LinkedHashMap<>();

  PivotSets(PivotState state, CubeFields cube, Language language) {
    this.state = Objects.requireNonNull(state, "state");
    this.cube = Objects.requireNonNull(cube, "cube");
    this.language = Objects.requireNonNull(language, "language");
  }

  /** Definitions of the totals that were asked for so far. */
  List<String> definitions() {
    List<String> definitions = new ArrayList<>();
    totals.forEach(
        (hierarchy, set) ->
            definitions.add(
                "MEMBER %s.%s AS Aggregate(%s), SOLVE_ORDER = -1000"
                    .formatted(hierarchy, TOTAL, set)));
    return definitions;
  }

  /** The name of a field's total. */
  static String totalName(AxisField field, CubeFields cube) {
    String member = coveringMember(field, cube);
    return member != null ? member : field.hierarchy() + "." + TOTAL;
  }

  /** The member whose facts are exactly those of the field's members, null where there is none. */
  private static @Nullable String coveringMember(AxisField field, CubeFields cube) {
    if (field.restricted()) {
      return null;
    }
    if (field.base() instanceof Children children) {
      return children.member();
    }
    HierarchyInfo hierarchy = cube.hierarchy(field.hierarchy());
    List<LevelInfo> levels = CubeFields.levels(hierarchy);
    boolean first =
        field.base() instanceof Level level
            && !levels.isEmpty()
            && levels.get(0).uniqueName().equals(level.level());
    return first ? hierarchy.allMember() : null;
  }

  /** A field's total, defined where it has to be. */
  String total(AxisField field) {
    String name = totalName(field, cube);
    if (name.endsWith("." + TOTAL)) {
      totals.computeIfAbsent(field.hierarchy(), h -> base(field, List.of()));
    }
    return name;
  }

  /** The set of an axis without measures; empty for no fields. */
  String axis(List<AxisField> fields, boolean ordered) {
    String set = "";
    boolean dependent = false;
    for (int i = fields.size() - 1; i >= 0; i--) {
      AxisField field = fields.get(i);
      String own = shown(field, ordered);
      if (set.isEmpty()) {
        set = own;
      } else if (dependent) {
        set =
            "Generate(%s, Crossjoin({%s.CurrentMember}, %s))"
                .formatted(own, field.hierarchy(), set);
      } else {
        set = "Crossjoin(" + own + ", " + set + ")";
      }
      Sort sort = state.sort();
      dependent |= field.dependsOnValues() || (ordered && sort != null && !sort.byLabel());
    }
    return set;
  }

  /** A field with what is open, in order, and its total. */
  private String shown(AxisField field, boolean ordered) {
    Sort sort = state.sort();
    String set =
        ordered && sort != null ? ordered(field, sort) : opened(field, base(field, List.of()));
    return field.total() ? "{" + set + ", " + total(field) + "}" : set;
  }

  private static String opened(AxisField field, String base) {
    if (field.open().isEmpty()) {
      return base;
    }
    List<String> parts = new ArrayList<>(List.of(base));
    field.open().forEach(member -> parts.add(member + ".Children"));
    return "Hierarchize({" + String.join(", ", parts) + "})";
  }

  /**
   * The members that a field starts from are compared with each other, whatever they are below of;
   * those that were opened stay below them and are compared with their siblings.
   */
  private String ordered(AxisField field, Sort sort) {
    String key =
        sort.byLabel()
            ? caption(field.hierarchy())
            : "(" + String.join(", ", sort.key().stream().map(this::present).toList()) + ")";
    String base = base(field, List.of());
    String order = "Order(%s, " + key + (sort.descending() ? ", %sDESC)" : ", %sASC)");
    String flat = order.formatted(base, "B");
    if (field.open().isEmpty()) {
      return flat;
    }
    String below =
        "Intersect(%s, Descendants(%s.CurrentMember))"
            .formatted(opened(field, base), field.hierarchy());
    return "Generate(" + flat + ", " + order.formatted(below, "") + ")";
  }

  /** A member of an order; a total is that of the field as it is now, shown or not. */
  private String present(String member) {
    if (!member.endsWith("." + TOTAL)) {
      return member;
    }
    AxisField field = state.field(member.substring(0, member.length() - TOTAL.length() - 1));
    return field == null ? member : total(field);
  }

  /**
   * The members that a field starts from, after its conditions.
   *
   * @param outer further members that values are compared in
   */
  String base(AxisField field, List<String> outer) {
    String set = start(field);
    if (!field.hidden().isEmpty()) {
      set = "Except(" + set + ", {" + String.join(", ", field.hidden()) + "})";
    }
    if (!field.search().isEmpty()) {
      set =
          "Filter(%s, InStr(1, UCase(%s), UCase(%s)) > 0)"
              .formatted(set, caption(field.hierarchy()), text(field.search()));
    }
    Condition condition = field.condition();
    if (condition != null) {
      set =
          "Filter(%s, %s %s %s)"
              .formatted(
                  set,
                  value(field, condition.measure(), outer),
                  condition.operator(),
                  PivotText.number(condition.value()));
    }
    Limit limit = field.limit();
    if (limit != null) {
      set =
          "%s(%s, %d, %s)"
              .formatted(
                  limit.kind().function(),
                  set,
                  limit.count(),
                  value(field, limit.measure(), outer));
    }
    return set;
  }

  private static String start(AxisField field) {
    if (field.base() instanceof Level level) {
      return level.level() + ".Members";
    }
    if (field.base() instanceof Children children) {
      return children.member() + ".Children";
    }
    return "{" + String.join(", ", ((Members) field.base()).members()) + "}";
  }

  /** A measure in the total of the other axis, so that it is the same in every cell. */
  private String value(AxisField field, String measure, List<String> outer) {
    List<String> tuple = new ArrayList<>(List.of(measure));
    boolean onRows = state.rows().contains(field);
    for (AxisField other : onRows ? state.columns() : state.rows()) {
      tuple.add(total(other));
    }
    tuple.addAll(outer);
    return "(" + String.join(", ", tuple) + ")";
  }

  /** The caption of the current member in the language of the page. */
  private String caption(String hierarchy) {
    String property = "caption." + language.code();
    boolean own =
        cube.hierarchy(hierarchy).levels().stream()
            .flatMap(level -> level.properties().stream())
            .anyMatch(p -> p.name().equalsIgnoreCase(property));
    return own
        ? "%s.CurrentMember.Properties(\"%s\")".formatted(hierarchy, property)
        : hierarchy + ".CurrentMember.Caption";
  }

  private static String text(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }
}
