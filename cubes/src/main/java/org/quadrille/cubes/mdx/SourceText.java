package org.quadrille.cubes.mdx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text that is parsed, and where each of its characters stands in what the author wrote. The body
 * of a formula in single quotes is a text of its own whose places lie in the text around it.
 *
 * <p>Positions count code points, as ANTLR does.
 */
final class SourceText {
  private final int[] codePoints;
  private final @Nullable SourceText outer;

  /** Without an outer text: where the lines begin; with one: the position there, and the end. */
  private final int[] table;

  private SourceText(int[] codePoints, @Nullable SourceText outer, int[] table) {
    this.codePoints = codePoints;
    this.outer = outer;
    this.table = table;
  }

  /** A text as it was received. */
  static SourceText of(String text) {
    int[] codePoints = text.codePoints().toArray();
    int[] starts = new int[codePoints.length + 1];
    int lines = 1;
    for (int i = 0; i < codePoints.length; i++) {
      boolean windows =
          codePoints[i] == '\r' && i + 1 < codePoints.length && codePoints[i + 1] == '\n';
      if (codePoints[i] == '\n' || (codePoints[i] == '\r' && !windows)) {
        starts[lines++] = i + 1;
      }
    }
    return new SourceText(codePoints, null, Arrays.copyOf(starts, lines));
  }

  /**
   * The text inside quotes, doubled quotes undone.
   *
   * @param first position of the opening quote
   * @param last position of the closing quote
   */
  SourceText unquote(int first, int last) {
    int quote = codePoints[first];
    int[] inner = new int[last - first];
    int[] positions = new int[last - first];
    int length = 0;
    for (int i = first + 1; i < last; i++) {
      inner[length] = codePoints[i];
      positions[length++] = i;
      if (codePoints[i] == quote) {
        i++;
      }
    }
    positions[length] = last;
    return new SourceText(Arrays.copyOf(inner, length), this, positions);
  }

  /** Whether the text stands in quotes inside another one. */
  boolean isQuoted() {
    return outer != null;
  }

  /** The place of a position; the position after the last character is allowed. */
  Place at(int position) {
    if (outer != null) {
      return outer.at(table[position]);
    }
    int found = Arrays.binarySearch(table, position);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, position - table[line] + 1);
  }

  String text() {
    return new String(codePoints, 0, codePoints.length);
  }
}
