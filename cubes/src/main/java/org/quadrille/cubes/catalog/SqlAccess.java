package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.SqlTable;
import org.quadrille.cubes.sql.plan.SqlPlan;

/**
 * SQL over a catalog, read-only: the star's tables and a view for each cube. Safe for use by many
 * threads. Errors are {@link org.quadrille.cubes.sql.SqlException} and, for a role that does not
 * exist, {@link UnknownNameException}.
 */
public interface SqlAccess {
  /** The tables and views that the role may read. */
  List<SqlTable> tables(QueryContext context);

  /** Checks a query and tells how it will be answered, without running it. */
  SqlPlan plan(String sql, QueryContext context);

  /**
   * Runs a query; the cursor must be closed.
   *
   * @param parameters values of its question marks, in their order
   * @param started is given what stops the query, before it runs
   */
  SqlCursor run(
      String sql,
      List<@Nullable Object> parameters,
      QueryContext context,
      Consumer<Runnable> started);
}
