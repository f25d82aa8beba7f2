package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy on rows or columns.
 *
 * @param hierarchy unique name
 * @param base the members it starts from
 * @param hidden members of the base that are left out
 * @param open members whose children stand below them
 * @param search text that captions must contain, empty for all
 * @param condition on the value of the base's members, null for none
 * @param limit to the largest or smallest of the base's members, null for none
 * @param total whether their total is shown
 */
public record AxisField(
    String hierarchy,
    Base base,
    List<String> hidden,
    List<String> open,
    String search,
    @Nullable Condition condition,
    @Nullable Limit limit,
    boolean total) {
  /** The members that a field starts from. */
  public sealed interface Base {}

  /** All members of a level. */
  public record Level(String level) implements Base {
    public Level {
      UniqueName.check(level);
    }
  }

  /** The children of a member. */
  public record Children(String member) implements Base {
    public Children {
      UniqueName.check(member);
    }
  }

  /** Members by name, in this order; at least one. */
  public record Members(List<String> members) implements Base {
    public Members {
      members = UniqueName.checkAll(members);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("a field needs members");
      }
    }
  }

  /**
   * A condition on the value of a measure in the total of the other axis.
   *
   * @param operator one of {@code > >= < <= = <>}
   */
  public record Condition(String operator, double value, String measure) {
    /** The operators. */
    public static final List<String> OPERATORS = List.of(">", ">=", "<", "<=", "=", "<>");

    public Condition {
      if (!OPERATORS.contains(operator)) {
        throw new IllegalArgumentException("no such comparison: " + operator);
      }
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a number to compare with: " + value);
      }
      UniqueName.check(measure);
    }
  }

  /** How a limit counts. */
  public enum LimitKind {
    TOP("TopCount"),
    BOTTOM("BottomCount"),
    /** The largest that together have a percentage of all. */
    TOP_PERCENT("TopPercent");

    private final String function;

    LimitKind(String function) {
      this.function = function;
    }

    String function() {
      return function;
    }
  }

  /**
   * The largest or smallest members by a measure in the total of the other axis.
   *
   * @param count how many, or how many percent; from 1, at most 100 percent
   */
  public record Limit(LimitKind kind, int count, String measure) {
    public Limit {
      Objects.requireNonNull(kind, "kind");
      int most = kind == LimitKind.TOP_PERCENT ? 100 : 100_000;
      if (count < 1 || count > most) {
        throw new IllegalArgumentException("a limit is from 1 to " + most + ", not " + count);
      }
      UniqueName.check(measure);
    }
  }

  public AxisField {
    UniqueName.check(hierarchy);
    Objects.requireNonNull(base, "base");
    hidden = UniqueName.checkAll(hidden);
    open = UniqueName.checkAll(open);
    Objects.requireNonNull(search, "search");
    if (search.length() > 200) {
      throw new IllegalArgumentException("the text to search for is too long");
    }
  }

  /** A field with its total and nothing else said. */
  static AxisField of(String hierarchy, Base base) {
    return new AxisField(hierarchy, base, List.of(), List.of(), "", null, null, true);
  }

  /** The same from other members; nothing is open or hidden then. */
  AxisField from(Base other) {
    return new AxisField(hierarchy, other, List.of(), List.of(), search, condition, limit, total);
  }

  AxisField withOpen(List<String> members) {
    return new AxisField(hierarchy, base, hidden, members, search, condition, limit, total);
  }

  AxisField withHidden(List<String> members) {
    return new AxisField(hierarchy, base, members, open, search, condition, limit, total);
  }

  AxisField withSearch(String text) {
    return new AxisField(hierarchy, base, hidden, open, text, condition, limit, total);
  }

  AxisField withCondition(@Nullable Condition other) {
    return new AxisField(hierarchy, base, hidden, open, search, other, limit, total);
  }

  AxisField withLimit(@Nullable Limit other) {
    return new AxisField(hierarchy, base, hidden, open, search, condition, other, total);
  }

  AxisField withTotal(boolean shown) {
    return new AxisField(hierarchy, base, hidden, open, search, condition, limit, shown);
  }

  /** The same with a member opened or, where it is open, closed. */
  AxisField toggled(String member) {
    List<String> members = new ArrayList<>(open);
    if (!members.remove(member)) {
      members.add(member);
    }
    return withOpen(members);
  }

  /** Whether some members of the base are left out. */
  boolean restricted() {
    return base instanceof Members
        || !hidden.isEmpty()
        || !search.isEmpty()
        || condition != null
        || limit != null;
  }

  /** Whether which members are shown depends on values, and so on the members outside. */
  boolean dependsOnValues() {
    return condition != null || limit != null;
  }
}
