package org.quadrille.cubes.function;

import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.Typings;

/** Functions that choose one of their arguments. */
final class ConditionFunctions {
  private ConditionFunctions() {}

  static void register(Signatures s) {
    choice(s, "Numeric", "a number", "IIf([Measures].[Units] > 100, 1, 0)");
    choice(s, "String", "a string", "IIf([Measures].[Units] > 100, \"many\", \"few\")");
    choice(s, "Logical", "a condition", "IIf(1 > 2, 1 = 1, 1 = 2)");
    choice(s, "Member", "a member", "IIf(1 > 2, [Store].[USA], [Store].[Mexico])");
    choice(
        s,
        "Tuple",
        "a tuple",
        "IIf(1 > 2, ([Gender].[F], [Store].[USA]), ([Gender].[M], [Store].[USA]))");
    choice(s, "Set", "a set", "IIf(1 > 2, [Store].[USA].Children, [Store].Children)");
    choice(s, "Level", "a level", "IIf(1 > 2, [Store].[City], [Store].[State])");
    choice(
        s,
        "Hierarchy",
        "a hierarchy",
        "IIf(1 > 2, [Store].[USA].Hierarchy, [Gender].[F].Hierarchy)");
    choice(s, "Dimension", "a dimension", "IIf(1 > 2, [Store], [Gender])");
    choice(s, "Datetime", "a date", "IIf(1 > 2, Date(), DateSerial(1997, 1, 31))");
    choice(s, "Value", "a value", "IIf([Measures].[Units] > 100, 1, \"few\")");
    coalesce(s);
  }

  private static void choice(Signatures s, String kind, String what, String example) {
    s.add(
        kind + " IIf(Logical, " + kind + ", " + kind + ")",
        "Gives " + what + ": the second argument where the condition holds, else the third.",
        example,
        Typings.BRANCHES,
        ConditionFunctions::choose);
  }

  private static @Nullable Object choose(Arguments a, Context c) {
    long before = c.missing();
    boolean holds = a.logical(0, c);
    if (c.missing() > before) {
      Branches.askFor(a, holds ? 2 : 1, c);
    }
    return a.value(holds ? 1 : 2, c);
  }

  private static void coalesce(Signatures s) {
    String summary = "The first of the values that is not empty.";
    s.add(
        "Numeric CoalesceEmpty(Numeric...)",
        summary,
        "CoalesceEmpty(([Measures].[Units], [Store].[Mexico]), 0)",
        ConditionFunctions::firstValue);
    s.add(
        "String CoalesceEmpty(String...)",
        summary,
        "CoalesceEmpty([Store].[USA].Properties(\"MEMBER_CAPTION\"), \"none\")",
        ConditionFunctions::firstValue);
  }

  private static @Nullable Object firstValue(Arguments a, Context c) {
    for (int i = 0; i < a.size(); i++) {
      Object value = a.value(i, c);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
