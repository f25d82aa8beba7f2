package org.quadrille.server.schedule;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.quadrille.server.state.StateDatabase;

/** Which schedules are paused; outlives the server. Safe for use by many threads. */
public final class Pauses {
  private final StateDatabase state;
  private final Clock clock;

  /** On the state database. */
  public Pauses(StateDatabase state, Clock clock) {
    this.state = Objects.requireNonNull(state, "state");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Whether a schedule is paused. */
  public boolean paused(String schedule) {
    return state.inTransaction(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement("select paused from schedule where id = ?")) {
            query.setString(1, id(schedule));
            try (ResultSet row = query.executeQuery()) {
              return row.next() && row.getBoolean(1);
            }
          }
        });
  }

  /** Pauses a schedule or lets it go on. */
  public synchronized void set(String schedule, boolean paused) {
    state.inTransaction(
        connection -> {
          if (update(connection, schedule, paused) == 0) {
            insert(connection, schedule, paused);
          }
          return null;
        });
  }

  private int update(Connection connection, String schedule, boolean paused) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update schedule set paused = ?, changed_at = ? where id = ?")) {
      update.setBoolean(1, paused);
      update.setTimestamp(2, Timestamp.from(clock.instant()));
      update.setString(3, id(schedule));
      return update.executeUpdate();
    }
  }

  /** What a schedule of the settings does stands there, so its definition here is empty. */
  private void insert(Connection connection, String schedule, boolean paused) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into schedule (id, name, definition, paused, changed_at)"
                + " values (?, ?, '', ?, ?)")) {
      insert.setString(1, id(schedule));
      insert.setString(2, schedule);
      insert.setBoolean(3, paused);
      insert.setTimestamp(4, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    }
  }

  private static String id(String schedule) {
    return UUID.nameUUIDFromBytes(schedule.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
