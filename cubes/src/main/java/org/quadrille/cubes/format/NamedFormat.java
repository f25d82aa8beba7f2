package org.quadrille.cubes.format;

import java.util.Locale;
import java.util.Optional;

/** The formats that have a name. Upper and lower case in the name are the same. */
enum NamedFormat {
  GENERAL_NUMBER("General Number", ""),
  CURRENCY("Currency", ""),
  FIXED("Fixed", "0"),
  STANDARD("Standard", "#,##0"),
  PERCENT("Percent", "0.00%"),
  SCIENTIFIC("Scientific", "0.00E+00"),
  YES_NO("Yes/No", "\"Yes\";\"Yes\";\"No\""),
  TRUE_FALSE("True/False", "\"True\";\"True\";\"False\""),
  ON_OFF("On/Off", "\"On\";\"On\";\"Off\""),
  GENERAL_DATE("General Date", "c"),
  LONG_DATE("Long Date", "dddddd"),
  MEDIUM_DATE("Medium Date", "dd-mmm-yy"),
  SHORT_DATE("Short Date", "ddddd"),
  LONG_TIME("Long Time", "ttttt"),
  MEDIUM_TIME("Medium Time", "h:mm AM/PM"),
  SHORT_TIME("Short Time", "hh:mm");

  private final String label;
  private final String pattern;

  NamedFormat(String label, String pattern) {
    this.label = label;
    this.pattern = pattern;
  }

  static Optional<NamedFormat> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (NamedFormat format : values()) {
      if (format.label.toLowerCase(Locale.ROOT).equals(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The pattern that the name stands for; empty for numbers as they are. */
  String pattern(LocaleSymbols symbols) {
    return this == CURRENCY ? symbols.currencyPattern() : pattern;
  }

  /** True for the formats that say which of two words to show. */
  boolean isLogical() {
    return this == YES_NO || this == TRUE_FALSE || this == ON_OFF;
  }
}
