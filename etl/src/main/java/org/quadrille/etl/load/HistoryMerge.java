package org.quadrille.etl.load;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quadrille.etl.job.Column;
import org.quadrille.etl.job.Dimension;
import org.quadrille.etl.sql.Sql;

/**
 * Merges rows into a dimension that keeps versions. The versions of a key are half-open ranges of
 * days without gaps; the present one ends {@value #FOREVER}.
 *
 * <p>A row that says what held on its day already changes nothing. Else it begins a new version if
 * its day is after the beginning of the present one, corrects the present one if it is the same
 * day, and is rejected if it is before.
 */
final class HistoryMerge {
  /** SQL of the end of a version that still holds. */
  static final String FOREVER = "DATE '9999-12-31'";

  private static final String VERSIONS = "new_versions";

  private final Dimension dimension;
  private final Dimension.History history;
  private final StarTable table;
  private final List<StarColumn> columns;
  private final List<StarColumn> keys;
  private final List<StarColumn> tracked;
  private final String date;
  private final Sql sql;

  /**
   * A merge.
   *
   * @param columns the stored columns
   * @param today the day from which rows hold that do not say it
   */
  HistoryMerge(
      Dimension dimension, StarTable table, List<StarColumn> columns, LocalDate today, Sql sql) {
    this.dimension = dimension;
    this.history = dimension.history().orElseThrow();
    this.table = table;
    this.columns = columns;
    this.keys = DimensionMerge.keys(dimension, columns);
    this.tracked =
        columns.stream()
            .filter(c -> dimension.column(c.name()).map(Column::history).orElse(false))
            .toList();
    String column = history.date();
    this.date = column == null ? "DATE " + Sql.text(today.toString()) : "t." + Sql.name(column);
    this.sql = sql;
  }

  /** The columns that tell rows of one load apart. */
  List<String> identity() {
    List<String> identity = new ArrayList<>(dimension.businessKey());
    String column = history.date();
    if (column != null && !identity.contains(column)) {
      identity.add(column);
    }
    return identity;
  }

  /** Rejects rows from before the present version that differ from what held on their day. */
  void rejectLate(TargetRows rows) throws SQLException {
    rows.reject(
        """
        SELECT t._row AS _row, 'late_history' AS _code, %s AS _column,
          'the row holds from ' || %s || ' and differs from what was loaded for that day; the present version holds from ' || p.%s AS _message
        FROM %s t JOIN %s p ON %s AND p.%s = %s
        LEFT JOIN %s v ON %s AND %s >= v.%s AND %s < v.%s
        WHERE %s < p.%s AND (v.%s IS NULL OR %s)"""
            .formatted(
                history.date() == null ? "CAST(NULL AS VARCHAR)" : Sql.text(history.date()),
                date,
                from(),
                TargetRows.TYPED,
                table.qualified(),
                StarColumn.equal(keys, "p", "t"),
                to(),
                FOREVER,
                table.qualified(),
                StarColumn.equal(keys, "v", "t"),
                date,
                from(),
                date,
                to(),
                date,
                from(),
                from(),
                StarColumn.differ(tracked, "v", "t")));
  }

  /** Merges; tells whether the table changed. */
  boolean run() throws SQLException {
    long corrected = correctPresent();
    findVersions();
    long closed = closePresent();
    long inserted = insertVersions();
    long overwritten = overwriteUntracked();
    sql.run("DROP TABLE " + VERSIONS);
    return corrected + closed + inserted + overwritten > 0;
  }

  private String from() {
    return Sql.name(history.from());
  }

  private String to() {
    return Sql.name(history.to());
  }

  private long correctPresent() throws SQLException {
    return sql.run(
        "UPDATE %s AS d SET %s FROM %s t WHERE %s AND d.%s = %s AND d.%s = %s AND %s"
            .formatted(
                table.qualified(),
                StarColumn.assign(tracked, "t"),
                TargetRows.TYPED,
                StarColumn.equal(keys, "d", "t"),
                to(),
                FOREVER,
                from(),
                date,
                StarColumn.differ(tracked, "d", "t")));
  }

  /**
   * The rows that begin a version: those that differ from the one before them, the present version
   * being the first.
   */
  private void findVersions() throws SQLException {
    String keyList = StarColumn.list(keys, "");
    String state =
        "{"
            + String.join(
                ", ", tracked.stream().map(c -> Sql.text(c.name()) + ": s." + c.quoted()).toList())
            + "}";
    String begin = history.begin() == null ? "_date" : "DATE " + Sql.text(history.begin());
    sql.run(
        """
        CREATE TEMP TABLE %1$s AS
        WITH s AS (
          SELECT %2$s, %3$s AS _date, t._row FROM %4$s t
          UNION ALL BY NAME
          SELECT %5$s, d.%6$s AS _date, -1 AS _row FROM %7$s d
          WHERE d.%8$s = %9$s AND d.%10$s <> 0
            AND EXISTS (SELECT 1 FROM %4$s t WHERE %11$s)
        ), ordered AS (
          SELECT s.*, %12$s AS _state, lag(%12$s) OVER w AS _before,
            row_number() OVER w = 1 AS _first,
            min(_row) OVER (PARTITION BY %13$s) = -1 AS _known,
            max(CASE WHEN _row = -1 THEN _date END) OVER (PARTITION BY %13$s) AS _present
          FROM s WINDOW w AS (PARTITION BY %13$s ORDER BY _date, _row)
        ), relevant AS (
          SELECT * FROM ordered WHERE _row = -1 OR NOT _known OR _date >= _present
        ), starts AS (
          SELECT * FROM relevant WHERE _row <> -1 AND (_first OR _state IS DISTINCT FROM _before)
        )
        SELECT *, CASE WHEN _first AND NOT _known THEN least(%14$s, _date) ELSE _date END AS _from,
          coalesce(lead(_date) OVER (PARTITION BY %13$s ORDER BY _date), %9$s) AS _to
        FROM starts"""
            .formatted(
                VERSIONS,
                StarColumn.list(columns, "t."),
                date,
                TargetRows.TYPED,
                StarColumn.list(columns, "d."),
                from(),
                table.qualified(),
                to(),
                FOREVER,
                Sql.name(dimension.key()),
                StarColumn.equal(keys, "d", "t"),
                state,
                keyList,
                begin));
  }

  private long closePresent() throws SQLException {
    return sql.run(
        "UPDATE %s AS d SET %s = n._begin FROM (SELECT %s, min(_from) AS _begin FROM %s WHERE _known GROUP BY ALL) n WHERE %s AND d.%s = %s"
            .formatted(
                table.qualified(),
                to(),
                StarColumn.list(keys, ""),
                VERSIONS,
                StarColumn.equal(keys, "d", "n"),
                to(),
                FOREVER));
  }

  private long insertVersions() throws SQLException {
    List<StarColumn> into = new ArrayList<>();
    into.add(new StarColumn(dimension.key(), "INTEGER"));
    into.addAll(columns);
    into.add(new StarColumn(history.from(), "DATE"));
    into.add(new StarColumn(history.to(), "DATE"));
    return table.insert(
        into,
        "SELECT %s + row_number() OVER (ORDER BY _row), %s, _from, _to FROM %s ORDER BY _row"
            .formatted(
                DimensionMerge.lastKey(dimension, table), StarColumn.list(columns, ""), VERSIONS));
  }

  /**
   * The other attributes have no history: the latest row of a key gives them to all its versions.
   */
  private long overwriteUntracked() throws SQLException {
    List<StarColumn> others =
        columns.stream()
            .filter(column -> !keys.contains(column) && !tracked.contains(column))
            .toList();
    if (others.isEmpty()) {
      return 0;
    }
    return sql.run(
        "UPDATE %s AS d SET %s FROM (SELECT DISTINCT ON (%s) * FROM %s t ORDER BY %s, %s DESC) l WHERE %s AND d.%s <> 0 AND %s"
            .formatted(
                table.qualified(),
                StarColumn.assign(others, "l"),
                StarColumn.list(keys, "t."),
                TargetRows.TYPED,
                StarColumn.list(keys, "t."),
                date,
                StarColumn.equal(keys, "d", "l"),
                Sql.name(dimension.key()),
                StarColumn.differ(others, "d", "l")));
  }
}
