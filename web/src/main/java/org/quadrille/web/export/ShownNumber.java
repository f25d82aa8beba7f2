package org.quadrille.web.export;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the number out of a text in which a page shows it, where the page gives no other. */
final class ShownNumber {
  private static final Pattern NUMBER =
      Pattern.compile("([+−-]?)([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(%|K|M|B|万|亿)?");
  private static final Map<String, String> UNITS =
      Map.of("K", "1000", "M", "1000000", "B", "1000000000", "万", "10000", "亿", "100000000");

  private ShownNumber() {}

  /** The number, rounded as it is shown; empty for what is no number. */
  static Optional<ExportCell> read(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2).replace(",", "");
    int places = digits.indexOf('.') < 0 ? 0 : digits.length() - digits.indexOf('.') - 1;
    String unit = matcher.group(3) == null ? "" : matcher.group(3);
    BigDecimal value = new BigDecimal(digits);
    String pattern = "#,##0" + (places == 0 ? "" : "." + "0".repeat(places));
    if (unit.equals("%")) {
      value = value.movePointLeft(2);
      pattern += "%";
    } else if (!unit.isEmpty()) {
      value = value.multiply(new BigDecimal(UNITS.get(unit)));
      pattern = "#,##0";
    }
    boolean minus = matcher.group(1).equals("−") || matcher.group(1).equals("-");
    return Optional.of(ExportCell.number((minus ? value.negate() : value).doubleValue(), pattern));
  }
}
