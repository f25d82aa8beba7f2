package org.quadrille.etl.load;

import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.etl.job.ColumnType;
import org.quadrille.etl.sql.Sql;

/**
 * SQL that turns a value as read into a type of the star, and null where that is not possible.
 * DuckDB's own casts are more lenient than a load may be: they round 12.7 to 13, take {@code epoch}
 * for a date and {@code nan} for a number.
 */
final class Conversion {
  private Conversion() {}

  /**
   * The converted value.
   *
   * @param raw SQL of the value as read
   * @param isText whether that is text
   * @param formats {@code strptime} formats of a date or timestamp; empty for ISO
   */
  static String of(String raw, boolean isText, ColumnType type, List<String> formats) {
    String text = "trim(" + (isText ? raw : "CAST(" + raw + " AS VARCHAR)") + ")";
    if (!formats.isEmpty()) {
      String list = formats.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
      return "CAST(try_strptime(" + text + ", " + list + ") AS " + type + ")";
    }
    String value = isText ? text : raw;
    return switch (type.kind()) {
      case VARCHAR -> isText ? raw : "CAST(" + raw + " AS VARCHAR)";
      case SMALLINT, INTEGER, BIGINT ->
          "CASE WHEN TRY_CAST(%1$s AS DECIMAL(38,10)) = TRY_CAST(%1$s AS %2$s) THEN TRY_CAST(%1$s AS %2$s) END"
              .formatted(value, type);
      case DOUBLE ->
          "CASE WHEN isfinite(TRY_CAST(%1$s AS DOUBLE)) THEN TRY_CAST(%1$s AS DOUBLE) END"
              .formatted(value);
      case DATE ->
          isText
              ? "CASE WHEN length(%1$s) <= 10 AND isfinite(TRY_CAST(%1$s AS DATE)) AND ascii(%1$s) BETWEEN 48 AND 57 THEN TRY_CAST(%1$s AS DATE) END"
                  .formatted(value)
              : cast(value, type);
      case TIMESTAMP ->
          isText
              ? "CASE WHEN isfinite(TRY_CAST(%1$s AS TIMESTAMP)) AND ascii(%1$s) BETWEEN 48 AND 57 THEN TRY_CAST(%1$s AS TIMESTAMP) END"
                  .formatted(value)
              : cast(value, type);
      case BOOLEAN, DECIMAL, TIME -> cast(value, type);
    };
  }

  /** Whether the value as read is there at all; blanks are missing but for VARCHAR. */
  static String isThere(String raw, boolean isText, ColumnType type) {
    return isText && type.kind() != ColumnType.Kind.VARCHAR
        ? "trim(" + raw + ") <> ''"
        : raw + " IS NOT NULL";
  }

  private static String cast(String value, ColumnType type) {
    return "TRY_CAST(" + value + " AS " + type + ")";
  }
}
