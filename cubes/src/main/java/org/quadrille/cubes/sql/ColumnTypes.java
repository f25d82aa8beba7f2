package org.quadrille.cubes.sql;

import java.sql.Types;

/** Types of JDBC as SQL names them. */
public final class ColumnTypes {
  private ColumnTypes() {}

  /** The type as the values of an answer are given: what is not known is text. */
  public static int known(int jdbcType) {
    return switch (jdbcType) {
      case Types.BOOLEAN, Types.BIT -> Types.BOOLEAN;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Types.INTEGER;
      case Types.BIGINT -> Types.BIGINT;
      case Types.DECIMAL, Types.NUMERIC -> Types.DECIMAL;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> Types.DOUBLE;
      case Types.DATE -> Types.DATE;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Types.TIMESTAMP;
      default -> Types.VARCHAR;
    };
  }

  /** The name of a type, such as {@code DECIMAL(12, 2)}. */
  public static String name(int jdbcType, int precision, int scale) {
    return switch (known(jdbcType)) {
      case Types.BOOLEAN -> "BOOLEAN";
      case Types.INTEGER -> "INTEGER";
      case Types.BIGINT -> "BIGINT";
      case Types.DECIMAL -> "DECIMAL(" + precision + ", " + scale + ")";
      case Types.DOUBLE -> "DOUBLE";
      case Types.DATE -> "DATE";
      case Types.TIMESTAMP -> "TIMESTAMP";
      default -> "VARCHAR";
    };
  }
}
