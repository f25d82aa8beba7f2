package org.quadrille.cubes.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quadrille.cubes.eval.FunctionDefinition;

/** Writes the part of the reference of MDX that lists functions and operators. */
final class ReferencePage {
  static final String BEGIN = "<!-- functions: generated, see MdxReferenceTest -->\n";

  private ReferencePage() {}

  /** All themes in order, each with one row for each signature. */
  static String text() {
    StringBuilder page = new StringBuilder(BEGIN);
    BuiltinFunctions.themes()
        .forEach(
            (title, functions) -> {
              page.append("\n### ").append(title).append("\n\n");
              page.append("| signature | what it gives | example |\n| --- | --- | --- |\n");
              distinct(functions).forEach((key, function) -> page.append(row(function)));
            });
    return page.toString();
  }

  /** One definition for each signature, however many numbers of arguments it allows. */
  private static Map<String, FunctionDefinition> distinct(List<FunctionDefinition> functions) {
    Map<String, FunctionDefinition> distinct = new LinkedHashMap<>();
    for (FunctionDefinition function : functions) {
      distinct.putIfAbsent(function.signature(), function);
    }
    return distinct;
  }

  private static String row(FunctionDefinition function) {
    return "| "
        + code(function.signature())
        + " | "
        + escape(function.summary())
        + " | "
        + (function.example().isEmpty() ? "" : code(function.example()))
        + " |\n";
  }

  private static String code(String text) {
    return "`" + escape(text) + "`";
  }

  private static String escape(String text) {
    return text.replace("|", "\\|");
  }
}
