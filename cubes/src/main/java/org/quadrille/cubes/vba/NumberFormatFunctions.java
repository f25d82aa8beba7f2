package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.STRING;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import org.quadrille.cubes.format.FormatCache;

/**
 * Functions that show a number or date in one of a few ways.
 *
 * <p>The switches for leading zero, parentheses and groups are those of Visual Basic: -1 or 1 for
 * yes, 0 for no, -2 for what is usual. A number of digits of -1 is what is usual, too.
 */
final class NumberFormatFunctions {

  private static final String SWITCHES =
      "VALUE number, [INTEGER digits], [INTEGER leadingZero], [INTEGER parentheses],"
          + " [INTEGER groups]";
  private static final int USUAL = -2;
  private static final int GREATEST_DIGITS = 99;
  private static final String[] DATE_FORMATS = {
    "General Date", "Long Date", "Short Date", "Long Time", "Short Time"
  };

  private NumberFormatFunctions() {}

  static void addTo(Catalog catalog, Locale locale) {
    // There are few combinations of switches, so the patterns are soon all known.
    FormatCache formats = new FormatCache(200);
    DecimalFormat money = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
    int moneyDigits = money.getMaximumFractionDigits();
    String before = quoted(money.getPositivePrefix());
    String after = quoted(money.getPositiveSuffix());
    catalog
        .define("FormatNumber", SWITCHES, STRING)
        .summary("The number with decimals, two unless told otherwise, and groups of thousands.")
        .example("FormatNumber(-1234.567, 1, -1, -1)", "(1,234.6)")
        .as(call -> formats.get(pattern(call, 2, "", "", false), locale).format(call.number(0)));
    catalog
        .define("FormatCurrency", SWITCHES, STRING)
        .summary("The number as an amount of money; parentheses enclose negative amounts.")
        .example("FormatCurrency(1234.5)", "$1,234.50")
        .as(
            call ->
                formats
                    .get(pattern(call, moneyDigits, before, after, true), locale)
                    .format(call.number(0)));
    catalog
        .define("FormatPercent", SWITCHES, STRING)
        .summary("The number as a percentage with decimals, two unless told otherwise.")
        .example("FormatPercent(0.1234, 1)", "12.3%")
        .as(call -> formats.get(pattern(call, 2, "", "%", false), locale).format(call.number(0)));
    catalog
        .define("FormatDateTime", "DATETIME date, [INTEGER format]", STRING)
        .summary(
            "The date in a usual format: 0 general, 1 long date, 2 short date, 3 long time, 4 short"
                + " time.")
        .example("FormatDateTime(DateSerial(2006, 4, 29), 1)", "Saturday, April 29, 2006")
        .as(
            call -> {
              int format = call.has(1) ? call.integer(1, 0, DATE_FORMATS.length - 1) : 0;
              return formats.get(DATE_FORMATS[format], locale).format(call.date(0));
            });
  }

  private static String pattern(
      Arguments call, int usualDigits, String before, String after, boolean usualParentheses) {
    int digits = call.has(1) ? call.integer(1, -1, GREATEST_DIGITS) : -1;
    int places = digits < 0 ? usualDigits : digits;
    boolean zero = isOn(call, 2, true);
    boolean groups = isOn(call, 4, true);
    String whole = (groups ? "#,##" : "") + (zero ? "0" : "#");
    String number = before + whole + (places == 0 ? "" : "." + "0".repeat(places)) + after;
    return isOn(call, 3, usualParentheses) ? number + ";(" + number + ")" : number;
  }

  private static boolean isOn(Arguments call, int index, boolean usual) {
    int value = call.has(index) ? call.integer(index, USUAL, 1) : USUAL;
    return value == USUAL ? usual : value != 0;
  }

  private static String quoted(String literal) {
    return literal.isEmpty() ? "" : '"' + literal + '"';
  }
}
