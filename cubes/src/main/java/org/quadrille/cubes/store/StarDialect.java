package org.quadrille.cubes.store;

import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.jspecify.annotations.Nullable;

/** SQL as DuckDB wants it where Calcite's own dialect differs. */
final class StarDialect extends DuckDBSqlDialect {
  static final SqlDialect DUCKDB =
      new StarDialect(
          DuckDBSqlDialect.DEFAULT_CONTEXT
              .withIdentifierQuoteString("\"")
              .withUnquotedCasing(Casing.UNCHANGED)
              .withDataTypeSystem(new StarTypeSystem()));

  private StarDialect(Context context) {
    super(context);
  }

  @Override
  public void quoteStringLiteral(StringBuilder buf, @Nullable String charsetName, String value) {
    buf.append('\'').append(value.replace("'", "''")).append('\'');
  }

  @Override
  public boolean supportsCharSet() {
    return false;
  }

  /** Else rows become nested unions, too deep for the stack where there are a few thousand. */
  @Override
  public boolean supportsAliasedValues() {
    return true;
  }

  @Override
  public boolean supportsNestedAggregations() {
    return false;
  }

  @Override
  public void unparseCall(SqlWriter writer, SqlCall call, int leftPrec, int rightPrec) {
    if (call.operandCount() == 2
        && (call.getKind() == SqlKind.FLOOR || call.getKind() == SqlKind.CEIL)
        && call.operand(1) instanceof SqlIntervalQualifier unit) {
      truncate(writer, call, unit);
    } else if (call.getKind() == SqlKind.ROW) {
      SqlWriter.Frame row = writer.startList("(", ")");
      for (SqlNode operand : call.getOperandList()) {
        writer.sep(",");
        operand.unparse(writer, 0, 0);
      }
      writer.endList(row);
    } else {
      super.unparseCall(writer, call, leftPrec, rightPrec);
    }
  }

  /** The beginning of a span of time. */
  private static void truncate(SqlWriter writer, SqlCall call, SqlIntervalQualifier unit) {
    String name = unit.timeUnitRange.name();
    if (call.getKind() == SqlKind.CEIL) {
      throw new StoreException("CEIL of a time is not known to the database; use FLOOR", null);
    }
    SqlWriter.Frame frame = writer.startFunCall("date_trunc");
    writer.sep(",");
    writer.literal("'" + name + "'");
    writer.sep(",");
    call.operand(0).unparse(writer, 0, 0);
    writer.endFunCall(frame);
  }

  @Override
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    unparseFetchUsingLimit(writer, offset, fetch);
  }
}
