package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where rows come from. */
public sealed interface Source {
  /** The name by which the rest of the job speaks of it. */
  String name();

  Place place();

  /**
   * Text files of rows.
   *
   * @param files path or pattern, relative to the job file
   * @param columns names where the file has no header; else empty
   * @param nulls texts that mean missing
   */
  record Csv(
      String name,
      Place place,
      String files,
      char delimiter,
      char quote,
      Charset encoding,
      List<String> columns,
      List<String> nulls)
      implements Source {
    public Csv {
      requireNonNull(name, "name is null");
      requireNonNull(place, "place is null");
      requireNonNull(files, "files is null");
      requireNonNull(encoding, "encoding is null");
      columns = List.copyOf(columns);
      nulls = List.copyOf(nulls);
    }

    public boolean header() {
      return columns.isEmpty();
    }
  }

  /** JSON files: an array of objects or an object a line. */
  record Json(String name, Place place, String files) implements Source {}

  /** Parquet files. */
  record Parquet(String name, Place place, String files) implements Source {}

  /**
   * A sheet of Excel workbooks.
   *
   * @param sheet empty for the first
   */
  record Xlsx(
      String name,
      Place place,
      String files,
      Optional<String> sheet,
      List<String> columns,
      List<String> nulls)
      implements Source {
    public Xlsx {
      columns = List.copyOf(columns);
      nulls = List.copyOf(nulls);
    }

    public boolean header() {
      return columns.isEmpty();
    }
  }

  /**
   * A query on a database.
   *
   * @param schema the table's schema; null with a query or for the database's default
   */
  record Jdbc(
      String name,
      Place place,
      JdbcAddress address,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String query)
      implements Source {}

  /** Rows written in the job itself; a value may be null. */
  record Inline(String name, Place place, List<String> columns, List<List<@Nullable String>> rows)
      implements Source {}
}
