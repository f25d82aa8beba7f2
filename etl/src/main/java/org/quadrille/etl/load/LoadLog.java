package org.quadrille.etl.load;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.report.Outcome;
import org.quadrille.etl.report.RejectCount;
import org.quadrille.etl.report.RowCount;
import org.quadrille.etl.sql.Sql;

/** The tables in which the star remembers its loads. Works inside the transaction of the caller. */
final class LoadLog {
  private static final String LOAD = Workspace.STAR + ".main.etl_load";
  private static final String SOURCE = Workspace.STAR + ".main.etl_load_source";
  private static final String REJECT = Workspace.STAR + ".main.etl_reject";

  private final Sql sql;

  LoadLog(Sql sql) {
    this.sql = sql;
  }

  /** A load that was committed before. */
  record Past(long loadId, long dataVersion, @Nullable String contentHash) {}

  void createTables() throws SQLException {
    sql.run(
        "CREATE TABLE IF NOT EXISTS "
            + LOAD
            + " (load_id BIGINT PRIMARY KEY, data_version BIGINT NOT NULL, job VARCHAR NOT NULL,"
            + " status VARCHAR NOT NULL, started TIMESTAMP NOT NULL, finished TIMESTAMP NOT NULL,"
            + " content_hash VARCHAR, rows_read BIGINT NOT NULL, rows_loaded BIGINT NOT NULL,"
            + " rows_rejected BIGINT NOT NULL)");
    sql.run(
        "CREATE TABLE IF NOT EXISTS "
            + SOURCE
            + " (load_id BIGINT NOT NULL, source VARCHAR NOT NULL, target VARCHAR,"
            + " rows_read BIGINT NOT NULL, rows_loaded BIGINT NOT NULL,"
            + " rows_rejected BIGINT NOT NULL)");
    sql.run(
        "CREATE TABLE IF NOT EXISTS "
            + REJECT
            + " (load_id BIGINT NOT NULL, source VARCHAR NOT NULL, target VARCHAR, file VARCHAR,"
            + " line BIGINT, column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL,"
            + " raw VARCHAR)");
  }

  /** The last load of this star, whatever its job was; empty for a new star. */
  Optional<Past> last() throws SQLException {
    long there =
        sql.number(
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = "
                + Sql.text(Workspace.STAR)
                + " AND table_name = 'etl_load'");
    if (there == 0) {
      return Optional.empty();
    }
    return sql
        .list(
            "SELECT load_id, data_version, content_hash FROM "
                + LOAD
                + " ORDER BY load_id DESC LIMIT 1",
            row -> new Past(row.getLong(1), row.getLong(2), row.getString(3)))
        .stream()
        .findFirst();
  }

  /** The counts that a past load wrote. */
  List<RowCount> counts(long loadId) throws SQLException {
    return sql.list(
        "SELECT source, target, rows_read, rows_loaded, rows_rejected FROM "
            + SOURCE
            + " WHERE load_id = "
            + loadId
            + " ORDER BY rowid",
        row ->
            new RowCount(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5)));
  }

  /** The rejects of a load by reason. */
  List<RejectCount> rejects(long loadId) throws SQLException {
    return sql.list(
        "SELECT source, target, code, count(*) AS n FROM "
            + REJECT
            + " WHERE load_id = "
            + loadId
            + " GROUP BY ALL ORDER BY source, target NULLS FIRST, n DESC, code",
        row ->
            new RejectCount(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
  }

  /** Whether a past load rejected just the rows of this table. */
  boolean hasRejects(long loadId, String collected) throws SQLException {
    String columns = "source, target, file, line, column_name, code, message, raw";
    String past = "SELECT " + columns + " FROM " + REJECT + " WHERE load_id = " + loadId;
    String present = "SELECT " + columns + " FROM " + collected;
    String difference = "SELECT count(*) FROM ((%s) EXCEPT ALL (%s))";
    return sql.number(difference.formatted(past, present)) == 0
        && sql.number(difference.formatted(present, past)) == 0;
  }

  /** Copies the rejects that were collected while loading. */
  void writeRejects(long loadId, String collected) throws SQLException {
    sql.run(
        "INSERT INTO "
            + REJECT
            + " SELECT "
            + loadId
            + ", source, target, file, line, column_name, code, message, raw FROM "
            + collected
            + " ORDER BY source, target NULLS FIRST, file, line");
  }

  void write(
      Past load, String job, Outcome outcome, Instant started, Instant finished, List<RowCount> all)
      throws SQLException {
    long read = all.stream().filter(c -> c.target() == null).mapToLong(RowCount::read).sum();
    long rejected = all.stream().mapToLong(RowCount::rejected).sum();
    long loaded = all.stream().filter(c -> c.target() != null).mapToLong(RowCount::loaded).sum();
    List<String> values = new ArrayList<>();
    values.add(String.valueOf(load.loadId()));
    values.add(String.valueOf(load.dataVersion()));
    values.add(Sql.text(job));
    values.add(Sql.text(outcome.name().toLowerCase(Locale.ROOT)));
    values.add(timestamp(started));
    values.add(timestamp(finished));
    values.add(load.contentHash() == null ? "NULL" : Sql.text(load.contentHash()));
    values.add(String.valueOf(read));
    values.add(String.valueOf(loaded));
    values.add(String.valueOf(rejected));
    sql.run("INSERT INTO " + LOAD + " VALUES (" + String.join(", ", values) + ")");
    for (RowCount count : all) {
      String target = count.target();
      sql.run(
          "INSERT INTO %s VALUES (%d, %s, %s, %d, %d, %d)"
              .formatted(
                  SOURCE,
                  load.loadId(),
                  Sql.text(count.source()),
                  target == null ? "NULL" : Sql.text(target),
                  count.read(),
                  count.loaded(),
                  count.rejected()));
    }
  }

  private static String timestamp(Instant instant) {
    return "TIMESTAMP " + Sql.text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
  }
}
