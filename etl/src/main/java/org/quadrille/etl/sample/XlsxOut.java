package org.quadrille.etl.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes an Excel workbook, sheet after sheet, in memory first: its time stamps are taken out
 * before it goes to the file.
 */
final class XlsxOut implements Closeable {
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final Path file;
  private final Path draft;
  private final OutputStream draftOut;
  private final Workbook workbook;
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final String fileName;

  XlsxOut(Path folder, String fileName) throws IOException {
    this.fileName = fileName;
    file = folder.resolve(fileName);
    draft = folder.resolve(fileName + ".draft");
    draftOut = Files.newOutputStream(draft);
    workbook = new Workbook(draftOut, "Quadrille", "1.0");
  }

  /** Begins a sheet with its header. */
  Sheet sheet(String name, String... header) {
    Sheet sheet = new Sheet(workbook.newWorksheet(name), fileName + "#" + name);
    for (int i = 0; i < header.length; i++) {
      sheet.worksheet.value(0, i, header[i]);
    }
    return sheet;
  }

  /** Rows of each sheet, named {@code file#sheet}, headers not counted. */
  Map<String, Long> rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
    draftOut.close();
    try (ZipFile from = new ZipFile(draft.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      copyWithoutTime(from, to);
    }
    Files.delete(draft);
  }

  private static void copyWithoutTime(ZipFile from, ZipOutputStream to) throws IOException {
    for (ZipEntry entry : Collections.list(from.entries())) {
      ZipEntry copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(STAMP);
      to.putNextEntry(copy);
      try (InputStream content = from.getInputStream(entry)) {
        if (entry.getName().equals("docProps/core.xml")) {
          String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
          String fixed = text.replaceAll(">\\d{4}-\\d{2}-\\d{2}T[^<]*<", ">" + STAMP + ":00Z<");
          to.write(fixed.getBytes(StandardCharsets.UTF_8));
        } else {
          content.transferTo(to);
        }
      }
      to.closeEntry();
    }
  }

  /** One sheet; rows are added from top to bottom. */
  final class Sheet {
    private final Worksheet worksheet;
    private final String key;
    private int row;

    private Sheet(Worksheet worksheet, String key) {
      this.worksheet = worksheet;
      this.key = key;
      rows.put(key, 0L);
    }

    /** Adds a row of texts, numbers and dates. */
    void row(Object... values) {
      row++;
      rows.put(key, (long) row);
      for (int column = 0; column < values.length; column++) {
        Object value = values[column];
        if (value instanceof Number number) {
          worksheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
          worksheet.value(row, column, date);
          worksheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
          worksheet.value(row, column, value.toString());
        }
      }
    }
  }
}
