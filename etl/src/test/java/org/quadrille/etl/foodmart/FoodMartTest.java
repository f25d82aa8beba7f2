package org.quadrille.etl.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.Outcome;

class FoodMartTest {
  @TempDir static Path folder;

  private static LoadReport first;
  private static Path file;

  @BeforeAll
  static void load() {
    file = folder.resolve("foodmart.duckdb");
    first = FoodMart.load(file);
  }

  @Test
  void allTablesAreThereWithAllTheirRows() throws SQLException {
    assertThat(first.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(first.dataVersion()).isEqualTo(1);
    Map<String, Long> rows = new LinkedHashMap<>();
    first.counts().forEach(count -> rows.put(count.source(), count.loaded()));
    assertThat(rows)
        .hasSize(37)
        .containsEntry("sales_fact_1997", 86_837L)
        .containsEntry("sales_fact_1998", 164_558L)
        .containsEntry("customer", 10_281L)
        .containsEntry("time_by_day", 730L)
        .containsEntry("employee_closure", 7_179L);
    assertThat(query("SELECT count(*) FROM sales_fact_1997")).isEqualTo("86837");
  }

  @Test
  void valuesAndTypesAreFaithful() throws SQLException {
    assertThat(
            query(
                "SELECT sum(unit_sales) || ' ' || sum(store_sales) || ' ' || typeof(any_value(store_sales))"
                    + " FROM sales_fact_1997"))
        .isEqualTo("266773.0000 565238.1300 DECIMAL(10,4)");
    assertThat(query("SELECT typeof(the_date) || ' ' || typeof(the_year) FROM time_by_day LIMIT 1"))
        .isEqualTo("TIMESTAMP SMALLINT");
    assertThat(query("SELECT typeof(coffee_bar) FROM store LIMIT 1")).isEqualTo("BOOLEAN");
    assertThat(query("SELECT typeof(birthdate) FROM customer LIMIT 1")).isEqualTo("DATE");
  }

  @Test
  void aSecondCopyChangesNothing() {
    LoadReport second = FoodMart.load(file);
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(second.dataVersion()).isEqualTo(1);
  }

  private static String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
