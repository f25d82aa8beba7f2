package org.quadrille.cubes.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of any database. */
final class JdbcRows implements RowSource {
  /** Rows that a driver fetches at once, where it heeds that. */
  private static final int FETCHED = 2_000;

  private final ResultSet rows;

  JdbcRows(PreparedStatement statement) throws SQLException {
    // Drivers such as PostgreSQL's stream only within a transaction.
    statement.getConnection().setAutoCommit(false);
    statement.setFetchSize(FETCHED);
    this.rows = statement.executeQuery();
  }

  @Override
  public boolean next() throws SQLException {
    return rows.next();
  }

  @Override
  public @Nullable Object value(int column) throws SQLException {
    return rows.getObject(column + 1);
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
