package org.quadrille.cubes.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names in MDX. */
public final class Names {
  private Names() {}

  /** The name in brackets. */
  public static String quote(String name) {
    return name.indexOf(']') < 0 ? "[" + name + "]" : "[" + name.replace("]", "]]") + "]";
  }

  /** The names in brackets, joined by dots. */
  public static String unique(String... names) {
    return String.join(".", Arrays.stream(names).map(Names::quote).toList());
  }

  /**
   * The candidate that a misspelt name was most likely meant to be.
   *
   * @return null where none is near enough
   */
  public static @Nullable String nearest(String name, List<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(Comparator.comparingInt(c -> distance(wanted, c.toLowerCase(Locale.ROOT))))
        .filter(
            c ->
                distance(wanted, c.toLowerCase(Locale.ROOT))
                    <= Math.max(1, Math.min(name.length(), c.length()) / 3))
        .orElse(null);
  }

  /** A remedy to append to a message about an unknown name; empty where nothing is near. */
  public static String didYouMean(String name, List<String> candidates) {
    String nearest = nearest(name, candidates);
    return nearest == null ? "" : "; did you mean " + nearest + "?";
  }

  /** Number of insertions, deletions, replacements and swaps of neighbours between two words. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
