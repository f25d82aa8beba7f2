package org.quadrille.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.server.RunningServer;

/** Pages over a database that was loaded before the schema got a further table. */
class OtherDataTest {
  private static final String SCHEMA =
      """
      <Schema name="Shop">
        <Dimension name="Time" type="TimeDimension">
          <Hierarchy hasAll="true" primaryKey="month_key">
            <Table name="month"/>
            <Level name="Year" column="y" type="Numeric" uniqueMembers="true" levelType="TimeYears"/>
            <Level name="Month" column="m" type="Numeric" uniqueMembers="false" levelType="TimeMonths"/>
          </Hierarchy>
        </Dimension>
        <Cube name="Sales">
          <Table name="sale"/>
          <DimensionUsage name="Time" source="Time" foreignKey="month_key"/>
          <Dimension name="Customer" foreignKey="customer_key">
            <Hierarchy hasAll="true" primaryKey="customer_key">
              <Table name="customer_of_today"/>
              <Level name="Customer" column="name" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Amount" column="amount" aggregator="sum"/>
        </Cube>
        <Cube name="Visits">
          <Table name="visit"/>
          <DimensionUsage name="Time" source="Time" foreignKey="month_key"/>
          <Measure name="Visits" column="n" aggregator="count"/>
        </Cube>
      </Schema>
      """;

  @TempDir private Path folder;

  @Test
  void pagesSayWhatIsMissingAndWhatMendsIt() throws IOException, SQLException {
    try (RunningServer server = server()) {
      List<String> paths =
          List.of(
              "/?cube=Sales",
              "/explore?cube=Sales",
              "/pareto",
              "/pareto?cube=Sales",
              "/classes",
              "/profit",
              "/competitors",
              "/panels/pareto/ranking",
              "/export/pareto/ranking.csv");
      for (String path : paths) {
        HttpResponse<String> english = get(server, path, "en");
        assertThat(english.headers().firstValue("Content-Type").orElse("")).contains("text/html");
        assertThat(english.body())
            .as(path)
            .contains("The data do not fit the schema", "no table customer_of_today")
            .contains("Load them again");
        assertThat(get(server, path, "zh").body()).as(path).contains("重新装载");
      }
    }
  }

  @Test
  void whatHasItsTablesAnswers() throws IOException, SQLException {
    try (RunningServer server = server()) {
      HttpResponse<String> explorer = get(server, "/explore?cube=Visits", "en");
      assertThat(explorer.statusCode()).isEqualTo(200);
      assertThat(explorer.body()).contains("Visits").doesNotContain("do not fit");
    }
  }

  private static HttpResponse<String> get(RunningServer server, String path, String language) {
    return server.get(path, "Accept", "text/html", "Accept-Language", language);
  }

  private RunningServer server() throws IOException, SQLException {
    String url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table month as select * from (values (1, 2024, 1), (2, 2024, 2)) t(month_key, y, m);
          create table sale as select 1 as month_key, 1 as customer_key, 2.5 as amount;
          create table visit as select 2 as month_key, 1 as n;
          """);
    }
    Path schema = folder.resolve("shop.xml");
    Files.writeString(schema, SCHEMA);
    List<CatalogSettings> settings =
        List.of(new CatalogSettings("Shop", schema, url, null, null, new VersionRule.Static()));
    return new RunningServer(Catalogs.open(settings, Clock.systemUTC()), settings);
  }
}
