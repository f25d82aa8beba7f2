package org.quadrille.server.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills a new DuckDB file with a script. */
final class DataFile {
  private DataFile() {}

  /** Runs the statements of a script, which end with a semicolon at the end of a line. */
  static void fill(Path file, String script) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\\s*\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    } catch (SQLException e) {
      throw new BenchException("cannot make " + file + ": " + e.getMessage(), e);
    }
  }
}
