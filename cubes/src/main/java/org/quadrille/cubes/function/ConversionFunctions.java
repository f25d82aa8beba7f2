package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/** Between text and what it stands for. */
final class ConversionFunctions {
  /** The hierarchies that are named after the text; what is in it is known on evaluation only. */
  private static final Typing NAMED =
      (result, arguments) -> {
        if (arguments.size() == 1) {
          return Typings.UNKNOWN.apply(result, arguments);
        }
        Type type = Typings.JOINED.apply(result, arguments.subList(1, arguments.size()));
        Checks.refuseRepeated(type.hierarchies());
        return type;
      };

  private ConversionFunctions() {}

  static void register(Signatures s) {
    s.add(
        "Member StrToMember(String)",
        "The member that an MDX expression in a string gives.",
        "StrToMember(\"[Store].[USA].[CA]\")",
        Typings.UNKNOWN,
        (a, c) -> parsed(a, c, Kind.MEMBER));
    s.add(
        "Tuple StrToTuple(String)",
        "The tuple that an MDX expression in a string gives.",
        "StrToTuple(\"([Gender].[F], [Time].[1997].[Q2])\")",
        NAMED,
        (a, c) -> parsed(a, c, Kind.TUPLE));
    s.add(
        "Tuple StrToTuple(String, Hierarchy...)",
        "The tuple of these hierarchies that an MDX expression in a string gives.",
        "StrToTuple(\"([Gender].[F], [Time].[1997].[Q2])\", [Gender], [Time])",
        NAMED,
        (a, c) -> checked(a, parsed(a, c, Kind.TUPLE)));
    s.add(
        "Set StrToSet(String)",
        "The set that an MDX expression in a string gives.",
        "StrToSet(\"{[Store].[USA], [Store].[Mexico]}\")",
        NAMED,
        (a, c) -> parsed(a, c, Kind.SET));
    s.add(
        "Set StrToSet(String, Hierarchy...)",
        "The set of these hierarchies that an MDX expression in a string gives.",
        "StrToSet(\"{[Store].[USA], [Store].[Mexico]}\", [Store])",
        NAMED,
        (a, c) -> checked(a, parsed(a, c, Kind.SET)));
    s.add(
        "String SetToStr(Set)",
        "The unique names of a set's members in braces.",
        "SetToStr([Gender].Members)",
        (a, c) -> text(a.set(0, c)));
    s.add(
        "String TupleToStr(Tuple)",
        "The unique names of a tuple's members in parentheses; empty where one does not exist.",
        "TupleToStr(([Gender].[F], [Store].[USA]))",
        (a, c) -> {
          Member[] tuple = a.tuple(0, c);
          return tuple == null ? "" : text(tuple);
        });
    s.add(
        "Value SetToArray(Set[, Numeric])",
        "The values of an expression over a set, for functions that take a list of numbers.",
        "NPV(0.1, SetToArray([Time].[1997].Children, [Measures].[Units]))",
        Typings.FIRST,
        (a, c) -> new ArrayList<>(TupleValues.of(a, 0, a.set(0, c), 1, c).numbers()));
  }

  /** What the text in the first argument stands for. */
  static @Nullable Object parsed(Arguments a, Context c, Kind kind) {
    String text = a.string(0, c);
    if (text == null || text.isBlank()) {
      throw new EvaluationException("expected an MDX expression in a string, but it is empty");
    }
    try {
      Expr expression = c.parse(text, kind);
      if (kind == Kind.LEVEL && expression instanceof Expr.Conversion) {
        throw new MdxException(null, "this is no level");
      }
      return expression.evaluate(c);
    } catch (MdxException e) {
      throw new MdxException(null, "in '" + text + "': " + e.describe());
    }
  }

  /** Refuses members of other hierarchies than the call names. */
  private static @Nullable Object checked(Arguments a, @Nullable Object value) {
    List<@Nullable Hierarchy> wanted = new ArrayList<>();
    for (Expr expression : a.expressions().subList(1, a.size())) {
      wanted.add(expression.type().hierarchy());
    }
    Member @Nullable [] tuple =
        value instanceof TupleSet set ? set.isEmpty() ? null : set.tuple(0) : (Member[]) value;
    if (tuple == null) {
      return value;
    }
    boolean fits = tuple.length == wanted.size();
    for (int k = 0; k < tuple.length && fits; k++) {
      fits = wanted.get(k) == null || wanted.get(k) == tuple[k].hierarchy();
    }
    if (!fits) {
      throw new EvaluationException(
          "the text gives " + text(tuple) + ", which is not of the hierarchies that are named");
    }
    return value;
  }

  private static String text(TupleSet set) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < set.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(text(set.tuple(i)));
    }
    return text.append('}').toString();
  }

  private static String text(Member[] tuple) {
    if (tuple.length == 1) {
      return tuple[0].uniqueName();
    }
    StringBuilder text = new StringBuilder("(");
    for (int k = 0; k < tuple.length; k++) {
      text.append(k == 0 ? "" : ", ").append(tuple[k].uniqueName());
    }
    return text.append(')').toString();
  }
}
