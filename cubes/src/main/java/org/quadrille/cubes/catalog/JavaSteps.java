package org.quadrille.cubes.catalog;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.BoundQuery.BoundAxis;
import org.quadrille.cubes.catalog.Explanation.JavaStep;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/** Finds what of a query runs in Java, with the reason for each. */
final class JavaSteps {
  private final Set<JavaStep> steps = new LinkedHashSet<>();
  private final Set<Object> seen = new HashSet<>();

  private JavaSteps() {}

  static List<JavaStep> of(BoundQuery query, int rounds) {
    JavaSteps finder = new JavaSteps();
    for (int i = 0; i < query.axes().size(); i++) {
      BoundAxis axis = query.axes().get(i);
      finder.visit(axis.set());
      if (axis.nonEmpty()) {
        finder.add(
            "NON EMPTY on axis " + i,
            "positions are those of the cells that came; the others are never made or taken off");
      }
    }
    if (query.slicer() != null) {
      finder.visit(query.slicer());
    }
    query.subselects().forEach(s -> s.sets().forEach(finder::visit));
    if (!query.cellProperties().isEmpty()) {
      finder.add("properties of cells", "they are formulas, evaluated for each cell that is shown");
    }
    if (rounds > 2) {
      finder.add(
          rounds + " rounds of evaluation",
          "which cells are needed depends on values of other cells, so they are asked for together"
              + " in each round");
    }
    return List.copyOf(finder.steps);
  }

  private void add(String what, String why) {
    steps.add(new JavaStep(what, why));
  }

  private void visit(Expr expression) {
    if (expression instanceof Expr.MemberRef ref) {
      member(ref.member());
    } else if (expression instanceof Expr.SetRef ref) {
      if (seen.add(ref.set())) {
        visit(ref.set().body());
      }
    } else if (expression instanceof Expr.Conversion conversion) {
      visit(conversion.operand());
    } else if (expression instanceof Expr.Call call) {
      function(call);
      call.arguments().forEach(this::visit);
    }
  }

  private void function(Expr.Call call) {
    String name = call.function().name();
    if (call.function().isForeign()) {
      add(
          "user-defined function " + name,
          "it is a Java class, called for each cell; nothing is assumed of what it gives, so no cell"
              + " with it is taken for empty beforehand");
      return;
    }
    switch (name.toUpperCase(Locale.ROOT)) {
      case "FILTER",
          "ORDER",
          "TOPCOUNT",
          "BOTTOMCOUNT",
          "TOPPERCENT",
          "BOTTOMPERCENT",
          "TOPSUM",
          "BOTTOMSUM",
          "RANK",
          "NONEMPTY" ->
          add(
              name,
              "it compares values of cells; those of the whole set come by one statement and stay"
                  + " in the cache");
      case "AGGREGATE", "SUM", "AVG", "MIN", "MAX", "COUNT", "MEDIAN", "STDEV", "STDDEV", "VAR" -> {
        if (call.type().kind() != Kind.SET) {
          add(name + " over a set", "it is computed from the cells of the set's members");
        }
      }
      case "STRTOMEMBER", "STRTOSET", "STRTOTUPLE" ->
          add(name, "the text is known only when it is evaluated");
      case "GENERATE" -> add(name, "its second set is evaluated for each member of the first");
      case "VISUALTOTALS" -> add(name, "its totals are over the members that are shown");
      default -> {
        if (name.toUpperCase(Locale.ROOT).startsWith("DRILL")) {
          add(name, "it walks through the members, which are kept in memory");
        }
      }
    }
  }

  private void member(Member member) {
    if (member instanceof CalculatedMember calculated && seen.add(calculated)) {
      Set<String> measures = new LinkedHashSet<>();
      stored((Expr) calculated.body(), measures, new HashSet<>());
      add(
          "formula of " + calculated.uniqueName(),
          measures.isEmpty()
              ? "it is evaluated for each cell"
              : "it is evaluated for each cell from " + String.join(", ", measures));
      visit((Expr) calculated.body());
    }
  }

  /** The measures that a formula is made of. */
  private static void stored(Expr expression, Set<String> measures, Set<Object> visited) {
    if (expression instanceof Expr.MemberRef ref) {
      if (ref.member() instanceof MeasureMember) {
        measures.add(ref.member().uniqueName());
      } else if (ref.member() instanceof CalculatedMember calculated && visited.add(calculated)) {
        stored((Expr) calculated.body(), measures, visited);
      }
    } else if (expression instanceof Expr.Conversion conversion) {
      stored(conversion.operand(), measures, visited);
    } else if (expression instanceof Expr.Call call) {
      call.arguments().forEach(a -> stored(a, measures, visited));
    }
  }
}
