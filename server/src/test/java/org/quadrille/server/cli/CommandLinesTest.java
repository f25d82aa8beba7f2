package org.quadrille.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SmallCatalogs;

class CommandLinesTest {
  private static final String TABLE =
      """
      ┌────────────┬──────────────┬──────────────────────────┐
      │ City       │   Amount <€> │                    Share │
      ├────────────┼──────────────┼──────────────────────────┤
      │ All Cities │ 1,234,567.85 │                 Infinity │
      │ Köln 科隆  │              │ #ERR: division by a text │
      └────────────┴──────────────┴──────────────────────────┘
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void writeSettings() throws IOException {
    config = folder.resolve("serve.yaml");
    Files.writeString(config, "catalogs: [{name: Shop, schema: s.xml, jdbc: 'jdbc:duckdb:'}]\n");
    Files.writeString(folder.resolve("s.xml"), "<Schema name='s'/>");
  }

  @Test
  void helpListsTheCommands() {
    assertThat(run("", "help")).isZero();
    assertThat(text(out)).contains("demo", "generate", "load", "serve", "mdx", "help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help mdx", "mdx --help", "mdx -h"})
  void helpOfOneCommandListsItsOptions(String args) {
    assertThat(run("", args.split(" "))).isZero();
    assertThat(text(out)).contains("--config", "--url", "--catalog", "--format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lod|there is no command lod; did you mean load?; see ./quadrille help",
        "repor|there is no command repor; did you mean report?; see ./quadrille help",
        "report x|Missing required options",
        "--versoin|there is no command --versoin; see ./quadrille help",
        "generate|Missing required option: '--out=DIR'; see ./quadrille help generate",
        "demo --port x|is not an int; see ./quadrille help demo",
        "mdx --format xml q|expected one of [TABLE, CSV, JSON]",
        "mdx --config a --url b q|are mutually exclusive",
      })
  void wrongUsageIsOneLineAndExitCode2(String args, String message) {
    assertThat(run("", args.split(" "))).isEqualTo(2);
    assertThat(text(err)).contains(message).hasLineCount(1);
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(run("")).isEqualTo(2);
    assertThat(text(err)).isEqualTo("quadrille: a command is missing; see ./quadrille help\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mdx --config nowhere.yaml q|quadrille: nowhere.yaml: there is no such file",
        "load nowhere.yaml|nowhere.yaml",
        "mdx --url http://127.0.0.1:1 q|quadrille: no server answers at http://127.0.0.1:1",
        "mdx --url 127.0.0.1 q|is no address of a server",
        "demo --host 0.0.0.0|use host 127.0.0.1",
      })
  void failuresAreOneLineAndExitCode1(String args, String message) {
    String[] words = (args + (args.startsWith("demo") ? " --data " + folder : "")).split(" ");
    assertThat(run("", words)).isEqualTo(1);
    assertThat(text(err)).contains(message).hasLineCount(1).doesNotContain("\tat ");
  }

  @Test
  void verboseShowsTheDetails() {
    assertThat(run("", "mdx", "--verbose", "--config", "nowhere.yaml", "q")).isEqualTo(1);
    assertThat(text(err)).contains("\tat ");
  }

  @Test
  void mdxPrintsATable() {
    assertThat(run("", "mdx", "--config", config.toString(), "select")).isZero();
    assertThat(text(out)).isEqualTo(TABLE);
  }

  @Test
  void explainPrintsThePlan() {
    assertThat(run("", "mdx", "--config", config.toString(), "--explain", "select")).isZero();
    assertThat(text(out)).isEqualTo("one statement\n");
    out.reset();
    assertThat(run("", "mdx", "--config", config.toString(), "explain plan for select")).isZero();
    assertThat(text(out)).isEqualTo("one statement\n");
    out.reset();
    try (RunningServer server = new RunningServer(new SmallCatalogs())) {
      String url = server.uri("/").toString();
      assertThat(run("", "mdx", "--url", url, "--explain", "x")).isZero();
    }
    assertThat(text(out)).isEqualTo("one statement\n");
  }

  @Test
  void mdxReadsStandardInput() {
    assertThat(run("select", "mdx", "--config", config.toString())).isZero();
    assertThat(text(out)).isEqualTo(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json"})
  void aServerAnswersLikeTheProgramItself(String format) {
    assertThat(run("", "mdx", "--config", config.toString(), "--format", format, "x")).isZero();
    String local = text(out);
    out.reset();
    try (RunningServer server = new RunningServer(new SmallCatalogs())) {
      String url = server.uri("/").toString();
      assertThat(run("", "mdx", "--url", url, "--format", format, "x")).isZero();
    }
    assertThat(text(out)).isEqualTo(local).isNotBlank();
  }

  @Test
  void mdxErrorsHaveTheirPlace() {
    assertThat(run("", "mdx", "--config", config.toString(), "wrong")).isEqualTo(1);
    assertThat(text(err))
        .isEqualTo("quadrille: there is no member wrong in cube Sales (line 1, column 8)\n");
    err.reset();
    try (RunningServer server = new RunningServer(new SmallCatalogs())) {
      assertThat(run("", "mdx", "--url", server.uri("").toString(), "wrong")).isEqualTo(1);
    }
    assertThat(text(err))
        .isEqualTo("quadrille: there is no member wrong in cube Sales (line 1, column 8)\n");
  }

  @Test
  void portInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(run("", "serve", "--config", config.toString(), "--port", port)).isEqualTo(1);
      assertThat(text(err))
          .isEqualTo(
              "quadrille: port "
                  + port
                  + " on 127.0.0.1 is in use or not allowed; choose another with --port\n");
    }
  }

  @Test
  void missingSchemaAndDatabaseAreNamed() throws IOException {
    Files.delete(folder.resolve("s.xml"));
    assertThat(run("", "serve", "--config", config.toString())).isEqualTo(1);
    assertThat(text(err))
        .isEqualTo(
            "quadrille: catalog Shop: there is no schema file " + folder.resolve("s.xml") + "\n");
    err.reset();
    Files.writeString(config, "catalogs: [{name: A, schema: s.xml, jdbc: 'jdbc:duckdb:a.db'}]");
    assertThat(run("", "serve", "--config", config.toString())).isEqualTo(1);
    assertThat(text(err))
        .isEqualTo(
            "quadrille: catalog A: there is no database file "
                + folder.resolve("a.db")
                + "; make it with ./quadrille load\n");
  }

  @Test
  void generateWritesTheCompany() {
    Path files = folder.resolve("company");

    assertThat(run("", "generate", "--out", files.toString(), "--scale", "0.01")).isZero();
    assertThat(files.resolve("sample.yaml")).exists();
    assertThat(text(err)).endsWith("Wrote the sample company to " + files + "\n");
  }

  private int run(String input, String... args) {
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return CommandLines.of(console, (settings, limits) -> new SmallCatalogs()).execute(args);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
