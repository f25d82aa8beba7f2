package org.quadrille.cubes.vba;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, converted as Visual Basic converts them.
 *
 * @param function the function's name, for messages
 * @param names the parameters' names, for messages
 * @param values the values given
 * @param dateText reads dates
 * @param numberText reads numbers
 */
record Arguments(
    String function,
    List<String> names,
    List<@Nullable Object> values,
    DateText dateText,
    NumberText numberText) {

  /** True where the argument was given. */
  boolean has(int index) {
    return index < values.size();
  }

  /** The value as it is; null where it is empty. */
  @Nullable Object value(int index) {
    return values.get(index);
  }

  double number(int index) {
    Object value = values.get(index);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? -1 : 0; // as in Visual Basic, where true is the number with all bits set
    }
    if (value instanceof String text) {
      return numberText.parse(text).orElseThrow(() -> wrong(index, "a number"));
    }
    if (value instanceof LocalDateTime date) {
      return SerialDate.toSerial(date);
    }
    throw wrong(index, "a number");
  }

  double number(int index, double otherwise) {
    return has(index) ? number(index) : otherwise;
  }

  /** The number rounded to a whole one, halves to the even neighbour. */
  int integer(int index) {
    double rounded = Math.rint(number(index));
    if (!(Math.abs(rounded) <= Integer.MAX_VALUE)) {
      throw wrong(index, "a whole number within ±" + Integer.MAX_VALUE);
    }
    return (int) rounded;
  }

  int integer(int index, int otherwise) {
    return has(index) ? integer(index) : otherwise;
  }

  /** A whole number that must lie in a range. */
  int integer(int index, int least, int greatest) {
    int value = integer(index);
    if (value < least || value > greatest) {
      throw wrong(
          index,
          greatest == Integer.MAX_VALUE
              ? "a number of " + least + " or more"
              : "a number from " + least + " to " + greatest);
    }
    return value;
  }

  String text(int index) {
    Object value = values.get(index);
    return value instanceof String text ? text : numberText.show(value);
  }

  boolean logical(int index, boolean otherwise) {
    if (!has(index)) {
      return otherwise;
    }
    Object value = values.get(index);
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof String text && text.equalsIgnoreCase("true")) {
      return true;
    }
    if (value instanceof String text && text.equalsIgnoreCase("false")) {
      return false;
    }
    return number(index) != 0;
  }

  LocalDateTime date(int index) {
    Object value = values.get(index);
    if (value instanceof LocalDateTime moment) {
      return moment;
    }
    if (value instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    if (value instanceof LocalTime time) {
      return time.atDate(SerialDate.DAY_ZERO);
    }
    if (value instanceof String text) {
      return dateText.parse(text).orElseThrow(() -> wrong(index, "a date such as 2006-04-29"));
    }
    if (value instanceof Number number) {
      return SerialDate.toDate(number.doubleValue())
          .orElseThrow(() -> wrong(index, "a date between the years 100 and 9999"));
    }
    throw wrong(index, "a date such as 2006-04-29");
  }

  /** The numbers of an array, in order; empty cells are left out, arrays in arrays are read in. */
  List<Double> numbers(int index) {
    List<Double> numbers = new ArrayList<>();
    collect(index, values.get(index), numbers);
    return numbers;
  }

  private void collect(int index, @Nullable Object value, List<Double> numbers) {
    if (value instanceof Iterable<?> items) {
      items.forEach(item -> collect(index, item, numbers));
    } else if (value instanceof Number number) {
      numbers.add(number.doubleValue());
    } else if (value != null) {
      throw wrong(index, "a list of numbers");
    }
  }

  /** The failure of a call whose argument does not fit. */
  IllegalArgumentException wrong(int index, String wanted) {
    Object value = values.get(index);
    String given = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    return new IllegalArgumentException(
        String.format("%s: %s must be %s, not %s", function, names.get(index), wanted, given));
  }
}
