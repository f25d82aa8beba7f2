package org.quadrille.etl.script;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.load.LoadRequest;
import org.quadrille.etl.load.Loader;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.RejectCount;
import org.quadrille.etl.report.RowCount;

/**
 * A test of a load written as text: sections that begin with {@code --- }, of files, a job, loads
 * and queries. Running it gives the same text with the answers of loads and queries as they really
 * are.
 *
 * <ul>
 *   <li>{@code file NAME [ENCODING]}, {@code job}: the body is written as it stands
 *   <li>{@code xlsx NAME SHEET}: cells are separated by {@code |}; numbers and ISO dates become
 *       such cells, a text in quotes stays one
 *   <li>{@code parquet NAME}: the body is a query; {@code database URL}: the body is statements
 *   <li>{@code clock DATE}: the day of the next loads
 *   <li>{@code load}: runs the job; the body is its report or failure
 *   <li>{@code note}: is for the reader
 *   <li>{@code query SQL}: the body is the rows
 * </ul>
 */
final class JobScript {
  private static final String MARK = "--- ";

  private final Path folder;
  private Clock clock = Clock.fixed(Instant.parse("2024-06-01T10:00:00Z"), ZoneOffset.UTC);

  JobScript(Path folder) {
    this.folder = folder;
  }

  String run(String script) throws Exception {
    StringBuilder output = new StringBuilder();
    String head = null;
    StringBuilder body = new StringBuilder();
    for (String line : script.lines().toList()) {
      if (line.startsWith(MARK)) {
        finish(head, body.toString(), output);
        head = line.substring(MARK.length());
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    finish(head, body.toString(), output);
    return output.toString();
  }

  private void finish(String head, String body, StringBuilder output) throws Exception {
    if (head == null) {
      output.append(body);
      return;
    }
    output.append(MARK).append(head).append('\n');
    String[] words = head.split(" ", -1);
    switch (words[0]) {
      case "load" -> output.append(load()).append('\n');
      case "query" -> output.append(query(head.substring("query ".length()))).append('\n');
      default -> {
        prepare(words, body);
        output.append(body);
      }
    }
  }

  private void prepare(String[] words, String body) throws Exception {
    switch (words[0]) {
      case "job" -> Files.writeString(folder.resolve("job.yaml"), body.stripTrailing() + "\n");
      case "file" -> {
        Charset charset = words.length > 2 ? Charset.forName(words[2]) : StandardCharsets.UTF_8;
        Path file = folder.resolve(words[1]);
        Files.createDirectories(file.getParent());
        Files.write(file, (body.stripTrailing() + "\n").getBytes(charset));
      }
      case "note" -> {}
      case "xlsx" -> xlsx(words[1], words[2], body);
      case "parquet" -> parquet(words[1], body);
      case "database" -> database(words[1], body);
      case "clock" ->
          clock =
              Clock.fixed(
                  LocalDate.parse(words[1]).atTime(10, 0).toInstant(ZoneOffset.UTC),
                  ZoneOffset.UTC);
      default -> throw new IllegalArgumentException("no section is called " + words[0]);
    }
  }

  private String load() {
    LoadRequest request =
        new LoadRequest(folder.resolve("job.yaml"), folder.resolve("data"), LoadProgress.silent());
    StringBuilder text = new StringBuilder();
    try {
      LoadReport report = new Loader(clock).load(request);
      text.append(report.outcome().name().toLowerCase(Locale.ROOT))
          .append(", load ")
          .append(report.loadId())
          .append(", version ")
          .append(report.dataVersion())
          .append('\n');
      for (RowCount count : report.counts()) {
        text.append(count.source())
            .append(count.target() == null ? "" : " > " + count.target())
            .append(": ")
            .append(count.read() + " = " + count.loaded() + " + " + count.rejected())
            .append('\n');
      }
      for (RejectCount reject : report.rejects()) {
        text.append(reject.source())
            .append(reject.target() == null ? "" : " > " + reject.target())
            .append(": " + reject.code() + " " + reject.rows())
            .append('\n');
      }
    } catch (LoadException e) {
      text.append("failed: ").append(plain(e.getMessage())).append('\n');
    }
    return text.toString();
  }

  private String plain(String message) {
    return message.replace(folder.toString() + "/", "").replace(folder.toString(), ".");
  }

  private String query(String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("data/star.duckdb"));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(sql.replace("$DATA", folder.resolve("data").toString()))) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          String value = rows.getString(i);
          values.add(value == null ? "-" : value.replace("\n", "\\n"));
        }
        text.append(String.join(" | ", values)).append('\n');
      }
    }
    return text.toString();
  }

  private void xlsx(String name, String sheetName, String body) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet(sheetName);
      int row = 0;
      for (String line : body.stripTrailing().lines().toList()) {
        String[] cells = line.split("\\|", -1);
        for (int column = 0; column < cells.length; column++) {
          cell(sheet, row, column, cells[column].strip());
        }
        row++;
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int column, String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      sheet.value(row, column, LocalDate.parse(text));
      sheet.style(row, column).format("yyyy-MM-dd").set();
    } else if (text.matches("-?\\d+(\\.\\d+)?")) {
      sheet.value(row, column, Double.valueOf(text));
    } else if (text.equals("true") || text.equals("false")) {
      sheet.value(row, column, Boolean.valueOf(text));
    } else if (!text.isEmpty()) {
      sheet.value(row, column, text.startsWith("\"") ? text.substring(1, text.length() - 1) : text);
    }
  }

  private void parquet(String name, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + query + ") TO '" + folder.resolve(name) + "' (FORMAT parquet)");
    }
  }

  private static void database(String url, String body) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "SA", "");
        Statement statement = connection.createStatement()) {
      for (String sql : body.split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
