package org.quadrille.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quadrille.server.SmallCatalogs;

class ReportCommandTest {
  private static final String REPORT =
      """
      ---
      title: {en: Weekly figures}
      sections:
        - {name: cities, title: {en: Cities}, query: select}
      ---
      <@cover/>
      <@section part.cities/>
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private Path config;
  private Path pdf;

  @BeforeEach
  void writeSettings() throws IOException {
    config = folder.resolve("serve.yaml");
    pdf = folder.resolve("weekly.pdf");
    Files.writeString(
        config,
        "catalogs: [{name: Shop, schema: s.xml, jdbc: 'jdbc:duckdb:'}]\nreports: {folder: .}\n");
    Files.writeString(folder.resolve("s.xml"), "<Schema name='s'/>");
    Files.writeString(folder.resolve("weekly.ftlh"), REPORT);
  }

  private int run(String... args) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return CommandLines.of(console, (settings, limits) -> new SmallCatalogs()).execute(args);
  }

  @Test
  void aReportOfOnesOwnIsWrittenAsPdf() throws IOException {
    int code = run("report", "--config", config.toString(), "weekly", "--out", pdf.toString());
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("left out");
    assertThat(code).isZero();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Weekly figures");
      assertThat(new PDFTextStripper().getText(document)).contains("Cities", "1,234,567.85");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "monthly|monthly",
        "weekly --param colour=red|has no parameter colour",
        "weekly --lang fr|language fr is not known; use en or zh",
      })
  void mistakesAreOneLineAndLeaveNoFile(String args, String message) {
    String line = "report --config " + config + " --out " + pdf + " " + args;
    assertThat(run(line.split(" "))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).hasLineCount(1);
    assertThat(pdf).doesNotExist();
  }
}
