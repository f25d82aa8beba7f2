package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.eval.Signatures;

/** All functions and operators that the language has. */
public final class BuiltinFunctions {
  private BuiltinFunctions() {}

  /** The table of all of them, by theme. */
  public static FunctionTable table() {
    List<FunctionDefinition> all = new ArrayList<>();
    themes().values().forEach(all::addAll);
    return new FunctionTable(all);
  }

  /** The functions by the heading that the reference has them under, in its order. */
  public static Map<String, List<FunctionDefinition>> themes() {
    Map<String, List<FunctionDefinition>> themes = new LinkedHashMap<>();
    theme(
        themes,
        "Members",
        MemberFunctions::register,
        SetFunctions::registerElements,
        DateMember::register);
    theme(themes, "Sets of members", HierarchyFunctions::register, DescendantFunctions::register);
    theme(themes, "Time", TimeFunctions::register);
    theme(
        themes,
        "Sets",
        SetFunctions::register,
        CrossjoinFunctions::register,
        GenerateFunctions::register,
        ExistsFunctions::register);
    theme(themes, "Order and best values", OrderFunctions::register, TopFunctions::register);
    theme(themes, "Drilling and totals", DrillFunctions::register, Totals::register);
    theme(themes, "Aggregation", AggregateFunctions::register);
    theme(themes, "Statistics", StatisticFunctions::register);
    theme(themes, "Arithmetic", ArithmeticOperators::register);
    theme(themes, "Conditions", LogicOperators::register, ConditionFunctions::register);
    theme(themes, "Text", StringFunctions::register, ConversionFunctions::register);
    theme(themes, "Names and properties", MetadataFunctions::register);
    theme(themes, "Visual Basic and Excel", ScalarLibrary::register);
    return themes;
  }

  @SafeVarargs
  private static void theme(
      Map<String, List<FunctionDefinition>> themes, String title, Consumer<Signatures>... parts) {
    Signatures signatures = new Signatures();
    for (Consumer<Signatures> part : parts) {
      part.accept(signatures);
    }
    themes.put(title, signatures.functions());
  }
}
