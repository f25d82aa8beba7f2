package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.INTEGER;
import static org.quadrille.cubes.vba.ScalarType.STRING;

import java.util.Locale;

/**
 * Functions on texts. Positions count from 1. A {@code compare} argument is 0 for an exact
 * comparison, the default, and 1 for one that takes upper and lower case as the same.
 */
final class TextFunctions {

  private static final String BLANK = " ";

  private TextFunctions() {}

  static void addTo(Catalog catalog) {
    addParts(catalog);
    addSearch(catalog);
    addChanges(catalog);
    addCharacters(catalog);
  }

  private static void addParts(Catalog catalog) {
    catalog
        .define("Left", "STRING text, INTEGER length", STRING)
        .summary("The first characters of a text.")
        .example("Left(\"Quadrille\", 4)", "Quad")
        .as(call -> head(call.text(0), call.integer(1, 0, Integer.MAX_VALUE)));
    catalog
        .define("Right", "STRING text, INTEGER length", STRING)
        .summary("The last characters of a text.")
        .example("Right(\"Quadrille\", 5)", "rille")
        .as(
            call -> {
              String text = call.text(0);
              int length = call.integer(1, 0, Integer.MAX_VALUE);
              return text.substring(Math.max(0, text.length() - length));
            });
    catalog
        .define("Mid", "STRING text, INTEGER start, [INTEGER length]", STRING)
        .summary("The characters of a text from a position on, all of them or a number of them.")
        .example("Mid(\"Quadrille\", 5, 3)", "ril")
        .as(
            call -> {
              String text = call.text(0);
              int start = call.integer(1, 1, Integer.MAX_VALUE);
              int length = call.has(2) ? call.integer(2, 0, Integer.MAX_VALUE) : Integer.MAX_VALUE;
              return head(text.substring(Math.min(start - 1, text.length())), length);
            });
  }

  private static void addSearch(Catalog catalog) {
    catalog
        .define("InStr", "STRING text, STRING wanted", INTEGER)
        .summary("The position of the first occurrence of one text in another; 0 if there is none.")
        .example("InStr(\"Quadrille\", \"rill\")", "5")
        .as(call -> find(call.text(0), call.text(1), 1));
    catalog
        .define("InStr", "INTEGER start, STRING text, STRING wanted, [INTEGER compare]", INTEGER)
        .summary("The position of the first occurrence at or after a start; 0 if there is none.")
        .example("InStr(5, \"Quadrille\", \"L\", 1)", "7")
        .as(
            call -> {
              int start = call.integer(0, 1, Integer.MAX_VALUE);
              boolean fold = ignoresCase(call, 3);
              return find(folded(call.text(1), fold), folded(call.text(2), fold), start);
            });
    catalog
        .define(
            "InStrRev", "STRING text, STRING wanted, [INTEGER start], [INTEGER compare]", INTEGER)
        .summary(
            "The position of the last occurrence of one text in another, which must end at or"
                + " before the start; 0 if there is none, and -1 as start means the end.")
        .example("InStrRev(\"Quadrille\", \"l\")", "8")
        .as(TextFunctions::findLast);
    catalog
        .define("StrComp", "STRING first, STRING second, [INTEGER compare]", INTEGER)
        .summary("Compares two texts: -1, 0 or 1 as the first is before, equal to or after.")
        .example("StrComp(\"abc\", \"ABC\", 1)", "0")
        .as(
            call -> {
              boolean fold = ignoresCase(call, 2);
              return Integer.signum(
                  folded(call.text(0), fold).compareTo(folded(call.text(1), fold)));
            });
  }

  private static void addChanges(Catalog catalog) {
    catalog
        .define(
            "Replace",
            "STRING text, STRING wanted, STRING replacement, [INTEGER start], [INTEGER count],"
                + " [INTEGER compare]",
            STRING)
        .summary(
            "Replaces occurrences of one text in another: all from the start on, or a number of"
                + " them. The text before the start is kept.")
        .example("Replace(\"one fish, two fish\", \"fish\", \"cat\", 1, 1)", "one cat, two fish")
        .as(TextFunctions::replace);
    catalog
        .define("LCase", "STRING text", STRING)
        .summary("The text in lower case.")
        .example("LCase(\"Quadrille\")", "quadrille")
        .as(call -> call.text(0).toLowerCase(Locale.ROOT));
    catalog
        .define("Trim", "STRING text", STRING)
        .summary("The text without blanks at its ends.")
        .example("Trim(\"  Quadrille  \")", "Quadrille")
        .as(call -> withoutLeading(withoutTrailing(call.text(0))));
    catalog
        .define("LTrim", "STRING text", STRING)
        .summary("The text without blanks at its beginning.")
        .example("LTrim(\"  Quadrille\")", "Quadrille")
        .as(call -> withoutLeading(call.text(0)));
    catalog
        .define("RTrim", "STRING text", STRING)
        .summary("The text without blanks at its end.")
        .example("RTrim(\"Quadrille  \")", "Quadrille")
        .as(call -> withoutTrailing(call.text(0)));
    catalog
        .define("StrReverse", "STRING text", STRING)
        .summary("The characters of a text in reverse order.")
        .example("StrReverse(\"stressed\")", "desserts")
        .as(call -> new StringBuilder(call.text(0)).reverse().toString());
    catalog
        .define("Space", "INTEGER count", STRING)
        .summary("A number of blanks.")
        .example("Replace(Space(3), \" \", \".\")", "...")
        .as(call -> BLANK.repeat(call.integer(0, 0, Integer.MAX_VALUE)));
    catalog
        .define("String", "INTEGER count, STRING character", STRING)
        .summary("The first character of a text, repeated.")
        .example("String(3, \"ab\")", "aaa")
        .as(call -> firstCharacter(call, 1).repeat(call.integer(0, 0, Integer.MAX_VALUE)));
  }

  private static void addCharacters(Catalog catalog) {
    catalog
        .define("Asc", "STRING text", INTEGER)
        .summary("The code of the first character of a text.")
        .example("Asc(\"A\")", "65")
        .as(call -> (int) firstCharacter(call, 0).charAt(0));
    catalog
        .define("AscB", "STRING text", INTEGER)
        .summary("The lowest byte of the code of the first character of a text.")
        .example("AscB(\"A\")", "65")
        .as(call -> firstCharacter(call, 0).charAt(0) & 0xff);
    catalog
        .define("AscW", "STRING text", INTEGER)
        .summary("The Unicode number of the first character of a text.")
        .example("AscW(\"Ω\")", "937")
        .as(call -> (int) firstCharacter(call, 0).charAt(0));
    catalog
        .define("Chr", "INTEGER code", STRING)
        .summary("The character with a code.")
        .example("Chr(65)", "A")
        .as(call -> character(call.integer(0, 0, Character.MAX_VALUE)));
    catalog
        .define("ChrB", "INTEGER code", STRING)
        .summary("The character with a code from 0 to 255.")
        .example("ChrB(65)", "A")
        .as(call -> character(call.integer(0, 0, 255)));
    catalog
        .define("ChrW", "INTEGER code", STRING)
        .summary("The character with a Unicode number.")
        .example("ChrW(937)", "Ω")
        .as(call -> character(call.integer(0, 0, Character.MAX_VALUE)));
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  private static int find(String text, String wanted, int start) {
    if (start > text.length()) {
      return 0;
    }
    return text.indexOf(wanted, start - 1) + 1;
  }

  private static int findLast(Arguments call) {
    boolean fold = ignoresCase(call, 3);
    String text = folded(call.text(0), fold);
    String wanted = folded(call.text(1), fold);
    int start = call.integer(2, -1);
    if (start == 0 || start < -1) {
      throw call.wrong(2, "1 or more, or -1 for the end");
    }
    int end = start == -1 ? text.length() : start;
    if (end > text.length() || text.isEmpty()) {
      return 0;
    }
    return wanted.isEmpty() ? end : text.substring(0, end).lastIndexOf(wanted) + 1;
  }

  private static String replace(Arguments call) {
    String text = call.text(0);
    boolean fold = ignoresCase(call, 5);
    String searched = folded(text, fold);
    String wanted = folded(call.text(1), fold);
    int from = (call.has(3) ? call.integer(3, 1, Integer.MAX_VALUE) : 1) - 1;
    int left = call.has(4) ? call.integer(4, -1, Integer.MAX_VALUE) : -1;
    if (wanted.isEmpty() || from >= text.length()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.substring(0, from));
    int at = searched.indexOf(wanted, from);
    while (at >= 0 && left != 0) {
      result.append(text, from, at).append(call.text(2));
      from = at + wanted.length();
      left--;
      at = searched.indexOf(wanted, from);
    }
    return result.append(text.substring(from)).toString();
  }

  private static boolean ignoresCase(Arguments call, int index) {
    return call.has(index) && call.integer(index, 0, 1) == 1;
  }

  /** The text for a comparison; character by character, so that positions stay the same. */
  private static String folded(String text, boolean fold) {
    if (!fold) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> result.append(Character.toLowerCase(Character.toUpperCase((char) c))));
    return result.toString();
  }

  private static String withoutLeading(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    return text.substring(from);
  }

  private static String withoutTrailing(String text) {
    int to = text.length();
    while (to > 0 && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(0, to);
  }

  private static String firstCharacter(Arguments call, int index) {
    String text = call.text(index);
    if (text.isEmpty()) {
      throw call.wrong(index, "a text with at least one character");
    }
    return text.substring(0, 1);
  }

  private static String character(int code) {
    return String.valueOf((char) code);
  }
}
