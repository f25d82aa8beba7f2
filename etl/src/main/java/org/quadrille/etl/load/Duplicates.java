package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.etl.sql.Sql;

/** Rejects typed rows whose key was there before among the rows of the same load. */
final class Duplicates {
  private static final String REPEATED = "repeated_rows";

  private final TargetRows rows;
  private final Sql sql;

  Duplicates(TargetRows rows, Sql sql) {
    this.rows = rows;
    this.sql = sql;
  }

  /** Keeps the first row of each key. The keys are never null here. */
  void reject(List<String> keys) throws SQLException {
    findRepeated(keys);
    rows.reject(
        "SELECT r._row AS _row, 'duplicate' AS _code, %s AS _column, %s || r._first_place AS _message FROM %s r WHERE r._row <> r._first"
            .formatted(
                Sql.text(keys.get(0)),
                Sql.text("the same " + String.join(", ", keys) + " was there before: "),
                REPEATED));
    sql.run("DROP TABLE " + REPEATED);
  }

  /**
   * Keeps the first row of each key, takes its equals away and rejects those that differ.
   *
   * @param values columns that must be equal
   * @return how many equal rows were taken away
   */
  long collapse(List<String> keys, List<StarColumn> values) throws SQLException {
    findRepeated(keys);
    String difference = StarColumn.differ(values, "f", "t");
    rows.reject(
        "SELECT t._row AS _row, 'conflict' AS _code, %s AS _column, %s || r._first_place AS _message FROM %s r JOIN %s t ON t._row = r._row JOIN %s f ON f._row = r._first WHERE r._row <> r._first AND %s"
            .formatted(
                Sql.text(keys.get(0)),
                Sql.text("the same " + String.join(", ", keys) + " has other values at "),
                REPEATED,
                TargetRows.TYPED,
                TargetRows.TYPED,
                difference));
    long collapsed =
        sql.run(
            "DELETE FROM %s WHERE _row IN (SELECT _row FROM %s WHERE _row <> _first)"
                .formatted(TargetRows.TYPED, REPEATED));
    sql.run("DROP TABLE " + REPEATED);
    return collapsed;
  }

  private void findRepeated(List<String> keys) throws SQLException {
    String list = keys.stream().map(Sql::name).collect(Collectors.joining(", "));
    // Few keys are repeated: a cheap aggregate finds them, so that the window has little to sort.
    sql.run(
        """
        CREATE TEMP TABLE %1$s AS
        SELECT _row, first_value(_row) OVER w AS _first, %4$s || ':' || _line AS _place, first_value(_place) OVER w AS _first_place
        FROM %2$s SEMI JOIN (SELECT %3$s FROM %2$s GROUP BY %3$s HAVING count(*) > 1) USING (%3$s)
        WINDOW w AS (PARTITION BY %3$s ORDER BY _row)"""
            .formatted(
                REPEATED,
                TargetRows.TYPED,
                list,
                TargetRows.fileName(rows.staged(), TargetRows.TYPED)));
  }
}
