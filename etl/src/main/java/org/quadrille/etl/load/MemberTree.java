package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.List;
import org.quadrille.etl.job.Dimension;
import org.quadrille.etl.sql.Sql;

/** The tree of a parent-child dimension: parents' keys and the table of all ancestors. */
final class MemberTree {
  private final Dimension dimension;
  private final Dimension.Parent parent;
  private final StarTable table;
  private final Sql sql;

  MemberTree(Dimension dimension, StarTable table, Sql sql) {
    this.dimension = dimension;
    this.parent = dimension.parent().orElseThrow();
    this.table = table;
    this.sql = sql;
  }

  private String key() {
    return Sql.name(dimension.key());
  }

  private String businessKey() {
    return Sql.name(dimension.businessKey().get(0));
  }

  /**
   * Rejects rows whose parent is neither in the star nor among the rows; a rejected parent takes
   * its children with it.
   */
  void rejectOrphans(TargetRows rows) throws SQLException {
    String by = Sql.name(parent.by());
    String query =
        """
        SELECT t._row AS _row, 'unknown_parent' AS _code, %1$s AS _column,
          'there is no parent ' || CAST(t.%2$s AS VARCHAR) AS _message
        FROM %3$s t
        WHERE t.%2$s IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM %3$s p WHERE p.%4$s = t.%2$s)
          AND NOT EXISTS (SELECT 1 FROM %5$s d WHERE d.%4$s = t.%2$s AND d.%6$s <> 0)"""
            .formatted(
                Sql.text(parent.by()),
                by,
                TargetRows.TYPED,
                businessKey(),
                table.qualified(),
                key());
    long rejected = rows.reject(query);
    while (rejected > 0) {
      rejected = rows.reject(query);
    }
  }

  /** Sets the parents' keys and fills the closure table; tells whether anything changed. */
  boolean build() throws SQLException {
    String column = Sql.name(parent.column());
    long updated =
        sql.run(
            """
            UPDATE %1$s AS d SET %2$s = n._parent
            FROM (SELECT c.%3$s AS _key, p.%3$s AS _parent FROM %1$s c
              LEFT JOIN %1$s p ON p.%4$s = c.%5$s AND p.%3$s <> 0 WHERE c.%3$s <> 0) n
            WHERE d.%3$s = n._key AND d.%2$s IS DISTINCT FROM n._parent"""
                .formatted(table.qualified(), column, key(), businessKey(), Sql.name(parent.by())));
    refuseCircles();
    boolean closure = dimension.closure().isPresent() && closure(dimension.closure().get());
    return updated > 0 || closure;
  }

  /** Going down from the tops reaches every member unless some stand in a circle. */
  private void refuseCircles() throws SQLException {
    List<String> unreached =
        sql.list(
            """
            WITH RECURSIVE reached AS (
              SELECT %1$s AS k FROM %2$s WHERE %3$s IS NULL
              UNION ALL
              SELECT d.%1$s FROM %2$s d JOIN reached r ON d.%3$s = r.k)
            SELECT CAST(%4$s AS VARCHAR) FROM %2$s
            WHERE %1$s NOT IN (SELECT k FROM reached) ORDER BY 1 LIMIT 5"""
                .formatted(key(), table.qualified(), Sql.name(parent.column()), businessKey()),
            row -> row.getString(1));
    if (!unreached.isEmpty()) {
      throw parent
          .place()
          .refuse(
              "the parents of "
                  + dimension.name()
                  + " "
                  + String.join(", ", unreached)
                  + " go round in a circle; mend "
                  + parent.by()
                  + " in source "
                  + dimension.from()
                  + ". Nothing was changed");
    }
  }

  private boolean closure(Dimension.Closure closure) throws SQLException {
    List<StarColumn> columns =
        List.of(
            new StarColumn(closure.parent(), "INTEGER"),
            new StarColumn(closure.child(), "INTEGER"),
            new StarColumn(closure.distance(), "INTEGER"));
    StarTable pairs = new StarTable(closure.table(), columns, sql);
    boolean made = pairs.ensure(dimension.place());
    String query =
        """
        SELECT * FROM (WITH RECURSIVE up AS (
          SELECT %1$s AS a, %1$s AS k, 0 AS n FROM %2$s WHERE %1$s <> 0
          UNION ALL
          SELECT d.%3$s, up.k, up.n + 1 FROM up JOIN %2$s d ON d.%1$s = up.a WHERE d.%3$s IS NOT NULL)
        SELECT a AS %4$s, k AS %5$s, n AS %6$s FROM up)"""
            .formatted(
                key(),
                table.qualified(),
                Sql.name(parent.column()),
                Sql.name(closure.parent()),
                Sql.name(closure.child()),
                Sql.name(closure.distance()));
    return pairs.replace(query + " ORDER BY ALL") || made;
  }
}
