package org.quadrille.etl.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a delimited text file with a header, field by field; lines end with a line feed. */
final class CsvOut implements Closeable {
  private final BufferedWriter writer;
  private final char delimiter;
  private final StringBuilder row = new StringBuilder(200);
  private boolean rowBegun;
  private long rows;

  CsvOut(Path file, char delimiter, Charset charset, String... header) throws IOException {
    writer = Files.newBufferedWriter(file, charset);
    this.delimiter = delimiter;
    for (String column : header) {
      text(column);
    }
    end();
    rows = 0;
  }

  /** Text, quoted where it must be. */
  CsvOut text(String value) {
    separate();
    if (value.indexOf(delimiter) < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
      row.append(value);
    } else {
      row.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
    return this;
  }

  CsvOut name(Name name) {
    return text(name.en()).text(name.zh());
  }

  CsvOut number(long value) {
    separate();
    row.append(value);
    return this;
  }

  /** An amount given in hundredths. */
  CsvOut money(long hundredths) {
    separate();
    Money.append(row, hundredths);
    return this;
  }

  CsvOut date(int day) {
    return text(Days.iso(day));
  }

  CsvOut empty() {
    separate();
    return this;
  }

  void end() throws IOException {
    writer.append(row).append('\n');
    row.setLength(0);
    rowBegun = false;
    rows++;
  }

  private void separate() {
    if (rowBegun) {
      row.append(delimiter);
    }
    rowBegun = true;
  }

  /** Rows written so far, the header not counted. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
