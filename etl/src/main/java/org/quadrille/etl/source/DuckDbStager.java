package org.quadrille.etl.source;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/**
 * Stages files that DuckDB reads by itself: Parquet with its types, JSON with the types that it
 * finds.
 */
final class DuckDbStager implements Stager {
  private final Source source;
  private final List<Path> files;
  private final String function;
  private final Sql sql;

  /**
   * A stager.
   *
   * @param function DuckDB's table function for such a file
   */
  DuckDbStager(Source source, List<Path> files, String function, Sql sql) {
    this.source = source;
    this.files = files;
    this.function = function;
    this.sql = sql;
  }

  @Override
  public List<Path> files() {
    return files;
  }

  @Override
  public List<StagedColumn> columns() {
    return columns(files.get(0));
  }

  private List<StagedColumn> columns(Path file) {
    try {
      List<StagedColumn> columns =
          sql.list(
              "DESCRIBE FROM " + read(file),
              row ->
                  new StagedColumn(
                      row.getString(1), isNested(row.getString(2)) ? "VARCHAR" : row.getString(2)));
      // The check of names is the same as for a header.
      Header.of(file, 1, columns.stream().map(StagedColumn::name).toList());
      return columns;
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Lists, structs and maps have no counterpart among the types of a job: they become JSON text.
   */
  private static boolean isNested(String type) {
    return type.endsWith("]")
        || type.startsWith("STRUCT")
        || type.startsWith("MAP")
        || type.equals("JSON");
  }

  private String read(Path file) {
    String options = source instanceof Source.Json ? ", sample_size = -1" : "";
    return function + "(" + Sql.text(file.toString()) + options + ")";
  }

  private LoadException unreadable(Path file, SQLException e) {
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new LoadException(
        file + " cannot be read: " + reason + " Write the file again, or mend its format", e);
  }

  @Override
  public Staged stage(String table, RejectTable rejects, LoadProgress progress)
      throws SQLException {
    List<StagedColumn> first = columns();
    String list =
        first.stream()
            .map(column -> Sql.name(column.name()) + " " + column.type() + ", ")
            .collect(Collectors.joining());
    sql.run("CREATE TEMP TABLE " + Sql.name(table) + " (" + list + StageTable.PLACE_COLUMNS + ")");
    Header header = header(files.get(0), first);
    long rows = 0;
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      header(file, columns(file)).indexesIn(header);
      rows += insert(table, file, i, rows);
      progress.rows(rows);
    }
    return new Staged(
        source.name(),
        table,
        first,
        files.stream().map(file -> String.valueOf(file.getFileName())).toList(),
        rows,
        0);
  }

  private static Header header(Path file, List<StagedColumn> columns) {
    return new Header(
        file, columns.stream().map(column -> column.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static String value(String column, String type) {
    String name = Sql.name(column);
    return isNested(type) ? "CAST(to_json(" + name + ") AS VARCHAR) AS " + name : name;
  }

  private long insert(String table, Path file, int index, long before) throws SQLException {
    try {
      String list =
          sql
              .list(
                  "DESCRIBE FROM " + read(file),
                  row -> Map.entry(row.getString(1), row.getString(2)))
              .stream()
              .map(column -> value(column.getKey(), column.getValue()) + ", ")
              .collect(Collectors.joining());
      return sql.run(
          "INSERT INTO %s BY NAME SELECT %s %d AS _file, row_number() OVER () AS _line, %d + row_number() OVER () AS _row FROM %s"
              .formatted(Sql.name(table), list, index, before, read(file)));
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }
}
