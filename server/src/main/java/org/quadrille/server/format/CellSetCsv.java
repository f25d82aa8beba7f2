package org.quadrille.server.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.quadrille.cubes.result.CellSet;

/** Writes a cell set as CSV by RFC 4180: commas, CRLF, plain values. */
public final class CellSetCsv {
  private CellSetCsv() {}

  /** Writes header and rows; leaves the writer open. */
  public static void write(CellSet cellSet, Writer out) throws IOException {
    Grid grid = new Grid(cellSet, CellTexts::plain);
    try {
      line(out, grid.header());
      grid.rows(row -> line(out, row));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static void line(Writer out, List<String> fields) {
    try {
      for (int i = 0; i < fields.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        out.write(quote(fields.get(i)));
      }
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quote(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
