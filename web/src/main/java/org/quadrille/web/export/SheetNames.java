package org.quadrille.web.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names that spreadsheets allow: at most 31 characters, some signs not, each only once. */
final class SheetNames {
  private static final int LONGEST = 31;

  private final Set<String> used = new HashSet<>();

  String next(String wanted) {
    String clean = wanted.replaceAll("[\\\\/*?:\\[\\]\\p{Cntrl}]", " ").strip();
    clean = clean.replaceAll("^'+|'+$", "").strip();
    String base = clean.isEmpty() ? "1" : clean;
    for (int i = 1; ; i++) {
      String end = i == 1 ? "" : " (" + i + ")";
      String name = cut(base, LONGEST - end.length()) + end;
      if (used.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).strip();
  }
}
