package org.quadrille.cubes.function;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.format.FormatCache;

/** Functions on strings besides those of Visual Basic. */
final class StringFunctions {
  private static final int PATTERNS = 500;

  private StringFunctions() {}

  static void register(Signatures s) {
    s.add(
        "String String || String",
        "Both strings one after the other; an empty value is written as null.",
        "[Store].[USA].Name || \", \" || [Gender].[F].Name",
        (a, c) -> text(a.value(0, c)) + text(a.value(1, c)));
    s.add(
        "Numeric Len(String)",
        "How many characters the string has.",
        "Len([Store].[USA].Name)",
        (a, c) -> {
          String text = a.string(0, c);
          return text == null ? 0 : text.length();
        });
    s.add(
        "String UCase(String)",
        "The string in capital letters.",
        "UCase([Store].[USA].[CA].Name)",
        (a, c) -> {
          String text = a.string(0, c);
          return text == null ? "" : text.toUpperCase(c.locale());
        });
    s.add(
        "Logical String MATCHES String",
        "Whether the whole string matches a regular expression of Java.",
        "[Store].[USA].Name MATCHES \"U.*\"",
        StringFunctions::matches);
    format(s);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "null" : Values.text(value);
  }

  private static boolean matches(Arguments a, Context c) {
    String text = a.string(0, c);
    String pattern = a.string(1, c);
    if (text == null || pattern == null) {
      return false;
    }
    try {
      return Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      throw new EvaluationException(
          "'" + pattern + "' is no regular expression: " + e.getDescription());
    }
  }

  private static void format(Signatures s) {
    FormatCache formats = new FormatCache(PATTERNS);
    s.add(
        "String Format(Numeric, String)",
        "The number as a format string shows it.",
        "Format([Measures].[Revenue], \"#,##0.00\")",
        (a, c) -> format(formats, a, c));
    s.add(
        "String Format(Datetime, String)",
        "The date as a format string shows it.",
        "Format(DateSerial(1997, 1, 31), \"yyyy-mm-dd\")",
        (a, c) -> format(formats, a, c));
    s.add(
        "String Format(String, String)",
        "The string as a format string shows it.",
        "Format([Store].[USA].Name, \"<\")",
        (a, c) -> format(formats, a, c));
  }

  private static String format(FormatCache formats, Arguments a, Context c) {
    String pattern = a.string(1, c);
    return formats.get(pattern == null ? "" : pattern, c.locale()).format(a.value(0, c));
  }
}
