package org.quadrille.etl.source;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/**
 * Brings one source into the staging database. It is asked for its columns first, so that a job
 * that names a wrong one is refused before millions of rows have been read.
 */
public interface Stager {
  /**
   * What the source holds, told by a look at its beginning.
   *
   * @throws LoadException where that cannot be told
   */
  List<StagedColumn> columns() throws SQLException, IOException;

  /** The files that will be read; empty where the source is none. */
  List<Path> files();

  /**
   * Reads everything into a temporary table of this name.
   *
   * @throws LoadException where the source cannot be read at all
   */
  Staged stage(String table, RejectTable rejects, LoadProgress progress)
      throws SQLException, IOException;

  /**
   * The stager for a source.
   *
   * @param folder to which paths are relative
   */
  static Stager of(Source source, Path folder, Sql sql) {
    if (source instanceof Source.Csv csv) {
      return new CsvStager(csv, SourceFiles.find(folder, csv.files(), csv.place()), sql);
    }
    if (source instanceof Source.Xlsx xlsx) {
      return new XlsxStager(xlsx, SourceFiles.find(folder, xlsx.files(), xlsx.place()), sql);
    }
    if (source instanceof Source.Json json) {
      return new DuckDbStager(
          json, SourceFiles.find(folder, json.files(), json.place()), "read_json", sql);
    }
    if (source instanceof Source.Parquet parquet) {
      return new DuckDbStager(
          parquet, SourceFiles.find(folder, parquet.files(), parquet.place()), "read_parquet", sql);
    }
    if (source instanceof Source.Jdbc jdbc) {
      return new JdbcStager(jdbc, sql);
    }
    if (source instanceof Source.Inline inline) {
      return new InlineStager(inline, sql);
    }
    throw new IllegalStateException("no stager for " + source);
  }
}
