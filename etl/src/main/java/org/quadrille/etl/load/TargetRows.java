package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.quadrille.etl.job.Target;
import org.quadrille.etl.source.RejectTable;
import org.quadrille.etl.source.Staged;
import org.quadrille.etl.sql.Sql;

/**
 * The rows of a source on their way into a target: a temporary table of typed values, from which
 * rejected rows go into the reject table.
 */
final class TargetRows {
  /** The table of typed rows, with {@code _row} of the staged row. */
  static final String TYPED = "typed_rows";

  private static final String BAD = "bad_rows";

  private final Target target;
  private final Staged staged;
  private final Sql sql;

  TargetRows(Target target, Staged staged, Sql sql) {
    this.target = target;
    this.staged = staged;
    this.sql = sql;
  }

  Target target() {
    return target;
  }

  Staged staged() {
    return staged;
  }

  /** How many rows have not been rejected. */
  long count() throws SQLException {
    return sql.number("SELECT count(*) FROM " + TYPED);
  }

  /**
   * Rejects rows.
   *
   * @param query gives {@code _row}, {@code _code}, {@code _column}, {@code _message}, one row for
   *     each bad one
   * @return how many there were
   */
  long reject(String query) throws SQLException {
    sql.run("CREATE OR REPLACE TEMP TABLE " + BAD + " AS " + query);
    long count = sql.number("SELECT count(*) FROM " + BAD);
    if (count > 0) {
      record(sql, staged, target.name(), BAD);
      sql.run("DELETE FROM " + TYPED + " WHERE _row IN (SELECT _row FROM " + BAD + ")");
    }
    sql.run("DROP TABLE " + BAD);
    return count;
  }

  /**
   * Writes rows of a staged source into the reject table; {@code bad} is a table as {@link #reject}
   * takes a query.
   */
  static void record(Sql sql, Staged staged, String target, String bad) throws SQLException {
    sql.run(
        "INSERT INTO %s SELECT %s, %s, %s, s._line, b._column, b._code, b._message, %s FROM %s b JOIN %s s ON s._row = b._row"
            .formatted(
                RejectTable.NAME,
                Sql.text(staged.name()),
                Sql.text(target),
                fileName(staged, "s"),
                raw(staged, "s"),
                bad,
                Sql.name(staged.table())));
  }

  /** SQL for the name of the file in which a row was. */
  static String fileName(Staged staged, String alias) {
    return staged.files().stream().map(Sql::text).collect(Collectors.joining(", ", "([", "])"))
        + "["
        + alias
        + "._file + 1]";
  }

  private static String raw(Staged staged, String alias) {
    return staged.columns().stream()
        .map(
            column ->
                "coalesce(CAST(" + alias + "." + Sql.name(column.name()) + " AS VARCHAR), '')")
        .collect(Collectors.joining(" || ',' || "));
  }

  void drop() throws SQLException {
    sql.run("DROP TABLE IF EXISTS " + TYPED);
  }
}
