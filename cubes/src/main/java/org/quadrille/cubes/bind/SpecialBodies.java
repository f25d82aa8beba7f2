package org.quadrille.cubes.bind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.FunctionDefinition.Body;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.Member;

/** What the special forms compute. */
final class SpecialBodies {
  static final Body BRACES =
      (arguments, context) -> {
        int arity = Math.max(1, arguments.call().type().arity());
        TupleSet.Builder all = new TupleSet.Builder(arity, arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
          TupleSet part = arguments.set(i, context);
          if (!part.isEmpty()) {
            all.addAll(part);
          }
        }
        return all.build();
      };

  static final Body TUPLE =
      (arguments, context) -> {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
          Object value = arguments.value(i, context);
          if (value instanceof Member member && !member.isNull()) {
            members.add(member);
          } else if (value instanceof Member[] tuple) {
            members.addAll(List.of(tuple));
          } else {
            return null;
          }
        }
        return members.toArray(new Member[0]);
      };

  static final Body CROSSJOIN =
      (arguments, context) -> {
        TupleSet product = arguments.set(0, context);
        for (int i = 1; i < arguments.size(); i++) {
          TupleSet right = arguments.set(i, context);
          TupleSet.Builder next =
              new TupleSet.Builder(product.arity() + right.arity(), product.size() * right.size());
          for (int left = 0; left < product.size(); left++) {
            for (int k = 0; k < right.size(); k++) {
              next.addJoined(product, left, right, k);
            }
          }
          product = next.build();
        }
        return product;
      };

  static final Body CASE_TEST =
      (arguments, context) -> {
        int i = 0;
        while (i + 1 < arguments.size()) {
          long before = context.missing();
          boolean holds = arguments.logical(i, context);
          if (context.missing() > before) {
            askForResults(arguments, context, i + 1);
            return null;
          }
          if (holds) {
            return arguments.value(i + 1, context);
          }
          i += 2;
        }
        return i < arguments.size() ? arguments.value(i, context) : null;
      };

  static final Body CASE_MATCH =
      (arguments, context) -> {
        Object subject = arguments.value(0, context);
        int i = 1;
        while (i + 1 < arguments.size()) {
          Object candidate = arguments.value(i, context);
          if (subject != null && candidate != null && Values.compare(subject, candidate) == 0) {
            return arguments.value(i + 1, context);
          }
          i += 2;
        }
        return i < arguments.size() ? arguments.value(i, context) : null;
      };

  private SpecialBodies() {}

  /** While a condition's cells are missing, asks for the cells of every result. */
  private static void askForResults(
      Arguments arguments, org.quadrille.cubes.eval.Context context, int from) {
    for (int i = from; i < arguments.size(); i++) {
      arguments.value(i, context);
    }
  }

  static Body cast(Kind kind) {
    return (arguments, context) -> {
      Object value = arguments.value(0, context);
      return value == null ? null : cast(value, kind);
    };
  }

  private static @Nullable Object cast(Object value, Kind kind) {
    return switch (kind) {
      case STRING -> Values.text(value);
      case NUMERIC -> number(value);
      case INTEGER -> (int) Math.rint(number(value).doubleValue());
      case LOGICAL -> logical(value);
      default -> dateTime(value);
    };
  }

  private static Number number(Object value) {
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof Boolean logical) {
      return logical ? 1 : 0;
    }
    try {
      return new BigDecimal(value.toString().trim());
    } catch (NumberFormatException e) {
      throw new EvaluationException("cannot cast '" + value + "' to a number");
    }
  }

  private static Boolean logical(Object value) {
    if (value instanceof Boolean logical) {
      return logical;
    }
    if (value instanceof Number number) {
      return number.doubleValue() > 0;
    }
    String text = value.toString();
    return text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("1")
        || text.equalsIgnoreCase("yes");
  }

  private static LocalDateTime dateTime(Object value) {
    if (value instanceof LocalDateTime time) {
      return time;
    }
    String text = value.toString().trim();
    try {
      return text.length() > 10
          ? LocalDateTime.parse(text.replace(' ', 'T'))
          : LocalDate.parse(text).atStartOfDay();
    } catch (DateTimeParseException e) {
      throw new EvaluationException("cannot cast '" + value + "' to a date");
    }
  }
}
