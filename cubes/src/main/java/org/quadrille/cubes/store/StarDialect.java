package org.quadrille.cubes.store;

import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlDialect;
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
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    unparseFetchUsingLimit(writer, offset, fetch);
  }
}
