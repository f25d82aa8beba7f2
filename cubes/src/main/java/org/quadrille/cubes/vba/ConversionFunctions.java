package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.DATETIME;
import static org.quadrille.cubes.vba.ScalarType.INTEGER;
import static org.quadrille.cubes.vba.ScalarType.LOGICAL;
import static org.quadrille.cubes.vba.ScalarType.NUMERIC;
import static org.quadrille.cubes.vba.ScalarType.STRING;
import static org.quadrille.cubes.vba.ScalarType.VALUE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.format.FormatCache;
import org.quadrille.cubes.format.FormatString;

/** Functions that turn a value of one type into one of another, or say which type it has. */
final class ConversionFunctions {

  private ConversionFunctions() {}

  static void addTo(Catalog catalog, Clock clock, Locale locale) {
    addNumbers(catalog);
    addOthers(catalog);
    addTexts(catalog, clock, locale);
  }

  private static void addNumbers(Catalog catalog) {
    catalog
        .define("CDbl", "VALUE value", NUMERIC)
        .summary("The value as a number; a date gives the days since December 30, 1899.")
        .example("Format(CDbl(\"12.5\"), \"0.00\")", "12.50")
        .as(call -> call.number(0));
    catalog
        .define("CInt", "VALUE value", INTEGER)
        .summary("The value as a whole number; halves go to the even neighbour.")
        .example("CInt(2.5)", "2")
        .as(call -> call.integer(0));
    catalog
        .define("CByte", "VALUE value", INTEGER)
        .summary("The value as a whole number from 0 to 255; halves go to the even neighbour.")
        .example("CByte(125.5678)", "126")
        .as(call -> call.integer(0, 0, 255));
    catalog
        .define("Int", "VALUE value", INTEGER)
        .summary("The greatest whole number that is not above the value.")
        .example("Int(-8.4)", "-9")
        .as(call -> Numbers.whole(Math.floor(call.number(0))));
    catalog
        .define("Fix", "VALUE value", INTEGER)
        .summary("The value without its fraction.")
        .example("Fix(-8.4)", "-8")
        .as(
            call -> {
              double number = call.number(0);
              return Numbers.whole(number < 0 ? Math.ceil(number) : Math.floor(number));
            });
    catalog
        .define("Val", "VALUE value", NUMERIC)
        .summary(
            "The number at the beginning of a text, blanks passed over; 0 where there is none. A"
                + " number is returned as it is.")
        .example("Val(\"24 and 57\")", "24")
        .as(
            call ->
                call.value(0) instanceof String text ? NumberText.leading(text) : call.number(0));
  }

  private static void addOthers(Catalog catalog) {
    catalog
        .define("CBool", "VALUE value", LOGICAL)
        .summary("The value as a logical one: zero is false, any other number true.")
        .example("CBool(5)", "true")
        .as(call -> call.logical(0, false));
    catalog
        .define("CDate", "VALUE value", DATETIME)
        .summary("The value as a date: a text is read, a number counts days since Dec 30, 1899.")
        .example("Format(CDate(\"April 29, 2006\"), \"yyyy-mm-dd\")", "2006-04-29")
        .as(call -> call.date(0));
    catalog
        .defineForEmpty("IsDate", "VALUE value", LOGICAL)
        .summary("Whether the value is a date, or a text that can be read as one.")
        .example("IsDate(\"February 30, 2006\")", "false")
        .as(
            call ->
                call.value(0) instanceof Temporal
                    || (call.value(0) instanceof String text
                        && call.dateText().parse(text).isPresent()));
    catalog
        .defineForEmpty("TypeName", "VALUE value", STRING)
        .summary("The name of the type of the value, as Visual Basic calls it.")
        .example("TypeName(\"Quadrille\")", "String")
        .as(call -> typeName(call.value(0)));
    catalog
        .defineForEmpty("NullValue", "", VALUE)
        .summary("The empty value.")
        .example("NullValue()", "")
        .as(call -> null);
  }

  private static void addTexts(Catalog catalog, Clock clock, Locale locale) {
    catalog
        .define("Hex", "VALUE value", STRING)
        .summary("The value, rounded to a whole number, in hexadecimal digits.")
        .example("Hex(255)", "FF")
        .as(call -> digits(call.number(0), 4));
    catalog
        .define("Oct", "VALUE value", STRING)
        .summary("The value, rounded to a whole number, in octal digits.")
        .example("Oct(8)", "10")
        .as(call -> digits(call.number(0), 3));
    catalog
        .define("Str", "VALUE value", STRING)
        .summary("The number as text, with a blank in the place of the sign unless it is negative.")
        .example("\"[\" || Str(459) || \"]\"", "[ 459]")
        .as(call -> str(call));
    FormatCache formats = new FormatCache(100);
    catalog
        .define("CurrentDateString", "STRING format", STRING)
        .summary("The present date and time, formatted.")
        .example("CurrentDateString(\"yyyy-mm-dd\")")
        .as(call -> formats.get(call.text(0), locale).format(LocalDateTime.now(clock)));
  }

  private static String str(Arguments call) {
    double number = call.number(0);
    // Str knows only the full stop, in every locale.
    Object shown = call.value(0) instanceof Number given ? given : (Object) number;
    String text = FormatString.of("", Locale.ROOT).format(shown);
    return number < 0 ? text : " " + text;
  }

  /** Digits of a power of two; negative numbers of 32 bits show as their two's complement. */
  private static String digits(double number, int bits) {
    long whole = (long) Math.rint(number);
    boolean small = whole == (int) whole;
    String text;
    if (bits == 4) {
      text = small ? Integer.toHexString((int) whole) : Long.toHexString(whole);
    } else {
      text = small ? Integer.toOctalString((int) whole) : Long.toOctalString(whole);
    }
    return text.toUpperCase(Locale.ROOT);
  }

  private static String typeName(@Nullable Object value) {
    if (value == null) {
      return "Null";
    }
    if (value instanceof Temporal) {
      return "Date";
    }
    if (value instanceof BigDecimal || value instanceof BigInteger) {
      return "Decimal";
    }
    return value instanceof Float ? "Single" : value.getClass().getSimpleName();
  }
}
