package org.quadrille.server.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.mail.Mail.Attachment;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.web.schedule.RunOutcome;

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

  /** A delivery as it was left. */
  public record Delivery(RunOutcome outcome, String messageId) {}

  /**
   * Begins a run, or takes it up again.
   *
   * @param test whether it is sent to be tried
   */
  public String begin(String schedule, Instant due, boolean test, int attempt) {
    return state.inTransaction(
        connection -> {
          String id = find(connection, schedule, due, test);
          if (id == null) {
            id = UUID.randomUUID().toString();
            update(
                connection,
                "insert into schedule_run (id, schedule_id, due_at, test, outcome, attempts,"
                    + " started_at) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                schedule,
                due,
                test,
                RunOutcome.OPEN.name(),
                attempt + 1,
                clock.instant());
          } else {
            update(
                connection, "update schedule_run set attempts = ? where id = ?", attempt + 1, id);
          }
          return id;
        });
  }

  private static @Nullable String find(
      Connection connection, String schedule, Instant due, boolean test) throws SQLException {
    return text(
        connection,
        "select id from schedule_run where schedule_id = ? and due_at = ? and test = ?",
        schedule,
        due,
        test);
  }

  /** Ends a run. */
  public void end(String run, RunOutcome outcome, @Nullable String message) {
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
                ? new Delivery(RunOutcome.valueOf(row.getString(1)), row.getString(2))
                : null;
          }
        });
  }

  /** Notes how a delivery stands; it is on the disk when this returns. */
  public void note(
      String run,
      String recipient,
      RunOutcome outcome,
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
                    + " and r.test = ?"
                    + " order by r.due_at desc",
                schedule,
                recipient,
                RunOutcome.SENT.name(),
                false));
  }

  /** Keeps the documents of a delivery that was noted, in place of those of an earlier try. */
  public void keep(String run, String recipient, List<Attachment> files) {
    state.inTransaction(
        connection -> {
          String delivery =
              text(
                  connection,
                  "select id from delivery where run_id = ? and recipient = ?",
                  run,
                  recipient);
          update(connection, "delete from document where delivery_id = ?", delivery);
          for (Attachment file : files) {
            update(
                connection,
                "insert into document (id, delivery_id, name, media_type, content, made_at)"
                    + " values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                delivery,
                file.name(),
                file.mediaType(),
                file.content(),
                clock.instant());
          }
          return null;
        });
  }

  /** Forgets documents that are older. */
  public int forget(Duration age) {
    return state.inTransaction(
        connection ->
            update(
                connection, "delete from document where made_at < ?", clock.instant().minus(age)));
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
