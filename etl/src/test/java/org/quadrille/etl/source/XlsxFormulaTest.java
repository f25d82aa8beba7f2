package org.quadrille.etl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.etl.job.Place;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.sql.Sql;

/**
 * Formulas and errors in a workbook as Excel itself saves it, with the results beside the formulas.
 */
class XlsxFormulaTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

  @Test
  void resultsOfFormulasAreReadAndErrorsRejected(@TempDir Path folder) throws Exception {
    workbook(
        folder.resolve("book.xlsx"),
        """
        <row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>amount</v></c></row>
        <row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1.5</f><v>2.5</v></c></row>
        <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
        <row r="5"><c r="A5"><v>3</v></c><c r="B5" t="str"><f>"a"</f><v>a</v></c></row>
        <row r="6"><c r="A6"><v>4</v></c><c r="B6" t="e"><v>#N/A</v></c></row>
        """);
    Source.Xlsx source =
        new Source.Xlsx(
            "book",
            new Place("job.yaml", 1, 1),
            "book.xlsx",
            Optional.empty(),
            List.of(),
            List.of(""));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      Sql sql = new Sql(connection);
      RejectTable rejects = RejectTable.create(sql);
      Staged staged =
          Stager.of(source, folder, sql).stage("staged", rejects, LoadProgress.silent());

      assertThat(staged.rows()).isEqualTo(2);
      assertThat(
              sql.list(
                  "SELECT id || ' ' || amount || ' ' || _line FROM staged ORDER BY _row",
                  row -> row.getString(1)))
          .containsExactly("1 2.5 2", "3 a 5");
      assertThat(
              sql.list(
                  "SELECT line || ' ' || column_name || ' ' || code FROM rejected ORDER BY line",
                  row -> row.getString(1)))
          .containsExactly("3 amount cell_error", "6 amount cell_error");
    }
  }

  private static void workbook(Path file, String rows) throws IOException {
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"%s/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
                .formatted(PACKAGE),
            "_rels/.rels",
            "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                .formatted(PACKAGE, RELATIONS),
            "xl/workbook.xml",
            "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                .formatted(MAIN, RELATIONS),
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                .formatted(PACKAGE, RELATIONS),
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
