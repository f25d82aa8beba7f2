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
import org.quadrille.cubes.result.CellSet;

/** Declared aggregate tables: used where they cover, the smallest first, and never elsewhere. */
class AggregateTableTest {
  @TempDir static Path folder;

  private static final String SCHEMA =
      """
      <Schema name="Shop">
        <Cube name="Sales">
          <Table name="sales">%s</Table>
          <Dimension name="Time" type="TimeDimension" foreignKey="day_id">
            <Hierarchy hasAll="true" primaryKey="day_id">
              <Table name="days"/>
              <Level name="Year" column="year" type="Numeric" uniqueMembers="true"
                  levelType="TimeYears"/>
              <Level name="Month" column="month" type="Numeric" uniqueMembers="false"
                  levelType="TimeMonths"/>
            </Hierarchy>
          </Dimension>
          <Dimension name="Product" foreignKey="product_id">
            <Hierarchy hasAll="true" primaryKey="product_id">
              <Table name="products"/>
              <Level name="Category" column="category" uniqueMembers="true"/>
              <Level name="Product" column="name" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Amount" column="amount" aggregator="sum"/>
          <Measure name="Lines" column="line_id" aggregator="count"/>
          <Measure name="Largest" column="amount" aggregator="max"/>
          <Measure name="Customers" column="customer_id" aggregator="distinct-count"/>
        </Cube>
      </Schema>
      """;

  private static final String AGGREGATES =
      """
      <AggName name="sales_by_month_product">
        <AggFactCount column="facts"/>
        <AggForeignKey factColumn="product_id" aggColumn="product_id"/>
        <AggMeasure name="[Measures].[Amount]" column="amount"/>
        <AggMeasure name="[Measures].[Lines]" column="lines"/>
        <AggMeasure name="[Measures].[Largest]" column="largest"/>
        <AggLevel name="[Time].[Year]" column="year"/>
        <AggLevel name="[Time].[Month]" column="month"/>
      </AggName>
      <AggName name="sales_by_year">
        <AggFactCount column="facts"/>
        <AggMeasure name="[Measures].[Amount]" column="amount"/>
        <AggLevel name="[Time].[Year]" column="year"/>
      </AggName>
      """;

  @BeforeAll
  static void makeStar() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table days as select i as day_id, 2023 + i // 360 as year,"
              + " 1 + (i // 30) % 12 as month from range(720) t(i)");
      statement.execute(
          "create table products as select i as product_id, 'product ' || i as name,"
              + " 'category ' || i % 3 as category from range(20) t(i)");
      statement.execute(
          "create table sales as select i as line_id, i % 720 as day_id, i % 20 as product_id,"
              + " i % 97 as customer_id, (i * 7 % 1000)::decimal(10, 2) as amount"
              + " from range(20000) t(i)");
      statement.execute(
          "create table sales_by_month_product as select year, month, product_id,"
              + " sum(amount) as amount, count(line_id) as lines, max(amount) as largest,"
              + " count(*) as facts from sales join days using (day_id) group by all");
      statement.execute(
          "create table sales_by_year as select year, sum(amount) as amount, count(*) as facts"
              + " from sales join days using (day_id) group by all");
    }
    Files.writeString(folder.resolve("plain.xml"), SCHEMA.formatted(""));
    Files.writeString(folder.resolve("aggregates.xml"), SCHEMA.formatted(AGGREGATES));
  }

  private static String url() {
    return "jdbc:duckdb:" + folder.resolve("shop.duckdb");
  }

  /** Runs a query with and without aggregates, checks that both agree, and gives the SQL. */
  private static String sqlOf(String mdx) {
    try (Catalogs catalogs =
        Catalogs.open(List.of(settings("plain"), settings("aggregates")), Clock.systemUTC())) {
      CellSet expected = catalogs.get("plain").execute(mdx, QueryContext.DEFAULT);
      CellSet actual = catalogs.get("aggregates").execute(mdx, QueryContext.DEFAULT);
      assertThat(actual.axes()).isEqualTo(expected.axes());
      assertThat(actual.cells().size()).isEqualTo(expected.cells().size()).isPositive();
      for (int i = 0; i < expected.cells().size(); i++) {
        assertThat(actual.cells().get(i).formatted())
            .isEqualTo(expected.cells().get(i).formatted())
            .isNotEmpty();
      }
      List<String> statements = actual.statistics().sql();
      return statements.get(statements.size() - 1);
    }
  }

  private static CatalogSettings settings(String name) {
    return new CatalogSettings(
        name, folder.resolve(name + ".xml"), url(), null, null, new VersionRule.Static());
  }

  @Test
  void theSmallestTableThatCoversIsUsed() {
    String sql = sqlOf("select [Measures].[Amount] on 0, [Time].[Year].Members on 1 from Sales");
    assertThat(sql).contains("\"sales_by_year\"").doesNotContain("\"sales\"");
  }

  @Test
  void aForeignKeyThatIsKeptJoinsTheDimension() {
    String sql =
        sqlOf(
            "select {[Measures].[Amount], [Measures].[Lines], [Measures].[Largest]} on 0,"
                + " [Time].[2023].Children * [Product].[Category].Members on 1 from Sales");
    assertThat(sql).contains("\"sales_by_month_product\"", "\"products\"");
    assertThat(sql).doesNotContain("\"sales\"");
  }

  @Test
  void countsAreAddedUp() {
    String sql = sqlOf("select [Measures].[Lines] on 0, [Product].Members on 1 from Sales");
    assertThat(sql).containsPattern("SUM\\([^)]*\"lines\"\\)");
  }

  @Test
  void aDistinctCountIsAskedOfTheFacts() {
    String sql =
        sqlOf(
            "select {[Measures].[Amount], [Measures].[Customers]} on 0,"
                + " [Time].[Year].Members on 1 from Sales");
    assertThat(sql).contains("\"sales\"").doesNotContain("sales_by");
  }

  @Test
  void explainSaysWhichTableIsUsedAndWhyEachOtherIsNot() {
    assertThat(aggregatesOf("[Measures].[Amount] on 0, [Time].[Year].Members on 1"))
        .containsExactly(
            "aggregate sales_by_year used: 2 rows",
            "aggregate sales_by_month_product not used: it is larger than sales_by_year");
    assertThat(aggregatesOf("[Measures].[Largest] on 0, [Product].[Category].Members on 1"))
        .containsExactly(
            "aggregate sales_by_year not used: it does not have [Measures].[Largest]",
            "aggregate sales_by_month_product used: 480 rows");
    assertThat(aggregatesOf("[Measures].[Customers] on 0"))
        .containsExactly(
            "aggregate sales_by_month_product not used: [Measures].[Customers] cannot be rolled up",
            "aggregate sales_by_year not used: [Measures].[Customers] cannot be rolled up");
  }

  private static List<String> aggregatesOf(String axes) {
    try (Catalogs catalogs = Catalogs.open(List.of(settings("aggregates")), Clock.systemUTC())) {
      Explanation plan =
          catalogs
              .get("aggregates")
              .explain("select " + axes + " from Sales", QueryContext.DEFAULT);
      return plan.fetches().stream().flatMap(f -> f.aggregates().stream()).toList();
    }
  }
}
