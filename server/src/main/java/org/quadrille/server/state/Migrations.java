package org.quadrille.server.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tables by the SQL files {@code NNN-what.sql} that {@code migrations.list} names, each
 * once and in order. A file that has run is never changed; what changes comes in a new one. In them
 * {@code ${blob}} and {@code ${text}} stand for the types of long bytes and texts; statements end
 * with a semicolon at the end of a line, and say {@code if not exists}, because HSQLDB commits each
 * and a killed server may have run some.
 */
final class Migrations {
  private static final String FOLDER = "/org/quadrille/server/state/";
  private static final Map<StateDatabase.Dialect, Map<String, String>> TYPES =
      Map.of(
          StateDatabase.Dialect.HSQLDB,
          Map.of("${blob}", "blob(1G)", "${text}", "longvarchar"),
          StateDatabase.Dialect.POSTGRESQL,
          Map.of("${blob}", "bytea", "${text}", "text"));

  /** Any number that only this program locks in PostgreSQL. */
  private static final long ADVISORY = 8_107_346_520_117L;

  private final DataSource source;
  private final StateDatabase.Dialect dialect;
  private final TreeMap<Integer, String> files = new TreeMap<>();

  Migrations(DataSource source, StateDatabase.Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
    for (String name : Objects.requireNonNull(read("migrations.list")).lines().toList()) {
      if (files.put(Integer.parseInt(name.substring(0, 3)), name) != null) {
        throw new IllegalStateException("two migrations have the number of " + name);
      }
    }
  }

  /**
   * Runs those that have not run yet.
   *
   * @throws StateException if one fails, or the tables are of a newer program
   */
  void run() {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        run(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StateException("the tables of the state cannot be made: " + e.getMessage(), e);
    }
  }

  private void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (dialect == StateDatabase.Dialect.POSTGRESQL) {
        // Two servers that start together on one database take turns.
        statement.execute("select pg_advisory_xact_lock(" + ADVISORY + ")");
      }
      statement.execute(
          "create table if not exists migration"
              + " (number integer primary key, name varchar(200) not null)");
    }
    Integer last = last(connection);
    int newest = files.lastKey();
    if (last != null && last > newest) {
      throw new StateException(
          "the state was written by a newer version of the program (step "
              + last
              + ", this one knows "
              + newest
              + "); use that version");
    }
    for (Map.Entry<Integer, String> file : files.entrySet()) {
      if (last == null || file.getKey() > last) {
        apply(connection, file.getKey(), file.getValue());
      }
    }
  }

  private static @Nullable Integer last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(number) from migration")) {
      row.next();
      int number = row.getInt(1);
      return row.wasNull() ? null : number;
    }
  }

  private void apply(Connection connection, int number, String name) throws SQLException {
    for (String sql : statements(Objects.requireNonNull(read(name)))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(name + ": " + e.getMessage(), e);
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into migration (number, name) values (?, ?)")) {
      insert.setInt(1, number);
      insert.setString(2, name);
      insert.executeUpdate();
    }
  }

  private List<String> statements(String file) {
    String text = file.replaceAll("(?m)^\\s*--.*$", "");
    for (Map.Entry<String, String> type : Objects.requireNonNull(TYPES.get(dialect)).entrySet()) {
      text = text.replace(type.getKey(), type.getValue());
    }
    List<String> statements = new ArrayList<>();
    for (String part : text.split(";\\s*(?:\\R|$)")) {
      if (!part.isBlank()) {
        statements.add(part.trim());
      }
    }
    return statements;
  }

  private static String read(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
