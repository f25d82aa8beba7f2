package org.quadrille.cubes.exec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Computation;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/**
 * Which format string a cell has: that of the current member of highest solve order that has one; a
 * calculated member without one takes it from the first member of its formula that has one.
 */
final class Formats {
  private static final String STANDARD = "Standard";

  /** A stored measure without a format: what it holds, as the locale writes numbers. */
  private static final String UNFORMATTED = "";

  private Formats() {}

  static String of(Context context, List<@Nullable Member> current, @Nullable Object value) {
    Member chosen = null;
    int best = Integer.MIN_VALUE;
    for (Member member : current) {
      if (!(member instanceof MeasureMember)
          && !(member instanceof CalculatedMember && hasFormat(member, new HashSet<>()))) {
        continue;
      }
      int order = member instanceof CalculatedMember calculated ? calculated.solveOrder() : -1;
      if (order > best) {
        chosen = member;
        best = order;
      }
    }
    String text = chosen == null ? STANDARD : text(chosen, context);
    return text.equals(UNFORMATTED) && isWhole(value) ? STANDARD : text;
  }

  /** The format string of a cell whose members are all stored. */
  static String ofStored(MeasureMember measure, @Nullable Object value) {
    String format = measure.definition().formatString();
    return format != null ? format : isWhole(value) ? STANDARD : UNFORMATTED;
  }

  /** Whether three decimals of a number are zeros, so that no point is shown. */
  private static boolean isWhole(@Nullable Object value) {
    if (!(value instanceof Number number)) {
      return false;
    }
    double thousandfold = number.doubleValue() * 1000;
    return Math.floor(Math.abs(thousandfold) + 0.5) % 1000 == 0;
  }

  private static boolean hasFormat(Member member, Set<Member> seen) {
    if (member instanceof MeasureMember measure) {
      return true;
    }
    return member instanceof CalculatedMember calculated
        && seen.add(member)
        && (calculated.property("FORMAT_STRING") != null
            || isInteger(calculated)
            || source(calculated, seen) != null);
  }

  private static String text(Member member, Context context) {
    if (member instanceof MeasureMember measure) {
      String format = measure.definition().formatString();
      return format == null ? UNFORMATTED : format;
    }
    if (member instanceof CalculatedMember calculated) {
      Computation own = calculated.property("FORMAT_STRING");
      if (own != null) {
        Object format = ((Expr) own).evaluate(context);
        return format == null ? STANDARD : format.toString();
      }
      if (isInteger(calculated)) {
        return STANDARD;
      }
      Set<Member> seen = new HashSet<>();
      seen.add(member);
      Member source = source(calculated, seen);
      if (source != null) {
        return text(source, context);
      }
    }
    return STANDARD;
  }

  /** A rank or ordinal is not formatted like the measure that it looks at. */
  private static boolean isInteger(CalculatedMember member) {
    return ((Expr) member.body()).type().kind() == Kind.INTEGER;
  }

  /** The first member of a measure's formula that has a format. */
  private static @Nullable Member source(CalculatedMember member, Set<Member> seen) {
    return member.hierarchy().isMeasures() ? first((Expr) member.body(), seen) : null;
  }

  private static @Nullable Member first(Expr expression, Set<Member> seen) {
    if (expression instanceof Expr.MemberRef ref) {
      return ref.member().hierarchy().isMeasures() && hasFormat(ref.member(), seen)
          ? ref.member()
          : null;
    }
    if (expression instanceof Expr.Conversion conversion) {
      return first(conversion.operand(), seen);
    }
    if (expression instanceof Expr.Call call) {
      for (Expr argument : call.arguments()) {
        Member found = first(argument, seen);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
