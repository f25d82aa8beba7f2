package org.quadrille.cubes.exec;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;

/** On the current members of which hierarchies the value of an expression may depend. */
final class Dependencies {
  private final Cube cube;
  private final Map<Expr, boolean[]> known = new IdentityHashMap<>();
  private final Map<Expr, boolean[]> iterations = new IdentityHashMap<>();

  Dependencies(Cube cube) {
    this.cube = cube;
  }

  /** By ordinal of the hierarchy; not to be changed. */
  boolean[] of(Expr expression) {
    boolean[] found = known.get(expression);
    if (found == null) {
      found = compute(expression);
      known.put(expression, found);
    }
    return found;
  }

  /** Of a set and of what is evaluated at its tuples. */
  boolean[] of(Expr.Call owner, Expr set, @Nullable Expr inner) {
    boolean[] found = iterations.get(owner);
    if (found == null) {
      found = of(set).clone();
      if (inner != null) {
        boolean[] own = of(inner).clone();
        unmark(own, set.type().hierarchies());
        merge(found, own);
      }
      iterations.put(owner, found);
    }
    return found;
  }

  private boolean[] none() {
    return new boolean[cube.hierarchies().size()];
  }

  private boolean[] all() {
    boolean[] all = none();
    Arrays.fill(all, true);
    return all;
  }

  private boolean[] compute(Expr expression) {
    if (expression instanceof Expr.Conversion conversion) {
      return conversion(conversion);
    }
    if (expression instanceof Expr.Call call) {
      return call(call);
    }
    return none();
  }

  private boolean[] conversion(Expr.Conversion conversion) {
    boolean[] result = of(conversion.operand()).clone();
    switch (conversion.form()) {
      case HIERARCHY_TO_MEMBER -> mark(result, conversion.operand().type().hierarchies());
      case TO_VALUE -> {
        boolean[] value = all();
        unmark(value, conversion.operand().type().hierarchies());
        merge(result, value);
      }
      default -> {
        // The operand's dependencies are those of the conversion.
      }
    }
    return result;
  }

  private boolean[] call(Expr.Call call) {
    String name = call.function().name();
    if (name.equalsIgnoreCase("CurrentMember")) {
      boolean[] result = none();
      List<Hierarchy> hierarchies = call.arguments().get(0).type().hierarchies();
      if (hierarchies.isEmpty() || hierarchies.contains(null)) {
        return all();
      }
      mark(result, hierarchies);
      return result;
    }
    if (isOpaque(call)) {
      return all();
    }
    boolean[] result = none();
    Expr iterated = null;
    for (Expr argument : call.arguments()) {
      boolean[] own = of(argument).clone();
      if (iterated != null && argument.type().kind() != Kind.SET) {
        unmark(own, iterated.type().hierarchies());
      }
      if (iterated == null && argument.type().kind() == Kind.SET) {
        iterated = argument;
      }
      merge(result, own);
    }
    if (iterated != null && call.type().kind().isScalar() && !hasScalarArgument(call)) {
      boolean[] value = all();
      unmark(value, iterated.type().hierarchies());
      merge(result, value);
    }
    return result;
  }

  /** Functions that find names or measures when they run, or look at where an iteration stands. */
  private static boolean isOpaque(Expr.Call call) {
    if (call.function().isForeign()) {
      return true;
    }
    return switch (call.function().name().toUpperCase(java.util.Locale.ROOT)) {
      case "STRTOMEMBER",
          "STRTOSET",
          "STRTOTUPLE",
          "MEMBERS",
          "CURRENT",
          "CURRENTORDINAL",
          "EXISTING",
          "NONEMPTYCROSSJOIN",
          "NONEMPTY",
          "VISUALTOTALS",
          "YTD",
          "QTD",
          "MTD",
          "WTD",
          "PERIODSTODATE",
          "PARALLELPERIOD",
          "OPENINGPERIOD",
          "CLOSINGPERIOD",
          "LASTPERIODS",
          "VALUE",
          "GENERATE" ->
          true;
      default -> false;
    };
  }

  private static boolean hasScalarArgument(Expr.Call call) {
    return call.arguments().stream().anyMatch(a -> a.type().kind().isScalar());
  }

  private static void mark(boolean[] result, List<Hierarchy> hierarchies) {
    for (Hierarchy hierarchy : hierarchies) {
      if (hierarchy == null) {
        Arrays.fill(result, true);
        return;
      }
      result[hierarchy.ordinal()] = true;
    }
  }

  private static void unmark(boolean[] result, List<Hierarchy> hierarchies) {
    for (Hierarchy hierarchy : hierarchies) {
      if (hierarchy != null) {
        result[hierarchy.ordinal()] = false;
      }
    }
  }

  private static void merge(boolean[] into, boolean[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] |= from[i];
    }
  }
}
