package org.quadrille.server.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.ColumnMetaData.Rep;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.ColumnTypes;
import org.quadrille.cubes.sql.SqlColumn;

/** Columns and values as Avatica sends them: dates as days, times as milliseconds since 1970. */
final class Signatures {
  private Signatures() {}

  /** Describes an answer. */
  static Meta.Signature of(String sql, List<SqlColumn> columns, List<SqlColumn> parameters) {
    List<AvaticaParameter> described = new ArrayList<>();
    for (SqlColumn parameter : parameters) {
      int type = ColumnTypes.known(parameter.jdbcType());
      described.add(
          new AvaticaParameter(
              true,
              parameter.precision(),
              parameter.scale(),
              type,
              ColumnTypes.name(type, parameter.precision(), parameter.scale()),
              className(type),
              parameter.name()));
    }
    return Meta.Signature.create(
        columns(columns), sql, described, Meta.CursorFactory.LIST, Meta.StatementType.SELECT);
  }

  /** Describes columns. */
  static List<ColumnMetaData> columns(List<SqlColumn> columns) {
    List<ColumnMetaData> described = new ArrayList<>();
    for (SqlColumn column : columns) {
      int type = ColumnTypes.known(column.jdbcType());
      described.add(
          new ColumnMetaData(
              described.size(),
              false,
              type == Types.VARCHAR,
              false,
              false,
              DatabaseMetaData.columnNullable,
              type != Types.VARCHAR && type != Types.BOOLEAN,
              displaySize(type, column.precision()),
              column.name(),
              column.name(),
              null,
              column.precision(),
              column.scale(),
              null,
              null,
              ColumnMetaData.scalar(
                  type, ColumnTypes.name(type, column.precision(), column.scale()), rep(type)),
              true,
              false,
              false,
              className(type)));
    }
    return described;
  }

  private static int displaySize(int type, int precision) {
    return type == Types.DECIMAL ? precision + 2 : type == Types.VARCHAR ? 255 : 26;
  }

  private static Rep rep(int type) {
    return switch (type) {
      case Types.BOOLEAN -> Rep.BOOLEAN;
      case Types.INTEGER, Types.DATE -> Rep.INTEGER;
      case Types.BIGINT, Types.TIMESTAMP -> Rep.LONG;
      case Types.DECIMAL -> Rep.NUMBER;
      case Types.DOUBLE -> Rep.DOUBLE;
      default -> Rep.STRING;
    };
  }

  private static String className(int type) {
    return switch (type) {
      case Types.BOOLEAN -> Boolean.class.getName();
      case Types.INTEGER -> Integer.class.getName();
      case Types.BIGINT -> Long.class.getName();
      case Types.DECIMAL -> java.math.BigDecimal.class.getName();
      case Types.DOUBLE -> Double.class.getName();
      case Types.DATE -> java.sql.Date.class.getName();
      case Types.TIMESTAMP -> java.sql.Timestamp.class.getName();
      default -> String.class.getName();
    };
  }

  /** A value as it is sent. */
  static @Nullable Object sent(@Nullable Object value) {
    if (value instanceof LocalDate date) {
      return (int) date.toEpochDay();
    }
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    return value;
  }

  /** A parameter's value as the database takes it. */
  static @Nullable Object received(@Nullable Object value) {
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof java.sql.Timestamp time) {
      return time.toLocalDateTime();
    }
    return value;
  }
}
