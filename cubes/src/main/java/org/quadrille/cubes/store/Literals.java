package org.quadrille.cubes.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.DataType;

/** Values as literals of the algebra, and values from JDBC in the forms that the engine uses. */
final class Literals {
  private Literals() {}

  /** A literal that compares with a column of the given type. */
  static RexNode of(RexBuilder rex, RelDataType type, @Nullable Object value) {
    if (value == null) {
      return rex.makeNullLiteral(type);
    }
    if (value instanceof String text) {
      return rex.makeLiteral(text);
    }
    if (value instanceof Boolean logical) {
      return rex.makeLiteral(logical);
    }
    if (value instanceof LocalDate date) {
      return rex.makeDateLiteral(new DateString(date.toString()));
    }
    if (value instanceof LocalDateTime time) {
      return rex.makeTimestampLiteral(
          TimestampString.fromMillisSinceEpoch(
              time.toInstant(java.time.ZoneOffset.UTC).toEpochMilli()),
          0);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (type.getSqlTypeName() == SqlTypeName.DOUBLE) {
        return rex.makeApproxLiteral(BigDecimal.valueOf(number));
      }
      return rex.makeExactLiteral(BigDecimal.valueOf(number));
    }
    if (value instanceof Number number) {
      return rex.makeExactLiteral(new BigDecimal(number.toString()));
    }
    return rex.makeLiteral(value.toString());
  }

  /** Text of a schema as a value. */
  static Object parse(String text, DataType type, String raw) {
    try {
      return parseChecked(text, type, raw);
    } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
      throw new StoreException(
          "the schema has " + raw + " where a value of type " + type + " belongs", e);
    }
  }

  private static Object parseChecked(String text, DataType type, String raw) {
    return switch (type) {
      case STRING -> raw;
      case NUMERIC -> Double.parseDouble(text);
      case INTEGER, LONG -> new BigDecimal(text).longValue();
      case BOOLEAN -> Boolean.parseBoolean(text);
      case DATE -> LocalDate.parse(text);
      case TIME, TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
    };
  }

  /** A value from JDBC: whole numbers as Integer or Long, dates as java.time. */
  static @Nullable Object normal(@Nullable Object value) {
    if (value instanceof BigInteger big) {
      return big.bitLength() < 64 ? (Object) big.longValue() : new BigDecimal(big);
    }
    if (value instanceof Short || value instanceof Byte) {
      return ((Number) value).intValue();
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    if (value instanceof java.sql.Timestamp time) {
      return time.toLocalDateTime();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof java.sql.Time time) {
      return time.toLocalTime().toString();
    }
    return value;
  }
}
