package org.quadrille.server.format;

import java.util.ArrayList;
import java.util.List;
import org.quadrille.cubes.result.CellSet;

/** Draws a cell set as a table for a terminal: members at the left, cells right-aligned. */
public final class TextTable {
  private TextTable() {}

  /** The table with a line end after each line. */
  public static String draw(CellSet cellSet) {
    Grid grid = new Grid(cellSet, CellTexts::formatted);
    List<List<String>> lines = new ArrayList<>();
    lines.add(grid.header());
    grid.rows(lines::add);
    boolean[] left = new boolean[lines.get(0).size()];
    java.util.Arrays.fill(left, 0, grid.headings(), true);
    return draw(lines, left);
  }

  /**
   * A table of texts, the first line as its head.
   *
   * @param left which columns are left-aligned
   */
  static String draw(List<List<String>> lines, boolean[] left) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    rule(out, widths, "┌", "┬", "┐");
    for (int i = 0; i < lines.size(); i++) {
      line(out, lines.get(i), widths, left);
      if (i == 0) {
        rule(out, widths, "├", "┼", "┤");
      }
    }
    rule(out, widths, "└", "┴", "┘");
    return out.toString();
  }

  private static void rule(StringBuilder out, int[] widths, String left, String mid, String right) {
    out.append(left);
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? "" : mid).append("─".repeat(widths[i] + 2));
    }
    out.append(right).append('\n');
  }

  private static void line(StringBuilder out, List<String> texts, int[] widths, boolean[] left) {
    for (int i = 0; i < widths.length; i++) {
      String text = oneLine(texts.get(i));
      String blanks = " ".repeat(widths[i] - width(text));
      out.append("│ ").append(left[i] ? text + blanks : blanks + text).append(' ');
    }
    out.append("│\n");
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  /** Columns that a text takes in a terminal: characters of East Asian scripts take two. */
  private static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HANGUL
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || codePoint >= 0x3000 && codePoint <= 0x303F
        || codePoint >= 0xFF01 && codePoint <= 0xFF60;
  }
}
