package org.quadrille.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.quadrille.web.export.ExportBook.About;

/** Books as files, read back. */
final class WritersTest {
  private static final ExportTable SALES =
      new ExportTable(
          "Sales",
          List.of(List.of("Customer", "Sales", "Share", "Since")),
          1,
          List.of(
              List.of(
                  ExportCell.text("Tea, \"Coffee\" & Co"),
                  ExportCell.number(1234.5, "#,##0.00"),
                  ExportCell.number(0.1 + 0.2, "0.0%"),
                  new ExportCell.Day(LocalDate.of(2025, 3, 1))),
              List.of(
                  ExportCell.text("=1+1"),
                  ExportCell.number(-7e9, "#,##0"),
                  ExportCell.number(Double.NaN, "0.0%"),
                  ExportCell.EMPTY)));

  private static final ExportBook BOOK =
      new ExportBook(
          "Ranking", List.of(new About("Period", "2025")), List.of(SALES), List.of("A remark"));

  private static String csv(ExportBook book, boolean mark) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvWriter(mark).write(book, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] xlsx(ExportBook book, int rowsPerSheet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxWriter(rowsPerSheet).write(book, out);
    return out.toByteArray();
  }

  private static List<Sheet> sheets(byte[] file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return workbook.getSheets().toList();
    }
  }

  private static String part(byte[] file, String name) throws IOException {
    Path kept = Files.write(Files.createTempFile("sheet", ".xlsx"), file);
    try (ZipFile zip = new ZipFile(kept.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(kept);
    }
  }

  @Test
  void csvHoldsPlainNumbersAndQuotesTexts() throws IOException {
    assertThat(csv(BOOK, false))
        .isEqualTo(
            "Customer,Sales,Share,Since\r\n"
                + "\"Tea, \"\"Coffee\"\" & Co\",1234.5,0.3,2025-03-01\r\n"
                + "'=1+1,-7000000000,,\r\n");
    assertThat(csv(BOOK, true)).startsWith("\ufeffCustomer");
  }

  @Test
  void severalTablesOfACsvAreNamed() throws IOException {
    ExportTable other =
        new ExportTable("Other", List.of(List.of("A")), 0, List.of(List.of(ExportCell.text("b"))));
    ExportBook book = new ExportBook("Two", List.of(), List.of(other, other), List.of());
    assertThat(csv(book, false)).isEqualTo("Other\r\nA\r\nb\r\n\r\nOther\r\nA\r\nb\r\n");
  }

  @Test
  void sheetsHoldTypedCellsBelowWhatTheyAreAbout() throws IOException {
    byte[] file = xlsx(BOOK, XlsxWriter.MOST_ROWS);
    ReadingOptions formats = new ReadingOptions(true, false);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), formats)) {
      Sheet sheet = workbook.getFirstSheet();
      assertThat(sheet.getName()).isEqualTo("Sales");
      List<Row> rows = sheet.read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("Ranking");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("Period");
      assertThat(rows.get(1).getCellText(1)).isEqualTo("2025");
      List<Row> table = rows.stream().filter(row -> row.getRowNum() >= 4).toList();
      assertThat(table.get(0).getCellText(3)).isEqualTo("Since");
      assertThat(table.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
      assertThat(table.get(1).getCell(1).asNumber()).isEqualByComparingTo("1234.5");
      assertThat(table.get(1).getCell(1).getDataFormatString()).isEqualTo("#,##0.00");
      assertThat(table.get(1).getCellAsDate(3)).contains(LocalDate.of(2025, 3, 1).atStartOfDay());
      assertThat(table.get(2).getCellText(0)).isEqualTo("=1+1");
      assertThat(table.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(rows.size() - 1).getCellText(0)).isEqualTo("A remark");
    }
    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .containsPattern("<pane xSplit=\"1\" ySplit=\"4\"[^>]*state=\"frozen\"");
  }

  @Test
  void aTableThatIsLongerThanASheetGoesOnInTheNext() throws IOException {
    List<List<ExportCell>> rows =
        IntStream.range(0, 25).mapToObj(i -> List.of(ExportCell.number(i, "0"))).toList();
    ExportTable table = new ExportTable("N: 1/2", List.of(List.of("n")), 0, rows);
    ExportBook book = new ExportBook("Long", List.of(), List.of(table), List.of());
    // Each sheet holds the title, an empty row, the head and rows up to the limit.
    XlsxWriter writer = new XlsxWriter(1_003);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<List<ExportCell>> many =
        Stream.generate(() -> rows).limit(100).flatMap(List::stream).toList();
    writer.write(
        new ExportBook(
            "Long",
            List.of(),
            List.of(new ExportTable("N: 1/2", List.of(List.of("n")), 0, many)),
            List.of()),
        out);
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Sheet> sheets = read.getSheets().toList();
      assertThat(sheets.stream().map(Sheet::getName))
          .containsExactly("N  1 2", "N  1 2 (2)", "N  1 2 (3)");
      long numbers = 0;
      for (Sheet sheet : sheets) {
        numbers +=
            sheet.read().stream()
                .filter(row -> row.getCellCount() > 0 && row.getCell(0) != null)
                .filter(row -> row.getCell(0).getType() == CellType.NUMBER)
                .count();
      }
      assertThat(numbers).isEqualTo(2_500);
    }
    assertThat(sheets(xlsx(book, XlsxWriter.MOST_ROWS))).hasSize(1);
  }

  @Test
  void aTableThatIsTooWideIsRefusedWithTheRemedy() {
    List<String> heads = Collections.nCopies(16_385, "h");
    ExportTable table = new ExportTable("Wide", List.of(heads), 0, List.of());
    ExportBook book = new ExportBook("Wide", List.of(), List.of(table), List.of());
    assertThatThrownBy(() -> xlsx(book, XlsxWriter.MOST_ROWS))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("16,385")
        .hasMessageContaining("CSV");
  }
}
