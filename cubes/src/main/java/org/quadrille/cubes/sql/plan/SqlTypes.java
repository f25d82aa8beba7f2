package org.quadrille.cubes.sql.plan;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlColumn;

/** Types as SQL names them. */
final class SqlTypes {
  private SqlTypes() {}

  /** A column of a type. */
  static SqlColumn column(String name, RelDataType type, @Nullable String comment) {
    SqlTypeName sqlType = type.getSqlTypeName();
    boolean decimal = sqlType == SqlTypeName.DECIMAL;
    int precision = decimal ? type.getPrecision() : 0;
    int scale = decimal ? type.getScale() : 0;
    String text =
        decimal
            ? "DECIMAL(" + precision + ", " + scale + ")"
            : sqlType == SqlTypeName.CHAR ? "VARCHAR" : sqlType.getName();
    int jdbcType = sqlType == SqlTypeName.CHAR ? java.sql.Types.VARCHAR : sqlType.getJdbcOrdinal();
    return new SqlColumn(name, text, jdbcType, precision, scale, comment);
  }
}
