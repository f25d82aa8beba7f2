package org.quadrille.server.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.state.StateDatabase;

/**
 * What was sent to whom. A run is one due time of a schedule; it is there once, and so is each
 * delivery in it. Safe for use by many threads.
 */
public final class RunLog {
  private final StateDatabase state;
  private final Clock clock;

  /** On the state database. */
  public RunLog(StateDatabase state, Clock clock) {
    this.state = Objects.requireNonNull(state, "state");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** How a run or a delivery stands. */
  public enum Outcome {
    /** Not ended. */
    OPEN,
    /** Being handed over; after a kill nobody knows whether it left. */
    SENDING,
    SENT,
    /** Not sent, because it says the same as the last one. */
    UNCHANGED,
    /** Some of the recipients got it. */
    PARTLY,
    FAILED,
    /** Too late after the server had been down. */
    SKIPPED
  }

  /** A delivery as it was left. */
  public record Delivery(Outcome outcome, String messageId) {}

  /** A run for those who look at the history. */
  public record Run(
      String id,
      String schedule,
      Instant due,
      Outcome outcome,
      int attempts,
      @Nullable Duration duration,
      @Nullable String message) {}

  /** Begins a run, or takes it up again. */
  public String begin(String schedule, Instant due, int attempt) {
    return state.inTransaction(
        connection -> {
          String id = find(connection, schedule, due);
          if (id == null) {
            id = UUID.randomUUID().toString();
            update(
                connection,
                "insert into schedule_run (id, schedule_id, due_at, test, outcome, attempts,"
                    + " started_at) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                schedule,
                due,
                false,
                Outcome.OPEN.name(),
                attempt + 1,
                clock.instant());
          } else {
            update(
                connection, "update schedule_run set attempts = ? where id = ?", attempt + 1, id);
          }
          return id;
        });
  }

  private static @Nullable String find(Connection connection, String schedule, Instant due)
      throws SQLException {
    return text(
        connection,
        "select id from schedule_run where schedule_id = ? and due_at = ? and test = ?",
        schedule,
        due,
        false);
  }

  /** Ends a run. */
  public void end(String run, Outcome outcome, @Nullable String message) {
    execute(
        "update schedule_run set outcome = ?, ended_at = ?, message = ? where id = ?",
        outcome.name(),
        clock.instant(),
        message,
        run);
  }

  /** The delivery to a recipient in a run, null before the first try. */
  public @Nullable Delivery delivery(String run, String recipient) {
    return state.inTransaction(
        connection -> {
          try (PreparedStatement query =
                  prepare(
                      connection,
                      "select outcome, message_id from delivery where run_id = ? and recipient = ?",
                      run,
                      recipient);
              ResultSet row = query.executeQuery()) {
            return row.next()
                ? new Delivery(Outcome.valueOf(row.getString(1)), row.getString(2))
                : null;
          }
        });
  }

  /** Notes how a delivery stands; it is on the disk when this returns. */
  public void note(
      String run,
      String recipient,
      Outcome outcome,
      String messageId,
      @Nullable String fingerprint,
      @Nullable String message) {
    state.inTransaction(
        connection -> {
          int changed =
              update(
                  connection,
                  "update delivery set outcome = ?, fingerprint = ?, message = ?, changed_at = ?"
                      + " where run_id = ? and recipient = ?",
                  outcome.name(),
                  fingerprint,
                  message,
                  clock.instant(),
                  run,
                  recipient);
          if (changed == 0) {
            update(
                connection,
                "insert into delivery (id, run_id, recipient, outcome, message_id, fingerprint,"
                    + " changed_at, message) values (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                run,
                recipient,
                outcome.name(),
                messageId,
                fingerprint,
                clock.instant(),
                message);
          }
          return null;
        });
  }

  /** What the last report that a recipient got of a schedule said; null for none. */
  public @Nullable String lastFingerprint(String schedule, String recipient) {
    return state.inTransaction(
        connection ->
            text(
                connection,
                "select d.fingerprint from delivery d join schedule_run r on r.id = d.run_id"
                    + " where r.schedule_id = ? and d.recipient = ? and d.outcome = ?"
                    + " order by r.due_at desc",
                schedule,
                recipient,
                Outcome.SENT.name()));
  }

  /** Keeps a document that is sent. */
  public void keep(String run, String recipient, String name, String mediaType, byte[] content) {
    execute(
        "insert into document (id, delivery_id, name, media_type, content, made_at)"
            + " select ?, id, ?, ?, ?, ? from delivery where run_id = ? and recipient = ?",
        UUID.randomUUID().toString(),
        name,
        mediaType,
        content,
        clock.instant(),
        run,
        recipient);
  }

  /** Forgets documents that are older. */
  public int forget(Duration age) {
    return state.inTransaction(
        connection ->
            update(
                connection, "delete from document where made_at < ?", clock.instant().minus(age)));
  }

  /** The newest runs. */
  public List<Run> newest(int most) {
    return state.inTransaction(
        connection -> {
          try (PreparedStatement query =
                  prepare(
                      connection,
                      "select id, schedule_id, due_at, outcome, attempts, started_at, ended_at,"
                          + " message from schedule_run order by due_at desc limit ?",
                      most);
              ResultSet row = query.executeQuery()) {
            List<Run> runs = new ArrayList<>();
            while (row.next()) {
              Timestamp ended = row.getTimestamp(7);
              runs.add(
                  new Run(
                      row.getString(1),
                      row.getString(2),
                      row.getTimestamp(3).toInstant(),
                      Outcome.valueOf(row.getString(4)),
                      row.getInt(5),
                      ended == null
                          ? null
                          : Duration.between(row.getTimestamp(6).toInstant(), ended.toInstant()),
                      row.getString(8)));
            }
            return runs;
          }
        });
  }

  private void execute(String sql, @Nullable Object... values) {
    state.inTransaction(connection -> update(connection, sql, values));
  }

  private static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static @Nullable String text(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement query = prepare(connection, sql, values);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }
}
