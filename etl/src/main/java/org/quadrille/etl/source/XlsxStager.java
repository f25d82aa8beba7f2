package org.quadrille.etl.source;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/** Stages a sheet of Excel workbooks; numbers and dates become texts in plain and ISO form. */
final class XlsxStager implements Stager {
  private static final Set<String> ERRORS =
      Set.of("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final Source.Xlsx source;
  private final List<Path> files;
  private final Sql sql;
  private final Set<String> nulls;

  XlsxStager(Source.Xlsx source, List<Path> files, Sql sql) {
    this.source = source;
    this.files = files;
    this.sql = sql;
    this.nulls = new HashSet<>(source.nulls());
  }

  @Override
  public List<Path> files() {
    return files;
  }

  @Override
  public List<StagedColumn> columns() throws IOException {
    return firstHeader().names().stream().map(name -> new StagedColumn(name, "VARCHAR")).toList();
  }

  private Header firstHeader() throws IOException {
    Path file = files.get(0);
    try (ReadableWorkbook book = open(file);
        Stream<Row> rows = sheet(book, file).openStream()) {
      return header(file, rows.iterator());
    }
  }

  @Override
  public Staged stage(String table, RejectTable rejects, LoadProgress progress)
      throws SQLException, IOException {
    Header first = firstHeader();
    try (StageTable rows = StageTable.create(sql, table, first.names(), progress);
        RejectTable.Writer bad = rejects.writer(source.name())) {
      for (int i = 0; i < files.size(); i++) {
        read(files.get(i), i, first, rows, bad);
      }
      return new Staged(
          source.name(),
          table,
          columns(),
          files.stream().map(file -> String.valueOf(file.getFileName())).toList(),
          rows.rows(),
          bad.count());
    }
  }

  private void read(Path file, int index, Header first, StageTable to, RejectTable.Writer bad)
      throws SQLException, IOException {
    try (ReadableWorkbook book = open(file);
        Stream<Row> stream = sheet(book, file).openStream()) {
      Iterator<Row> rows = stream.iterator();
      int[] order = header(file, rows).indexesIn(first);
      String name = String.valueOf(file.getFileName());
      while (rows.hasNext()) {
        Row row = rows.next();
        List<@Nullable String> cells = values(row);
        if (cells.stream().allMatch(cell -> cell == null)) {
          continue;
        }
        Cell error = error(row);
        if (error != null) {
          String column =
              error.getColumnIndex() < order.length
                  ? first.names().get(order[error.getColumnIndex()])
                  : null;
          bad.add(
              name, row.getRowNum(), column, "cell_error", "the cell holds an error", raw(cells));
        } else if (cells.size() > order.length) {
          bad.add(
              name,
              row.getRowNum(),
              null,
              "shape",
              "there are " + cells.size() + " values for " + order.length + " columns",
              raw(cells));
        } else {
          @Nullable String[] values = new String[order.length];
          for (int i = 0; i < cells.size(); i++) {
            values[order[i]] = cells.get(i);
          }
          to.add(values, index, row.getRowNum());
        }
      }
    }
  }

  private static @Nullable Cell error(Row row) {
    return row.stream().filter(cell -> cell != null && isError(cell)).findFirst().orElse(null);
  }

  private static boolean isError(Cell cell) {
    boolean mayBe = cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA;
    return mayBe && ERRORS.contains(String.valueOf(cell.getRawValue()));
  }

  private static String raw(List<@Nullable String> cells) {
    return cells.stream().map(cell -> cell == null ? "" : cell).collect(Collectors.joining(","));
  }

  private Header header(Path file, Iterator<Row> rows) {
    if (!source.header()) {
      return new Header(file, source.columns());
    }
    while (rows.hasNext()) {
      Row row = rows.next();
      List<@Nullable String> names = values(row);
      if (!names.isEmpty()) {
        return Header.of(
            file, row.getRowNum(), names.stream().map(name -> name == null ? "" : name).toList());
      }
    }
    throw new LoadException(
        file + ": the sheet of source " + source.name() + " is empty; it needs a row of names");
  }

  /** The row's values up to the last that is not missing. */
  private List<@Nullable String> values(Row row) {
    List<@Nullable String> values = new ArrayList<>();
    for (Cell cell : row) {
      if (cell == null) {
        values.add(null);
        continue;
      }
      while (values.size() < cell.getColumnIndex()) {
        values.add(null);
      }
      String text = text(cell);
      values.add(text == null || nulls.contains(text) ? null : text);
    }
    while (!values.isEmpty() && values.get(values.size() - 1) == null) {
      values.remove(values.size() - 1);
    }
    return Collections.unmodifiableList(values);
  }

  private static @Nullable String text(Cell cell) {
    String value = cell.getRawValue();
    if (value == null) {
      return null;
    }
    return switch (cell.getType()) {
      case EMPTY -> null;
      case STRING -> cell.asString();
      case BOOLEAN -> value.equals("1") || value.equalsIgnoreCase("true") ? "true" : "false";
      case NUMBER -> CellNumber.text(value, cell.getDataFormatString());
      // The reader does not tell what a formula's result is; a number is recognised by its form.
      case FORMULA ->
          NUMBER.matcher(value).matches()
              ? CellNumber.text(value, cell.getDataFormatString())
              : value;
      case ERROR -> value;
    };
  }

  private static ReadableWorkbook open(Path file) {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (IOException | ExcelReaderException withFormats) {
      // A workbook without formats is rare but sound; the reader wants to be told not to look for
      // them.
      try {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
      } catch (IOException | ExcelReaderException e) {
        throw new LoadException(
            file + " cannot be read as an Excel workbook (.xlsx); save it again in that format", e);
      }
    }
  }

  private Sheet sheet(ReadableWorkbook book, Path file) {
    if (source.sheet().isEmpty()) {
      return book.getFirstSheet();
    }
    String name = source.sheet().get();
    return book.findSheet(name)
        .orElseThrow(
            () ->
                source
                    .place()
                    .refuse(
                        file
                            + " has no sheet "
                            + name
                            + "; it has "
                            + book.getSheets()
                                .map(Sheet::getName)
                                .collect(Collectors.joining(", "))));
  }
}
