package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Explanation.Region;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** Finds what an axis asks for: for each hierarchy a level with a predicate, or an enumeration. */
final class RegionFinder {
  /** Names of an enumeration that are written out. */
  private static final int SHOWN = 6;

  /** Stands for a hierarchy that is known only when its text is evaluated. */
  private static final String UNKNOWN = "?";

  private final String axis;
  private final List<Region> regions = new ArrayList<>();

  /** Members by name that stand side by side, by hierarchy. */
  private final Map<Hierarchy, List<Member>> enumerated = new LinkedHashMap<>();

  private RegionFinder(String axis) {
    this.axis = axis;
  }

  static List<Region> of(String axis, Expr set) {
    RegionFinder finder = new RegionFinder(axis);
    finder.visit(set);
    finder.enumerated.forEach(finder::enumeration);
    return finder.regions;
  }

  private void visit(Expr expression) {
    if (expression instanceof Expr.Conversion conversion) {
      visit(conversion.operand());
    } else if (expression instanceof Expr.MemberRef ref) {
      enumerated
          .computeIfAbsent(ref.member().hierarchy(), h -> new ArrayList<>())
          .add(ref.member());
    } else if (expression instanceof Expr.SetRef ref) {
      visit(ref.set().body());
    } else if (expression instanceof Expr.Call call) {
      call(call);
    } else {
      computed(expression, "computed");
    }
  }

  private void call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    switch (call.function().name().toUpperCase(Locale.ROOT)) {
      case "{}", "()", "CROSSJOIN", "*", "NONEMPTYCROSSJOIN", "UNION", "+", ":" ->
          arguments.forEach(this::visit);
      case "MEMBERS", "ALLMEMBERS" -> members(call);
      case "CHILDREN" -> below(call, "children of ", true);
      case "DESCENDANTS" -> below(call, "below ", false);
      default -> {
        boolean ofSet = !arguments.isEmpty() && arguments.get(0).type().kind() == Kind.SET;
        if (ofSet && !isElsewhere(call)) {
          visit(arguments.get(0));
        } else {
          computed(call, "what " + call.function().name() + " gives");
        }
      }
    }
  }

  /** Whether the members of a call are not among those of its first argument. */
  private static boolean isElsewhere(Expr.Call call) {
    return switch (call.function().name().toUpperCase(Locale.ROOT)) {
      case "GENERATE", "EXTRACT" -> true;
      default -> false;
    };
  }

  private void members(Expr.Call call) {
    Expr owner = plain(call.arguments().get(0));
    if (owner instanceof Expr.LevelRef ref) {
      add(ref.level().hierarchy(), ref.level(), "all");
    } else {
      computed(call, "all of every level");
    }
  }

  private void below(Expr.Call call, String relation, boolean oneLevel) {
    Expr owner = plain(call.arguments().get(0));
    if (!(owner instanceof Expr.MemberRef ref)) {
      computed(call, "what " + call.function().name() + " gives");
      return;
    }
    Level level = oneLevel ? ref.member().level().child() : levelOf(call.arguments());
    add(ref.member().hierarchy(), level, relation + ref.member().uniqueName());
  }

  private static @Nullable Level levelOf(List<Expr> arguments) {
    return arguments.size() > 1 && plain(arguments.get(1)) instanceof Expr.LevelRef ref
        ? ref.level()
        : null;
  }

  private static Expr plain(Expr expression) {
    return expression instanceof Expr.Conversion conversion
        ? plain(conversion.operand())
        : expression;
  }

  private void computed(Expr expression, String members) {
    for (Hierarchy hierarchy : expression.type().hierarchies()) {
      add(hierarchy, null, members);
    }
  }

  private void enumeration(Hierarchy hierarchy, List<Member> members) {
    Level level = members.get(0).level();
    boolean sameLevel = members.stream().allMatch(m -> m.level() == level);
    List<String> names = members.stream().limit(SHOWN).map(Member::uniqueName).toList();
    add(
        hierarchy,
        sameLevel ? level : null,
        "{"
            + String.join(", ", names)
            + (members.size() > SHOWN ? ", … " + (members.size() - SHOWN) + " more" : "")
            + "}");
  }

  private void add(@Nullable Hierarchy hierarchy, @Nullable Level level, String members) {
    Region region =
        new Region(
            axis,
            hierarchy == null ? UNKNOWN : hierarchy.uniqueName(),
            level == null ? null : level.uniqueName(),
            members);
    if (!regions.contains(region)) {
      regions.add(region);
    }
  }
}
