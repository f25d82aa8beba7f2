package org.quadrille.cubes.schema;

import java.util.Collection;
import java.util.Locale;

/** Proposes the known name that was probably meant. */
final class Nearest {
  private final Collection<String> known;

  Nearest(Collection<String> known) {
    this.known = known;
  }

  /** {@code "; did you mean 'x'?"} for a name near enough to a known one, else the empty string. */
  String hint(String unknown) {
    String best = "";
    int bestDistance = Math.max(2, unknown.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(unknown.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
  }

  /** Levenshtein distance: insertions, deletions and replacements that make one of the other. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
