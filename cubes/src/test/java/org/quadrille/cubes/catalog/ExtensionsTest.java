package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.extension.ExtensionClasses;
import org.quadrille.cubes.result.CellSet;

/** Java classes that a schema names. */
class ExtensionsTest {
  private static final String CUBE =
      """
      <Schema name="Small">
        <Cube name="Sales">
          <Table name="sales"/>
          <Dimension name="Place" foreignKey="place">
            <Hierarchy hasAll="true" primaryKey="id">
              <Table name="places"/>
              <Level name="Town" column="town" uniqueMembers="true"%s>
                <Property name="Country" column="country"%s/>
              </Level>
            </Hierarchy>
          </Dimension>
          <Measure name="Amount" column="amount" aggregator="sum" formatString="0.0"%s/>
          <CalculatedMember name="Twice" dimension="Measures" formula="[Measures].[Amount] * 2"/>
        </Cube>
        %s
      </Schema>
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void makeStar() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("create table sales(place integer, amount integer)");
      statement.execute("insert into sales values (1, 2), (2, 7), (4, 200)");
      statement.execute("create table places(id integer, country varchar, town varchar)");
      statement.execute(
          "insert into places values (1, 'A', 'a1'), (2, 'A', 'a2'), (3, 'B', 'b1'), (4, 'B', 'b2')");
    }
  }

  private static String url() {
    return "jdbc:duckdb:" + folder.resolve("small.duckdb");
  }

  private static <T> T with(
      @Nullable ExtensionClasses classes, String schema, Function<Catalog, T> use)
      throws IOException {
    Path file = Files.createTempFile(folder, "schema", ".xml");
    Files.writeString(file, schema);
    CatalogSettings settings =
        new CatalogSettings("Small", file, url(), null, null, new VersionRule.Static(), classes);
    try (Catalogs catalogs = Catalogs.open(List.of(settings), Clock.systemUTC())) {
      return use.apply(catalogs.get("Small"));
    }
  }

  private static String answer(String schema, String mdx) throws IOException {
    return with(
        ExtensionClasses.of(null), schema, c -> GridText.of(c.execute(mdx, QueryContext.DEFAULT)));
  }

  private static String formatter(String name) {
    return " formatter=\"org.quadrille.cubes.extension." + name + "\"";
  }

  private static String function(String name, String className) {
    return "<UserDefinedFunction name=\"%s\" className=\"%s\"/>".formatted(name, className);
  }

  private static String withFunction() {
    return CUBE.formatted("", "", "", function("OneMore", "org.quadrille.cubes.extension.OneMore"));
  }

  @Test
  void functionsAreCalledForEachCellEvenWhereAllMeasuresAreEmpty() throws IOException {
    String members = "with member [Measures].[More] as onemore([Measures].[Amount]) ";
    String answer =
        answer(
            withFunction(),
            members
                + "select {[Measures].[Amount], [Measures].[More]} on 0,"
                + " non empty [Place].[Town].Members on 1 from Sales");
    assertThat(answer.lines().skip(1).map(l -> l.replaceAll(" +", " ")))
        .containsExactly(
            "[Place].[a1] | 2.0 | 3.0",
            "[Place].[a2] | 7.0 | 8.0",
            "[Place].[b1] | - | 1.0",
            "[Place].[b2] | 200.0 | #ERR: function OneMore: the class"
                + " org.quadrille.cubes.extension.OneMore failed: more than a hundred");
    assertThat(
            answer(
                withFunction(),
                members
                    + "select {[Measures].[More]} on 0, non empty {[Place].[b1]} on 1 from Sales"))
        .contains("[Place].[b1]");
  }

  @Test
  void functionsDecideInSetsAndInsideOtherFunctions() throws IOException {
    assertThat(
            answer(
                withFunction(),
                "with member [Measures].[Sum] as Sum({[Place].[a1], [Place].[a2], [Place].[b1]},"
                    + " OneMore([Measures].[Amount])) select {[Measures].[Sum]} on 0,"
                    + " Filter({[Place].[a1], [Place].[a2]}, OneMore([Measures].[Amount]) = 8) on 1"
                    + " from Sales"))
        .isEqualTo("             | [Measures].[Sum]\n[Place].[a2] |             12.0");
  }

  @Test
  void thePlanSaysThatAFunctionIsAClass() throws IOException {
    Explanation plan =
        with(
            ExtensionClasses.of(null),
            withFunction(),
            c ->
                c.explain(
                    "with member [Measures].[More] as OneMore([Measures].[Amount])"
                        + " select {[Measures].[More]} on 0 from Sales",
                    QueryContext.DEFAULT));
    assertThat(plan.java())
        .extracting(Explanation.JavaStep::what)
        .contains("user-defined function OneMore");
  }

  @Test
  void captionsPropertiesAndCellsAreWrittenByClasses() throws IOException {
    String schema =
        CUBE.formatted(formatter("InCapitals"), formatter("InCapitals"), formatter("InStars"), "");
    String mdx =
        "select {[Measures].[Amount], [Measures].[Twice]} on 0, [Place].[Town].Members"
            + " dimension properties [Place].[Town].[Country] on 1 from Sales";
    CellSet answer =
        with(ExtensionClasses.of(null), schema, c -> c.execute(mdx, QueryContext.DEFAULT));

    assertThat(answer.axes().get(1).positions())
        .extracting(p -> p.get(0).caption() + "/" + p.get(0).properties().get("Country"))
        .containsExactly("a1/A", "Town A2/Country=A", "Town B1/Country=B", "Town B2/Country=B");
    assertThat(IntStream.range(0, 8).mapToObj(i -> answer.cells().get(i).formatted()).toList())
        .containsExactly(
            "**",
            "4.0",
            "#ERR: the class org.quadrille.cubes.extension.InStars failed: no seven",
            "14.0",
            "",
            "",
            "200.0",
            "400.0");
    assertThat(answer(schema, "select from Sales where [Place].[a1]")).isEqualTo("**");
    assertThat(answer(schema, "select from Sales where ([Measures].[Twice], [Place].[a1])"))
        .isEqualTo("4.0");
  }

  @Test
  void withoutTheSettingNoCodeIsRun() throws IOException {
    String schema = CUBE.formatted("", "", formatter("InStars"), "");
    with(
        null,
        schema,
        c -> {
          assertThatThrownBy(() -> c.execute("select from Sales", QueryContext.DEFAULT))
              .hasMessageContaining("extensions: {java: true}")
              .hasMessageContaining("line 12");
          return "";
        });
    with(
        null,
        withFunction(),
        c -> {
          assertThat(GridText.of(c.execute("select from Sales", QueryContext.DEFAULT)))
              .isEqualTo("209.0");
          assertThatThrownBy(
                  () ->
                      c.execute(
                          "with member [Measures].[X] as OneMore(1) select from Sales"
                              + " where [Measures].[X]",
                          QueryContext.DEFAULT))
              .hasMessageContaining("there is no function OneMore")
              .hasMessageContaining("extensions: {java: true}");
          return "";
        });
  }

  @Test
  void aClassOfTheWrongKindOrNoneDisablesWhatNamesIt() throws IOException {
    assertThatThrownBy(
            () -> answer(CUBE.formatted("", "", formatter("OneMore"), ""), "select from Sales"))
        .hasMessageContaining("OneMore does not implement")
        .hasMessageContaining("CellFormatter");
    assertThatThrownBy(
            () -> answer(CUBE.formatted(formatter("Nobody"), "", "", ""), "select from Sales"))
        .hasMessageContaining("there is no class org.quadrille.cubes.extension.Nobody");
    String clash =
        CUBE.formatted("", "", "", function("Count", "org.quadrille.cubes.extension.OneMore"));
    assertThat(
            answer(
                clash,
                "with member [Measures].[C] as Count([Place].[Town].Members) select"
                    + " from Sales where [Measures].[C]"))
        .isEqualTo("4");
  }

  @Test
  void classesOfAFolderAreFound() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path source = classes.resolve("Quiet.java");
    Files.writeString(
        source,
        """
        public class Quiet implements org.quadrille.cubes.extension.CellFormatter {
          public String format(Object value, java.util.Locale locale) {
            return "quiet";
          }
        }
        """);
    int failed =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(failed).isZero();

    String answer =
        with(
            ExtensionClasses.of(classes),
            CUBE.formatted("", "", " formatter=\"Quiet\"", ""),
            c -> GridText.of(c.execute("select from Sales", QueryContext.DEFAULT)));
    assertThat(answer).isEqualTo("quiet");
  }
}
