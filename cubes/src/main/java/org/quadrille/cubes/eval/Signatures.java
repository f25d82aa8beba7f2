package org.quadrille.cubes.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quadrille.cubes.eval.FunctionDefinition.Body;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.mdx.Syntax;

/**
 * Collects functions from signatures written as text, such as {@code Set Head(Set[, Numeric])},
 * {@code Member Member.Lag(Numeric)}, {@code Set Member.Children}, {@code Numeric Numeric +
 * Numeric}, {@code Logical NOT Logical}, {@code Logical Member IS EMPTY}, {@code Set Extract(Set,
 * Hierarchy...)}. What stands in square brackets may be left out. An argument left out between
 * commas has the kind Empty.
 */
public final class Signatures {
  private static final Pattern FUNCTION = Pattern.compile("(\\w+) ([^\\s.(]+)\\((.*)\\)");
  private static final Pattern METHOD = Pattern.compile("(\\w+) (\\w+)\\.(\\w+)\\((.*)\\)");
  private static final Pattern PROPERTY = Pattern.compile("(\\w+) (\\w+)\\.(\\w+)");
  private static final Pattern INFIX = Pattern.compile("(\\w+) (\\w+) (\\S+) (\\w+)");
  private static final Pattern POSTFIX = Pattern.compile("(\\w+) (\\w+) (IS (?:NULL|EMPTY))");
  private static final Pattern PREFIX = Pattern.compile("(\\w+) (\\S+) (\\w+)");

  private final List<FunctionDefinition> functions = new ArrayList<>();

  /** What was added, in order. */
  public List<FunctionDefinition> functions() {
    return List.copyOf(functions);
  }

  /** Adds a function whose result has the hierarchies of its first argument that has any. */
  public Signatures add(String signature, String summary, String example, Body body) {
    return add(signature, summary, example, Typings.FIRST, body);
  }

  /** Adds a function. */
  public Signatures add(
      String signature, String summary, String example, Typing typing, Body body) {
    for (Shape shape : shapes(signature)) {
      functions.add(
          new FunctionDefinition(
              shape.name,
              shape.syntax,
              shape.result,
              shape.parameters,
              shape.repeats,
              typing,
              body,
              signature,
              summary,
              example));
    }
    return this;
  }

  /** Adds a function of a form that signatures cannot write. */
  public Signatures add(FunctionDefinition function) {
    functions.add(function);
    return this;
  }

  private record Shape(
      String name, Syntax syntax, Kind result, List<Kind> parameters, boolean repeats) {}

  private static List<Shape> shapes(String signature) {
    Matcher m = METHOD.matcher(signature);
    if (m.matches()) {
      return lists(m.group(3), Syntax.METHOD, kind(m.group(1)), m.group(2) + ", " + m.group(4));
    }
    m = FUNCTION.matcher(signature);
    if (m.matches()) {
      return lists(m.group(2), Syntax.FUNCTION, kind(m.group(1)), m.group(3));
    }
    m = PROPERTY.matcher(signature);
    if (m.matches()) {
      return lists(m.group(3), Syntax.PROPERTY, kind(m.group(1)), m.group(2));
    }
    m = POSTFIX.matcher(signature);
    if (m.matches()) {
      return lists(m.group(3), Syntax.POSTFIX, kind(m.group(1)), m.group(2));
    }
    m = INFIX.matcher(signature);
    if (m.matches()) {
      return lists(m.group(3), Syntax.INFIX, kind(m.group(1)), m.group(2) + ", " + m.group(4));
    }
    m = PREFIX.matcher(signature);
    if (m.matches()) {
      return lists(m.group(2), Syntax.PREFIX, kind(m.group(1)), m.group(3));
    }
    throw new IllegalArgumentException("cannot read the signature " + signature);
  }

  /** One shape for each number of optional parameters. */
  private static List<Shape> lists(String name, Syntax syntax, Kind result, String parameters) {
    List<Shape> shapes = new ArrayList<>();
    String rest = parameters.replace("]", "");
    int bracket = -1;
    do {
      bracket = rest.indexOf('[', bracket + 1);
      String part = (bracket < 0 ? rest : rest.substring(0, bracket)).replace("[", "").trim();
      boolean repeats = part.endsWith("...");
      List<Kind> kinds = kinds(repeats ? part.substring(0, part.length() - 3) : part);
      shapes.add(new Shape(name, syntax, result, kinds, repeats));
    } while (bracket >= 0);
    return shapes;
  }

  private static List<Kind> kinds(String list) {
    return Arrays.stream(list.split(","))
        .map(String::trim)
        .filter(s -> !s.isEmpty())
        .map(Signatures::kind)
        .toList();
  }

  private static Kind kind(String word) {
    return Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
