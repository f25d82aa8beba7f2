package org.quadrille.etl.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.sql.Sql;

/**
 * A DuckDB instance of its own for staging, with the star attached as {@value #STAR}. What is
 * staged spills into a folder beside the star, which goes away with the workspace; what a killed
 * load left there is removed by the next one.
 */
final class Workspace implements AutoCloseable {
  /** The catalog name of the star. */
  static final String STAR = "star";

  private static final Pattern HOLDER = Pattern.compile("Conflicting lock is held in (.+?)\\. See");

  private final Sql sql;
  private final Path spill;

  private Workspace(Sql sql, Path spill) {
    this.sql = sql;
    this.spill = spill;
  }

  /**
   * Opens or creates the star.
   *
   * @throws LoadException where the file is held by someone else or is no DuckDB file
   */
  static Workspace open(Path star) {
    Path file = star.toAbsolutePath().normalize();
    Path spill = file.resolveSibling("." + file.getFileName() + ".staging");
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Sql sql = new Sql(DriverManager.getConnection("jdbc:duckdb:"));
      Workspace workspace = new Workspace(sql, spill);
      try {
        sql.run("ATTACH " + Sql.text(file.toString()) + " AS " + STAR);
        // Only after the star is ours: another load of the same star would still need its folder.
        workspace.deleteSpill();
        sql.run("SET temp_directory = " + Sql.text(spill.toString()));
        return workspace;
      } catch (SQLException e) {
        workspace.close();
        throw refusal(file, e);
      }
    } catch (SQLException | IOException e) {
      throw new LoadException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  Sql sql() {
    return sql;
  }

  private static LoadException refusal(Path file, SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher holder = HOLDER.matcher(message);
    if (holder.find()) {
      return new LoadException(
          file
              + " is in use by "
              + holder.group(1)
              + "; stop that process or load into another file. Nothing was changed",
          e);
    }
    if (message.contains("Unique file handle") || message.contains("already attached")) {
      return new LoadException(
          file + " is open in this very process; close it before loading. Nothing was changed", e);
    }
    if (message.contains("not a valid DuckDB database file")) {
      return new LoadException(
          file + " is no DuckDB file; name another file in \"into\". Nothing was changed", e);
    }
    String first = message.lines().findFirst().orElse("");
    return new LoadException(file + " cannot be opened: " + first + ". Nothing was changed", e);
  }

  @Override
  public void close() {
    try {
      sql.connection().close();
      deleteSpill();
    } catch (SQLException | IOException e) {
      throw new LoadException("the staging database could not be closed: " + e.getMessage(), e);
    }
  }

  private void deleteSpill() throws IOException {
    if (!Files.exists(spill)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(spill)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
