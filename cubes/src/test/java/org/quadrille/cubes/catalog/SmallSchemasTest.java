package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What single features of schemas give, each over a few facts. */
class SmallSchemasTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeStar() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("create table sales(kind integer, place integer, amount decimal(10, 4))");
      statement.execute("insert into sales values (1, 1, 2.0005), (2, 1, 5), (3, 2, 7)");
      statement.execute("create table stock(place integer, items integer)");
      statement.execute("insert into stock values (1, 10), (2, 30), (3, 60)");
      statement.execute("create table places(id integer, country varchar, town varchar)");
      statement.execute("insert into places values (1, 'A', 'a1'), (2, 'A', 'a2'), (3, 'B', 'b1')");
    }
  }

  private static String url() {
    return "jdbc:duckdb:" + folder.resolve("small.duckdb");
  }

  private static String answer(String schema, String mdx) throws IOException {
    Path file = Files.createTempFile(folder, "schema", ".xml");
    Files.writeString(file, "<Schema name=\"Small\">" + schema + "</Schema>");
    CatalogSettings settings =
        new CatalogSettings("Small", file, url(), null, null, new VersionRule.Static());
    try (Catalogs catalogs = Catalogs.open(List.of(settings), Clock.systemUTC())) {
      return GridText.of(catalogs.get("Small").execute(mdx, QueryContext.DEFAULT));
    }
  }

  @Test
  void binaryKeysOfAnInlineTableSortAsTheirBytes() throws IOException {
    String schema =
        """
        <Cube name="Sales">
          <Table name="sales"/>
          <Dimension name="Kind" foreignKey="kind">
            <Hierarchy hasAll="false" primaryKey="id">
              <InlineTable alias="kinds">
                <ColumnDefs>
                  <ColumnDef name="id" type="Integer"/>
                  <ColumnDef name="code" type="Integer"/>
                  <ColumnDef name="name" type="String"/>
                </ColumnDefs>
                <Rows>
                  <Row><Value column="id">1</Value><Value column="code">X'4f'</Value><Value column="name">late</Value></Row>
                  <Row><Value column="id">2</Value><Value column="code">X'0a10'</Value><Value column="name">early</Value></Row>
                  <Row><Value column="id">3</Value><Value column="code">X'0a10'</Value><Value column="name">early</Value></Row>
                </Rows>
              </InlineTable>
              <Level name="Code" column="code" nameColumn="name" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Amount" column="amount" aggregator="sum" formatString="0.0"/>
        </Cube>
        """;

    assertThat(answer(schema, "select [Kind].Members on 0 from Sales"))
        .isEqualTo(" | [Kind].[early] | [Kind].[late]\n |           12.0 |           2.0");
  }

  @Test
  void factsJoinADimensionOfAnotherCubeThatIsTheSameAsTheirOwn() throws IOException {
    String schema =
        """
        <Cube name="Stock">
          <Table name="stock"/>
          <Dimension name="Place" foreignKey="place">
            <Hierarchy hasAll="true" primaryKey="id">
              <Table name="places"/>
              <Level name="Country" column="country" uniqueMembers="true"/>
              <Level name="Town" column="town" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Items" column="items" aggregator="sum"/>
        </Cube>
        <Cube name="Stock of A">
          <Table name="stock"/>
          <Dimension name="Place" foreignKey="place">
            <Hierarchy hasAll="false" defaultMember="[A]" primaryKey="id">
              <Table name="places"/>
              <Level name="Country" column="country" uniqueMembers="true"/>
              <Level name="Town" column="town" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Other Items" column="items" aggregator="sum"/>
        </Cube>
        <Cube name="Sales">
          <Table name="sales"/>
          <Dimension name="Place" foreignKey="place">
            <Hierarchy hasAll="true" primaryKey="id">
              <Table name="places"/>
              <Level name="Town" column="town" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Amount" column="amount" aggregator="sum"/>
        </Cube>
        <VirtualCube name="Both">
          <VirtualCubeDimension cubeName="Stock of A" name="Place"/>
          <VirtualCubeMeasure cubeName="Stock" name="[Measures].[Items]"/>
          <VirtualCubeMeasure cubeName="Sales" name="[Measures].[Amount]"/>
        </VirtualCube>
        """;

    assertThat(
            answer(
                schema,
                "select {[Measures].[Items], [Measures].[Amount]} on 0,"
                    + " {[Place].DefaultMember, [Place].[A].[a2], [Place].[B]} on 1 from Both"))
        .isEqualTo(
            String.join(
                "\n",
                "                 | [Measures].[Items] | [Measures].[Amount]",
                "[Place].[A]      |                 40 |              14.001",
                "[Place].[A].[a2] |                 30 |                   -",
                "[Place].[B]      |                 60 |                   -"));
  }

  @Test
  void aMeasureWithoutAFormatRoundsAsItsNearestDouble() throws IOException {
    String schema =
        """
        <Cube name="Sales">
          <Table name="sales"/>
          <Dimension name="Place" foreignKey="place">
            <Hierarchy hasAll="true" primaryKey="id">
              <Table name="places"/>
              <Level name="Town" column="town" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Smallest" column="amount" aggregator="min"/>
        </Cube>
        """;

    assertThat(answer(schema, "select [Measures].[Smallest] on 0 from Sales")).endsWith("2.001");
  }
}
