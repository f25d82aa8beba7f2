package org.quadrille.cubes.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.schema.SchemaReader;

class FoodMartDataTest {
  @Test
  void tablesAreComplete() throws SQLException {
    assertThat(scalar("select count(*) from sales_fact_1997")).isEqualTo("86837");
    assertThat(scalar("select sum(unit_sales) from sales_fact_1997")).isEqualTo("266773.0000");
    assertThat(scalar("select count(*) from employee_closure")).isEqualTo("7179");
    assertThat(scalar("select count(*) from information_schema.tables")).isEqualTo("37");
    assertThat(scalar("select min(the_date) from time_by_day")).startsWith("1997-01-01 00:00:00");
  }

  @Test
  void schemaHasNoFaults() {
    assertThat(SchemaReader.read(FoodMartData.schema()).faults()).isEmpty();
  }

  private static String scalar(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(FoodMartData.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
