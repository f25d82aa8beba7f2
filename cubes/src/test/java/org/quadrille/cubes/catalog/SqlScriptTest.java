package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.cubes.catalog.SqlScript.SqlCase;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.SqlException;

/**
 * Runs the queries of the script files {@code sqlt/*.sqlt}. With {@code -Dquadrille.rewrite=true}
 * the expected answers are written anew instead; look at each difference before it is kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlScriptTest {
  private static final String FOLDER = "src/test/resources/org/quadrille/cubes/sqlt";
  private static final int ROWS = 40;

  private final FoodMartCatalog catalog = FoodMartCatalog.whole();

  @AfterAll
  void close() {
    catalog.close();
  }

  @TestFactory
  Stream<DynamicContainer> scripts() {
    boolean rewrite = Boolean.getBoolean("quadrille.rewrite");
    return files().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getFileName().toString(), rewrite ? rewritten(file) : tests(file)));
  }

  private Stream<DynamicTest> tests(Path file) {
    List<SqlCase> cases = SqlScript.read(file).cases();
    assertThat(cases).as(file.toString()).isNotEmpty();
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.line() + " " + each.title(),
                    () ->
                        assertThat(run(each))
                            .as("%s:%d\n%s", file, each.line(), each.sql())
                            .isEqualTo(each.expected())));
  }

  private Stream<DynamicTest> rewritten(Path file) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "rewrite",
            () -> {
              SqlScript script = SqlScript.read(file);
              List<SqlCase> cases = new ArrayList<>();
              for (SqlCase each : script.cases()) {
                cases.add(
                    new SqlCase(
                        each.line(), each.title(), each.role(), each.sql(), textOrFault(each)));
              }
              new SqlScript(script.comment(), cases).write(file);
            }));
  }

  /** What a case gave; a fault is written where it is seen. */
  private String textOrFault(SqlCase each) {
    try {
      return run(each);
    } catch (RuntimeException | StackOverflowError e) {
      return "FAULT " + e;
    }
  }

  /** Texts that would run for ever are given a second, others have time on a slow machine. */
  private static Duration limit(SqlCase each) {
    return Duration.ofSeconds(each.title().endsWith("without end") ? 1 : 60);
  }

  private String run(SqlCase each) {
    QueryContext context = new QueryContext(each.role(), Locale.US, limit(each));
    boolean showSql = each.expected().contains("\nsql: ") || each.title().endsWith("(statement)");
    StringBuilder text = new StringBuilder();
    try (SqlCursor cursor = catalog.catalog().sql().run(each.sql(), List.of(), context, c -> {})) {
      text.append(
          cursor.columns().stream()
              .map(c -> c.name() + " " + c.type())
              .collect(Collectors.joining(" | ")));
      int count = 0;
      while (cursor.next()) {
        if (count++ < ROWS) {
          text.append('\n').append(line(cursor.columns(), cursor.row()));
        }
      }
      if (count > ROWS) {
        text.append("\n… ").append(count).append(" rows");
      }
      if (showSql) {
        text.append("\nsql: ").append(cursor.about().statement().replaceAll("\\s+", " "));
        cursor.about().notes().forEach(n -> text.append("\nnote: ").append(n));
      }
      return text.toString();
    } catch (SqlException e) {
      String place = e.place() == null ? "" : e.place().line() + ":" + e.place().column() + " ";
      String kind = e.kind() == SqlException.Kind.REFUSED ? "" : e.kind() + " ";
      return "! " + kind + place + e.getMessage();
    } catch (UnknownNameException e) {
      return "! " + e.getMessage();
    }
  }

  /** Floating point is shown to ten digits, since its last ones depend on the order of sums. */
  private static String line(List<SqlColumn> columns, List<@Nullable Object> row) {
    return row.stream()
        .map(
            v ->
                v instanceof Double number && Double.isFinite(number) && number != 0
                    ? new BigDecimal(number)
                        .round(new java.math.MathContext(10, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString()
                    : String.valueOf(v))
        .collect(Collectors.joining(" | "));
  }

  /** The script files, in the source folder, since they may be written anew. */
  private static List<Path> files() {
    Path folder = Path.of(FOLDER);
    try (Stream<Path> files =
        Files.list(Files.isDirectory(folder) ? folder : Path.of("cubes").resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".sqlt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
