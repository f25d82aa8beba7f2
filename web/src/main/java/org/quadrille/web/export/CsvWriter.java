package org.quadrille.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes books as CSV after RFC 4180, in UTF-8. Numbers are plain, with a point and up to fifteen
 * digits; shares are fractions; empty cells are empty. Several tables stand one after another, each
 * below its name, with an empty line between them. Of several rows of heads each is a line.
 *
 * <p>A text that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class CsvWriter {
  private static final MathContext DIGITS = new MathContext(15);
  private static final String END = "\r\n";
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final boolean mark;

  /**
   * Chooses the form.
   *
   * @param mark whether a byte order mark stands first, by which Excel knows UTF-8
   */
  public CsvWriter(boolean mark) {
    this.mark = mark;
  }

  /** Writes a book and flushes; the stream stays open. */
  public void write(ExportBook book, OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    if (mark) {
      out.write('\ufeff');
    }
    boolean several = book.tables().size() > 1;
    for (int i = 0; i < book.tables().size(); i++) {
      ExportTable table = book.tables().get(i);
      if (several) {
        out.write((i == 0 ? "" : END) + text(table.name()) + END);
      }
      write(table, out);
    }
    out.flush();
  }

  private static void write(ExportTable table, Writer out) throws IOException {
    for (List<String> heads : table.heads()) {
      out.write(String.join(",", heads.stream().map(CsvWriter::text).toList()) + END);
    }
    for (List<ExportCell> row : table.rows()) {
      List<String> texts = new ArrayList<>(row.size());
      row.forEach(cell -> texts.add(cell(cell)));
      out.write(String.join(",", texts) + END);
    }
  }

  private static String cell(ExportCell cell) {
    if (cell instanceof ExportCell.Number number) {
      return plain(number.value());
    }
    if (cell instanceof ExportCell.Day day) {
      return day.date().toString();
    }
    return cell instanceof ExportCell.Text text ? text(text.text()) : "";
  }

  /** A number without exponent and without the noise of binary fractions. */
  static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value, DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String text(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
