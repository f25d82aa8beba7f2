package org.quadrille.etl.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/** Stages a table or query of another database, with its own types. */
final class JdbcStager implements Stager {
  private final Source.Jdbc source;
  private final Sql sql;

  JdbcStager(Source.Jdbc source, Sql sql) {
    this.source = source;
    this.sql = sql;
  }

  @Override
  public List<Path> files() {
    return List.of();
  }

  @Override
  public List<StagedColumn> columns() throws SQLException {
    try (Connection from = open()) {
      return read(from, "SELECT * FROM (" + query(from) + ") q WHERE 1 = 0");
    }
  }

  private List<StagedColumn> read(Connection from, String query) {
    try (PreparedStatement statement = from.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      return JdbcRows.columns(rows).stream()
          .map(column -> new StagedColumn(column.name(), column.type()))
          .toList();
    } catch (SQLException | LoadException e) {
      throw source.place().refuse("source " + source.name() + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Staged stage(String table, RejectTable rejects, LoadProgress progress)
      throws SQLException {
    try (Connection from = open()) {
      long rows = new JdbcRows(from).copy(query(from), sql, table, name -> name, true);
      return new Staged(source.name(), table, columns(), List.of(what()), rows, 0);
    }
  }

  private String what() {
    return source.table() == null ? source.name() : source.table();
  }

  private String query(Connection from) throws SQLException {
    if (source.query() != null) {
      return source.query();
    }
    String quote = from.getMetaData().getIdentifierQuoteString();
    String table = quote + source.table() + quote;
    return "SELECT * FROM "
        + (source.schema() == null ? table : quote + source.schema() + quote + "." + table);
  }

  private Connection open() {
    try {
      return source.address().open();
    } catch (SQLException e) {
      throw source
          .place()
          .refuse(
              "source "
                  + source.name()
                  + ": "
                  + source.address()
                  + " cannot be opened: "
                  + e.getMessage());
    }
  }
}
