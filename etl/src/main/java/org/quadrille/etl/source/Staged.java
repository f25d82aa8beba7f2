package org.quadrille.etl.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A source whose rows are in the staging database, values as they were written.
 *
 * @param table temporary table; beside the columns it has {@code _file} INTEGER (index into {@code
 *     files}), {@code _line} BIGINT (line, row of the sheet or number of the record, from 1) and
 *     {@code _row} BIGINT (number in the whole source)
 * @param files names of the files, or the one name of what was read
 * @param rows rows in the table
 * @param rejected rows that could not be read and are in the reject table
 */
public record Staged(
    String name,
    String table,
    List<StagedColumn> columns,
    List<String> files,
    long rows,
    long rejected) {
  public Staged {
    requireNonNull(name, "name is null");
    requireNonNull(table, "table is null");
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /**
   * A column of a source.
   *
   * @param type a DuckDB type; VARCHAR where all values are text
   */
  public record StagedColumn(String name, String type) {
    public StagedColumn {
      requireNonNull(name, "name is null");
      requireNonNull(type, "type is null");
    }

    public boolean isText() {
      return type.equals("VARCHAR");
    }
  }

  /** The column of this name, exactly or else without regard to case. */
  public Optional<StagedColumn> column(String wanted) {
    Optional<StagedColumn> exact =
        columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    return exact.isPresent()
        ? exact
        : columns.stream().filter(column -> column.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
