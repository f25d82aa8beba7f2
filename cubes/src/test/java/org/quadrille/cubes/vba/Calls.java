package org.quadrille.cubes.vba;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.format.FormatString;

/**
 * Evaluates the small part of MDX in which examples are written: calls, literals, {@code -}, {@code
 * *}, {@code ||}, {@code Format}, and {@code Array(…)} for the arrays that MDX makes of sets.
 */
final class Calls {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"(?:[^\"]|\"\")*\"|[\\d.]+(?:[eE][+-]?\\d+)?|\\w+|\\|\\||.)");

  private final List<ScalarFunction> functions;
  private final Locale locale;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  Calls(List<ScalarFunction> functions, Locale locale) {
    this.functions = functions;
    this.locale = locale;
  }

  /** The value of an expression; null for the empty value. */
  @Nullable Object evaluate(String expression) {
    tokens.clear();
    next = 0;
    Matcher matcher = TOKEN.matcher(expression.strip());
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    Object value = concatenation();
    if (next < tokens.size()) {
      throw new AssertionError("unread: " + tokens.subList(next, tokens.size()));
    }
    return value;
  }

  private @Nullable Object concatenation() {
    Object value = product();
    while (takes("||")) {
      value = String.valueOf(value) + product();
    }
    return value;
  }

  private @Nullable Object product() {
    Object value = operand();
    while (takes("*")) {
      value = number(value) * number(operand());
    }
    return value;
  }

  private @Nullable Object operand() {
    if (takes("-")) {
      Object value = operand();
      return value instanceof Integer whole ? (Object) (-whole) : (Object) (-number(value));
    }
    String token = tokens.get(next);
    next++;
    if (token.startsWith("\"")) {
      return token.substring(1, token.length() - 1).replace("\"\"", "\"");
    }
    if (Character.isDigit(token.charAt(0))) {
      return token.matches("\\d{1,9}") ? (Object) Integer.valueOf(token) : Double.valueOf(token);
    }
    return switch (token.toUpperCase(Locale.ROOT)) {
      case "TRUE" -> true;
      case "FALSE" -> false;
      case "NULL" -> null;
      default -> call(token, arguments());
    };
  }

  private List<@Nullable Object> arguments() {
    List<@Nullable Object> arguments = new ArrayList<>();
    if (!takes("(")) {
      throw new AssertionError("( expected at token " + next + " of " + tokens);
    }
    if (takes(")")) {
      return arguments;
    }
    do {
      arguments.add(concatenation());
    } while (takes(","));
    if (!takes(")")) {
      throw new AssertionError(") expected at token " + next + " of " + tokens);
    }
    return arguments;
  }

  private @Nullable Object call(String name, List<@Nullable Object> arguments) {
    if (name.equalsIgnoreCase("Format")) {
      return FormatString.of((String) arguments.get(1), locale).format(arguments.get(0));
    }
    if (name.equalsIgnoreCase("Array")) {
      return arguments;
    }
    ScalarFunction found =
        functions.stream()
            .filter(f -> f.name().equalsIgnoreCase(name) && f.accepts(arguments.size()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + name + " of " + arguments.size()));
    return found.apply(arguments);
  }

  private boolean takes(String token) {
    boolean found = next < tokens.size() && tokens.get(next).equals(token);
    next += found ? 1 : 0;
    return found;
  }

  private static double number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new AssertionError("no number: " + value);
  }
}
