package org.quadrille.server.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateDatabaseTest {
  private static long count(StateDatabase state, String table) {
    return state.inTransaction(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  private static void add(StateDatabase state, int number) {
    state.inTransaction(
        connection -> {
          insert(connection, number);
          return null;
        });
  }

  private static void insert(Connection connection, int number) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into schedule (id, name, definition, paused, changed_at)"
                + " values (?, ?, ?, ?, ?)")) {
      statement.setString(1, "s" + number);
      statement.setString(2, "每周报告 " + number);
      statement.setString(3, "x".repeat(100_000));
      statement.setBoolean(4, false);
      statement.setTimestamp(5, Timestamp.from(Instant.EPOCH));
      statement.executeUpdate();
    }
  }

  @Test
  void keepsWhatWasCommitted(@TempDir Path folder) {
    StateSettings settings = StateSettings.embedded(folder.resolve("state"));
    try (StateDatabase state = StateDatabase.open(settings)) {
      add(state, 1);
    }
    try (StateDatabase state = StateDatabase.open(settings)) {
      assertThat(count(state, "schedule")).isEqualTo(1);
      assertThat(count(state, "migration")).isPositive();
    }
  }

  @Test
  void undoesWhatFails(@TempDir Path folder) {
    try (StateDatabase state = StateDatabase.open(StateSettings.embedded(folder))) {
      assertThatThrownBy(
              () ->
                  state.inTransaction(
                      connection -> {
                        insert(connection, 1);
                        insert(connection, 1);
                        return null;
                      }))
          .isInstanceOf(StateException.class);
      assertThat(count(state, "schedule")).isZero();
    }
  }

  @Test
  void belongsToOneServer(@TempDir Path folder) {
    StateSettings settings = StateSettings.embedded(folder);
    try (StateDatabase state = StateDatabase.open(settings)) {
      assertThat(count(state, "schedule")).isZero();
      assertThatThrownBy(() -> StateDatabase.open(settings))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("in use by another server");
    }
  }

  @Test
  void refusesWhatANewerVersionWrote(@TempDir Path folder) {
    StateSettings settings = StateSettings.embedded(folder);
    try (StateDatabase state = StateDatabase.open(settings)) {
      state.inTransaction(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.executeUpdate(
                  "insert into migration (number, name) values (999, 'later')");
            }
          });
    }
    assertThatThrownBy(() -> StateDatabase.open(settings))
        .hasMessageContaining("newer version of the program");
  }

  @Test
  void refusesOtherDatabases() {
    assertThatThrownBy(() -> new StateSettings(null, "jdbc:mysql://host/x", null, null, true))
        .hasMessageContaining("PostgreSQL only");
  }

  @Test
  void goesOnInMemoryWhereTheUsualFolderCannotBeUsed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (StateDatabase state = StateDatabase.open(StateSettings.usual(file))) {
      add(state, 1);
      assertThat(count(state, "schedule")).isEqualTo(1);
    }
    assertThatThrownBy(() -> StateDatabase.open(StateSettings.embedded(file)))
        .hasMessageContaining("cannot be used");
  }

  /** Adds rows and says so after each commit, until it is killed. */
  public static void main(String[] arguments) {
    try (StateDatabase state = StateDatabase.open(StateSettings.embedded(Path.of(arguments[0])))) {
      for (int number = 0; number < 100_000; number++) {
        add(state, number);
        System.out.println(number);
      }
    }
  }

  @Test
  void aKillLosesNothingThatWasCommitted(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StateDatabaseTest.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long committed = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("\\d+")) {
          committed = Long.parseLong(line) + 1;
          if (committed == 40) {
            process.toHandle().destroyForcibly();
          }
        }
      }
    }
    process.waitFor();
    // Can be opened at once, though the other process had no time to give it back.
    try (StateDatabase state = StateDatabase.open(StateSettings.embedded(folder))) {
      assertThat(committed).isGreaterThanOrEqualTo(40);
      assertThat(count(state, "schedule")).isBetween(committed, committed + 1);
    }
  }
}
