package org.quadrille.etl.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code "; did you mean X?"} for the nearest name by edit distance, or an empty text. */
  public static String of(String wrong, Collection<String> names) {
    Optional<String> best =
        names.stream().min(Comparator.comparingInt(name -> distance(wrong, name)));
    return best.filter(name -> distance(wrong, name) <= Math.max(1, wrong.length() / 3))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private static int distance(String one, String two) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = two.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}
