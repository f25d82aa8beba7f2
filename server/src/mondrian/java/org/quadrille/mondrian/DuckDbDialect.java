package org.quadrille.mondrian;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import mondrian.spi.DialectFactory;
import mondrian.spi.impl.JdbcDialectFactory;
import mondrian.spi.impl.JdbcDialectImpl;

/** DuckDB's SQL for Mondrian. */
public final class DuckDbDialect extends JdbcDialectImpl {
  /** How Mondrian finds the dialect. */
  public static final DialectFactory FACTORY = new JdbcDialectFactory(DuckDbDialect.class, null);

  /** The dialect of a connection. */
  public DuckDbDialect(Connection connection) throws SQLException {
    super(connection);
  }

  @Override
  public String getQuoteIdentifierString() {
    return "\"";
  }

  @Override
  public boolean allowsMultipleDistinctSqlMeasures() {
    return true;
  }

  @Override
  public boolean supportsGroupingSets() {
    return true;
  }

  @Override
  public boolean supportsUnlimitedValueList() {
    return true;
  }

  @Override
  public boolean requiresAliasForFromQuery() {
    return true;
  }

  /** DuckDB puts nulls last unless told; Mondrian wants them at either end by name. */
  @Override
  protected String generateOrderByNulls(String expression, boolean ascending, boolean nullsLast) {
    return generateOrderByNullsAnsi(expression, ascending, nullsLast);
  }

  @Override
  protected void quoteDateLiteral(StringBuilder out, String text, Date date) {
    out.append("DATE '").append(text).append('\'');
  }
}
