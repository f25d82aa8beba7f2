package org.quadrille.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes books as XLSX: a sheet for each table, typed cells with their number formats, the title
 * and what it is about as a block above, heads frozen and repeated on paper. A table that is longer
 * than a sheet goes on in a further one. Memory is bounded: rows are written as they come.
 */
public final class XlsxWriter {
  /** Rows of a sheet, by the file format. */
  static final int MOST_ROWS = 1_048_576;

  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_CHARACTERS = 32_767;
  private static final int ROWS_AT_ONCE = 1_000;
  private static final String ACCENT = "0A5A9C";
  private static final String SOFT = "E3EFF9";
  private static final String MUTED = "51606F";

  private final int rowsPerSheet;

  /** Sheets as long as the format allows. */
  public XlsxWriter() {
    this(MOST_ROWS);
  }

  XlsxWriter(int rowsPerSheet) {
    this.rowsPerSheet = rowsPerSheet;
  }

  /**
   * Writes a book; the stream stays open.
   *
   * @throws ExportException if a table is wider than a sheet
   */
  public void write(ExportBook book, OutputStream stream) throws IOException {
    for (ExportTable table : book.tables()) {
      if (table.width() > MOST_COLUMNS) {
        throw new ExportException(
            "%s has %,d columns, but a sheet holds %,d; export it as CSV, or turn rows and columns"
                .formatted(table.name(), table.width(), MOST_COLUMNS));
      }
    }
    Workbook workbook = new Workbook(stream, "Quadrille", null);
    SheetNames names = new SheetNames();
    for (int i = 0; i < book.tables().size(); i++) {
      boolean last = i == book.tables().size() - 1;
      write(book, book.tables().get(i), workbook, names, last ? book.notes() : List.of());
    }
    workbook.finish();
  }

  private void write(
      ExportBook book, ExportTable table, Workbook workbook, SheetNames names, List<String> notes)
      throws IOException {
    Iterator<List<ExportCell>> rows = table.rows().iterator();
    int next;
    Worksheet sheet;
    do {
      sheet = workbook.newWorksheet(names.next(table.name()));
      List<List<ExportCell>> first = take(rows, ROWS_AT_ONCE);
      widths(sheet, table, first);
      next = head(sheet, book, table);
      for (List<ExportCell> row : first) {
        row(sheet, next++, row, table.fixedColumns());
      }
      sheet.flush();
      while (rows.hasNext() && next < rowsPerSheet) {
        row(sheet, next++, rows.next(), table.fixedColumns());
        if (next % ROWS_AT_ONCE == 0) {
          sheet.flush();
        }
      }
      if (!rows.hasNext()) {
        notes(sheet, next + 1, notes);
      }
      sheet.finish();
    } while (rows.hasNext());
  }

  private static List<List<ExportCell>> take(Iterator<List<ExportCell>> rows, int most) {
    List<List<ExportCell>> taken = new ArrayList<>();
    while (taken.size() < most && rows.hasNext()) {
      taken.add(rows.next());
    }
    return taken;
  }

  /** The title, the block, and the heads; returns the first row of data. */
  private static int head(Worksheet sheet, ExportBook book, ExportTable table) {
    int row = 0;
    sheet.value(row, 0, book.title());
    sheet.style(row, 0).bold().fontSize(14).set();
    row++;
    for (ExportBook.About about : book.about()) {
      sheet.value(row, 0, about.label());
      sheet.style(row, 0).fontColor(MUTED).set();
      sheet.value(row, 1, about.value());
      row++;
    }
    row++;
    int firstHead = row;
    for (List<String> heads : table.heads()) {
      for (int column = 0; column < heads.size(); column++) {
        sheet.value(row, column, heads.get(column));
        boolean name = column < Math.max(1, table.fixedColumns());
        sheet
            .style(row, column)
            .bold()
            .wrapText(true)
            .fillColor(SOFT)
            .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
            .borderColor(BorderSide.BOTTOM, ACCENT)
            .horizontalAlignment(name ? "left" : "right")
            .set();
      }
      row++;
    }
    sheet.freezePane(table.fixedColumns(), row);
    sheet.repeatRows(firstHead, row - 1);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    return row;
  }

  private static void row(Worksheet sheet, int row, List<ExportCell> cells, int fixedColumns) {
    for (int column = 0; column < cells.size(); column++) {
      ExportCell cell = cells.get(column);
      if (cell instanceof ExportCell.Number number) {
        sheet.value(row, column, number.value());
        sheet.style(row, column).format(number.pattern()).set();
      } else if (cell instanceof ExportCell.Day day) {
        sheet.value(row, column, day.date());
        sheet.style(row, column).format("yyyy-mm-dd").set();
      } else if (cell instanceof ExportCell.Text text) {
        sheet.inlineString(row, column, held(text.text()));
        if (column >= Math.max(1, fixedColumns)) {
          sheet.style(row, column).horizontalAlignment("right").set();
        }
      }
    }
  }

  /** A text as long as a cell can hold; what is cut off ends in an ellipsis. */
  private static String held(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
  }

  private static void notes(Worksheet sheet, int from, List<String> notes) {
    int row = from;
    for (String note : notes) {
      sheet.value(row, 0, note);
      sheet.style(row, 0).fontColor(MUTED).set();
      row++;
    }
  }

  /** As wide as the heads and the first rows need, within reason; Chinese letters count double. */
  private static void widths(Worksheet sheet, ExportTable table, List<List<ExportCell>> rows) {
    for (int column = 0; column < table.width(); column++) {
      int widest = 8;
      for (List<String> heads : table.heads()) {
        widest = Math.max(widest, Math.min(22, letters(heads.get(column))));
      }
      for (List<ExportCell> row : rows) {
        if (column < row.size()) {
          widest = Math.max(widest, letters(row.get(column)));
        }
      }
      sheet.width(column, Math.min(48, widest + 2));
    }
  }

  private static int letters(ExportCell cell) {
    if (cell instanceof ExportCell.Number number) {
      boolean percent = number.pattern().contains("%");
      return percent ? 9 : (int) Math.log10(Math.max(1, Math.abs(number.value()))) * 4 / 3 + 5;
    }
    if (cell instanceof ExportCell.Text text) {
      return letters(text.text());
    }
    return cell instanceof ExportCell.Day ? 10 : 0;
  }

  private static int letters(String text) {
    Objects.requireNonNull(text, "text");
    return text.codePoints().map(c -> c > 0x2e7f ? 2 : 1).sum();
  }
}
