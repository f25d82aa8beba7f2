package org.quadrille.cubes.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows as a driver gives them. */
interface RowSource {
  boolean next() throws SQLException;

  /** A value of the current row; columns count from 0. */
  @Nullable Object value(int column) throws SQLException;

  void close() throws SQLException;
}
