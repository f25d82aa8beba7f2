package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.explorer.AxisField.Children;
import org.quadrille.web.explorer.AxisField.Condition;
import org.quadrille.web.explorer.AxisField.Level;
import org.quadrille.web.explorer.AxisField.Limit;
import org.quadrille.web.explorer.AxisField.LimitKind;
import org.quadrille.web.explorer.AxisField.Members;
import org.quadrille.web.explorer.PivotState.ChartKind;
import org.quadrille.web.explorer.PivotState.Sort;

/**
 * States as parameters of an address and back. A field is its hierarchy and then parts such as
 * {@code level:[Time].[Year]}, {@code open:[…],[…]} or {@code top:10:[Measures].[Sales]}, with
 * semicolons between them. Every state has one text, and the text gives the state again.
 */
public final class PivotText {
  /** The parameters that hold a state. */
  public static final Set<String> PARAMETERS =
      Set.of("m", "row", "col", "filter", "on", "sort", "empties", "chart", "within", "cell");

  private PivotText() {}

  /** The parameters of a state, in order. */
  public static Map<String, List<String>> write(PivotState state) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    put(all, "m", state.measures());
    put(all, "row", state.rows().stream().map(PivotText::field).toList());
    put(all, "col", state.columns().stream().map(PivotText::field).toList());
    put(all, "filter", state.filters().stream().map(PivotText::filter).toList());
    put(all, "on", state.measuresOnRows() ? List.of("rows") : List.of());
    Sort sort = state.sort();
    if (sort != null) {
      String key = sort.byLabel() ? "label" : String.join(",", sort.key());
      put(all, "sort", List.of((sort.descending() ? "desc:" : "asc:") + key));
    }
    put(all, "empties", state.empties() ? List.of("show") : List.of());
    boolean drawn = state.chart() != ChartKind.NONE;
    put(all, "chart", drawn ? List.of(code(state.chart())) : List.of());
    put(all, "within", state.within());
    put(all, "cell", state.cell());
    return all;
  }

  private static void put(Map<String, List<String>> all, String name, List<String> values) {
    if (!values.isEmpty()) {
      all.put(name, values);
    }
  }

  private static String field(AxisField field) {
    List<String> parts = new ArrayList<>();
    parts.add(field.hierarchy());
    if (field.base() instanceof Level level) {
      parts.add("level:" + level.level());
    } else if (field.base() instanceof Children children) {
      parts.add("below:" + children.member());
    } else if (field.base() instanceof Members members) {
      parts.add("only:" + String.join(",", members.members()));
    }
    if (!field.hidden().isEmpty()) {
      parts.add("hide:" + String.join(",", field.hidden()));
    }
    if (!field.open().isEmpty()) {
      parts.add("open:" + String.join(",", field.open()));
    }
    if (!field.search().isEmpty()) {
      parts.add("has:" + UniqueName.quote(field.search()));
    }
    Condition condition = field.condition();
    if (condition != null) {
      parts.add(
          "where:%s:%s:%s"
              .formatted(condition.operator(), number(condition.value()), condition.measure()));
    }
    Limit limit = field.limit();
    if (limit != null) {
      parts.add("%s:%d:%s".formatted(code(limit.kind()), limit.count(), limit.measure()));
    }
    if (!field.total()) {
      parts.add("no-total");
    }
    return String.join(";", parts);
  }

  /** A number as short as it can be read back. */
  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String filter(MemberFilter filter) {
    String kind = filter.except() ? "except:" : "only:";
    return filter.hierarchy() + ";" + kind + String.join(",", filter.members());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an address holds a state at all. */
  public static boolean isThere(Map<String, List<String>> parameters) {
    return parameters.keySet().stream().anyMatch(PARAMETERS::contains);
  }

  /**
   * The state of an address; what is no part of a state is left alone.
   *
   * @throws IllegalArgumentException if a part cannot be read
   */
  public static PivotState read(Map<String, List<String>> parameters) {
    String sort = first(parameters, "sort");
    String chart = first(parameters, "chart");
    return new PivotState(
        all(parameters, "row").stream().map(PivotText::readField).toList(),
        all(parameters, "col").stream().map(PivotText::readField).toList(),
        all(parameters, "filter").stream().map(PivotText::readFilter).toList(),
        all(parameters, "m"),
        choice(parameters, "on", "rows"),
        sort == null ? null : readSort(sort),
        choice(parameters, "empties", "show"),
        chart == null ? ChartKind.NONE : constant(ChartKind.class, chart),
        all(parameters, "within"),
        all(parameters, "cell"));
  }

  private static List<String> all(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  private static @Nullable String first(Map<String, List<String>> parameters, String name) {
    List<String> values = all(parameters, name);
    return values.isEmpty() ? null : values.get(0);
  }

  private static boolean choice(Map<String, List<String>> parameters, String name, String yes) {
    String value = first(parameters, name);
    if (value == null || value.equals(yes)) {
      return value != null;
    }
    throw new IllegalArgumentException(name + "=" + value + " is unknown; it can only be " + yes);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String code) {
    for (E constant : type.getEnumConstants()) {
      if (code(constant).equals(code)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("unknown choice: " + code);
  }

  private static Sort readSort(String text) {
    int colon = text.indexOf(':');
    String direction = colon < 0 ? "" : text.substring(0, colon);
    if (!direction.equals("asc") && !direction.equals("desc")) {
      throw new IllegalArgumentException("an order begins with asc: or desc:, not " + text);
    }
    String key = text.substring(colon + 1);
    return new Sort(
        direction.equals("desc"), key.equals("label") ? List.of() : UniqueName.split(key, ','));
  }

  private static MemberFilter readFilter(String text) {
    List<String> parts = UniqueName.split(text, ';');
    if (parts.size() == 2 && parts.get(1).startsWith("only:")) {
      return new MemberFilter(parts.get(0), names(parts.get(1)), false);
    }
    if (parts.size() == 2 && parts.get(1).startsWith("except:")) {
      return new MemberFilter(parts.get(0), names(parts.get(1)), true);
    }
    throw new IllegalArgumentException("a filter is [Hierarchy];only:… or ;except:…, not " + text);
  }

  private static List<String> names(String part) {
    return UniqueName.split(part.substring(part.indexOf(':') + 1), ',');
  }

  private static AxisField readField(String text) {
    List<String> parts = UniqueName.split(text, ';');
    AxisField field = null;
    for (String part : parts.subList(1, parts.size())) {
      String key = part.substring(0, Math.max(0, UniqueName.split(part, ':').get(0).length()));
      String rest = part.length() > key.length() ? part.substring(key.length() + 1) : "";
      if (field == null) {
        field = AxisField.of(parts.get(0), base(key, rest, text));
      } else {
        field = with(field, key, rest, text);
      }
    }
    if (field == null) {
      throw unknown(text);
    }
    return field;
  }

  private static AxisField.Base base(String key, String rest, String text) {
    return switch (key) {
      case "level" -> new Level(rest);
      case "below" -> new Children(rest);
      case "only" -> new Members(UniqueName.split(rest, ','));
      default -> throw unknown(text);
    };
  }

  private static AxisField with(AxisField field, String key, String rest, String text) {
    return switch (key) {
      case "hide" -> field.withHidden(UniqueName.split(rest, ','));
      case "open" -> field.withOpen(UniqueName.split(rest, ','));
      case "has" -> field.withSearch(UniqueName.unquote(rest));
      case "where" -> field.withCondition(condition(rest, text));
      case "no-total" -> field.withTotal(false);
      case "top", "bottom", "top-percent" -> field.withLimit(limit(key, rest, text));
      default -> throw unknown(text);
    };
  }

  private static Condition condition(String rest, String text) {
    List<String> parts = UniqueName.split(rest, ':');
    if (parts.size() != 3) {
      throw unknown(text);
    }
    return new Condition(parts.get(0), decimal(parts.get(1)), parts.get(2));
  }

  private static Limit limit(String key, String rest, String text) {
    List<String> parts = UniqueName.split(rest, ':');
    if (parts.size() != 2) {
      throw unknown(text);
    }
    return new Limit(constant(LimitKind.class, key), whole(parts.get(0)), parts.get(1));
  }

  /** A number that a reader typed or an address holds. */
  static double decimal(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: " + text);
    }
  }

  /** A whole number that a reader typed or an address holds. */
  static int whole(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a whole number: " + text);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("this part of the address cannot be read: " + text);
  }
}
