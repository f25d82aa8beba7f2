package org.quadrille.cubes.vba;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.format.FormatString;

/** Reads numbers from text, and writes them. */
final class NumberText {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][+-]?\\d+)?");
  private static final Pattern HEXADECIMAL = Pattern.compile("(?i)&H([0-9A-F]{1,15})");
  private static final Pattern OCTAL = Pattern.compile("(?i)&O([0-7]{1,20})");

  private final String grouping;
  private final char point;
  private final FormatString general;

  NumberText(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    this.grouping = String.valueOf(symbols.getGroupingSeparator());
    this.point = symbols.getDecimalSeparator();
    this.general = FormatString.of("", locale);
  }

  /** The text of a number or another value, as it is: {@code 5} for five, not {@code 5.0}. */
  String show(@Nullable Object value) {
    return general.format(value);
  }

  /** Reads a whole text in the locale's notation; empty where it is no number. */
  OptionalDouble parse(String text) {
    String plain = text.strip().replace(grouping, "").replace(point, '.');
    return NUMBER.matcher(plain).matches()
        ? OptionalDouble.of(Double.parseDouble(plain.replaceAll("[dD]", "E")))
        : OptionalDouble.empty();
  }

  /**
   * Reads the number at the beginning of a text, as Visual Basic's {@code Val} does: blanks are
   * passed over, the decimal point is a full stop in all locales, and no number is zero.
   */
  static double leading(String text) {
    String dense = text.replaceAll("[ \t\r\n]", "");
    Matcher hexadecimal = HEXADECIMAL.matcher(dense);
    if (hexadecimal.lookingAt()) {
      return Long.parseLong(hexadecimal.group(1), 16);
    }
    Matcher octal = OCTAL.matcher(dense);
    if (octal.lookingAt()) {
      return Long.parseLong(octal.group(1), 8);
    }
    Matcher number = NUMBER.matcher(dense);
    return number.lookingAt() ? Double.parseDouble(number.group().replaceAll("[dD]", "E")) : 0;
  }
}
