package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.cubes.catalog.QueryScript.QueryCase;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.CellSet;

/**
 * Runs the queries of the script files {@code mdxt/*.mdxt}. With {@code -Dquadrille.rewrite=true}
 * the expected answers are written anew instead; look at each difference before it is kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryScriptTest {
  private static final String FOLDER = "src/test/resources/org/quadrille/cubes/mdxt";

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
    List<QueryCase> cases = QueryScript.read(file).cases();
    assertThat(cases).as(file.toString()).isNotEmpty();
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.line() + " " + each.title(),
                    () -> {
                      Outcome outcome = run(each);
                      assertThat(outcome.text())
                          .as("%s:%d\n%s\n%s", file, each.line(), each.mdx(), outcome.sql())
                          .isEqualTo(each.expected());
                    }));
  }

  private Stream<DynamicTest> rewritten(Path file) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "rewrite",
            () -> {
              QueryScript script = QueryScript.read(file);
              List<QueryCase> cases = new ArrayList<>();
              for (QueryCase each : script.cases()) {
                cases.add(
                    new QueryCase(
                        each.line(),
                        each.title(),
                        each.role(),
                        each.mdx(),
                        each.sql(),
                        textOrFault(each)));
              }
              new QueryScript(script.comment(), cases).write(file);
            }));
  }

  /** What a case gave; a fault of the engine or of the case is written where it is seen. */
  private String textOrFault(QueryCase each) {
    try {
      return run(each).text();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return "FAULT " + e;
    }
  }

  /** What a case gave, and the SQL that it took. */
  private record Outcome(String text, String sql) {}

  private Outcome run(QueryCase each) {
    try {
      catalog.batched(each.mdx(), each.role());
      catalog.forgetCells();
      CellSet answer = catalog.batched(each.mdx(), each.role());
      if (each.sql() != null) {
        checkValues(each, answer);
      }
      return new Outcome(
          GridText.of(answer) + "\nstatements: " + answer.statistics().statements(),
          String.join("\n", answer.statistics().sql()));
    } catch (MdxException e) {
      String place = e.place() == null ? "" : e.place().line() + ":" + e.place().column() + " ";
      return new Outcome("! " + place + e.getMessage(), "");
    } catch (UnknownNameException e) {
      return new Outcome("! " + e.getMessage(), "");
    }
  }

  /** The answer's cells against what the SQL of the case gives, row by row. */
  private void checkValues(QueryCase each, CellSet answer) {
    List<@Nullable Object> wanted = values(Objects.requireNonNull(each.sql()));
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < answer.cells().size(); i++) {
      values.add(answer.cells().get(i).value());
    }
    assertThat(values.size())
        .as("cells of %s\n%s", each.title(), GridText.of(answer))
        .isEqualTo(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(CellDifference.between(wanted.get(i), values.get(i)))
          .as("%d %s: cell %d by SQL\n%s", each.line(), each.title(), i, GridText.of(answer))
          .isNull();
    }
  }

  private List<@Nullable Object> values(String sql) {
    List<@Nullable Object> values = new ArrayList<>();
    try (Connection connection = catalog.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= width; i++) {
          values.add(rows.getObject(i));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("the SQL of the case fails: " + sql, e);
    }
    return values;
  }

  /** The script files, in the source folder, since they may be written anew. */
  private static List<Path> files() {
    Path folder = Path.of(FOLDER);
    try (Stream<Path> files =
        Files.list(Files.isDirectory(folder) ? folder : Path.of("cubes").resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".mdxt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
