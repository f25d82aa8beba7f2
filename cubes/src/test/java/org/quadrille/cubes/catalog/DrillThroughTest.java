package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.RowSet;

/** The rows of DRILLTHROUGH against plain SQL and against the cells that they stand behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillThroughTest {
  private final FoodMartCatalog catalog = FoodMartCatalog.whole();

  @AfterAll
  void close() {
    catalog.close();
  }

  @Test
  void returnsColumnsInTheirOrder() {
    RowSet rows =
        catalog.drillThrough(
            """
            DRILLTHROUGH MAXROWS 100000 SELECT {[Measures].[Units]} ON 0 FROM [Sales]
            WHERE ([Store].[USA].[OR], [Time].[1997].[Q1].[2], [Gender].[F])
            RETURN [Store].[City], [Customer].[Customer], [Time].[Month], [Measures].[Units]
            """);

    assertThat(rows.columns())
        .containsExactly(
            new RowSet.Column("[Store].[City]", "City", RowSet.Type.STRING),
            new RowSet.Column("[Customer].[Customer]", "Customer", RowSet.Type.STRING),
            new RowSet.Column("[Time].[Month]", "Month", rows.columns().get(2).type()),
            new RowSet.Column("[Measures].[Units]", "Units", rows.columns().get(3).type()));
    assertThat(rows.cut()).isFalse();
    assertThat(texts(rows))
        .isNotEmpty()
        .isEqualTo(
            sql(
                """
                select store_city, fullname, month_of_year, unit_sales from sales_fact_1997
                join store using (store_id) join customer using (customer_id)
                join time_by_day using (time_id)
                where store_state = 'OR' and quarter = 'Q1' and month_of_year = 2 and gender = 'F'
                order by 1, 2, 3, 4
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[Sales]|[Measures].[Revenue]|([Store].[USA].[WA].[Seattle], [Time].[1997].[Q2])",
        "[Sales]|[Measures].[Revenue]|{[Store].[USA].[OR].[Salem], [Store].[USA].[CA].[Alameda]}",
        "[Sales]|[Measures].[Lines]|[Product].[Drink].[Dairy]",
        "[HR]|[Measures].[Salary]|[Employee].[Sheri Nowmer].[Derrick Whelply].[Beverly Baker]",
        "[HR]|[Measures].[Salary]|[Employee].[Sheri Nowmer].DataMember",
      })
  void rowsAddUpToTheCell(String cube, String measure, String slicer) {
    String query = "SELECT {" + measure + "} ON 0 FROM " + cube + " WHERE " + slicer;
    CellSet cell = catalog.batched(query);
    RowSet rows =
        catalog.drillThrough("DRILLTHROUGH MAXROWS 100000 " + query + " RETURN " + measure);

    BigDecimal sum = BigDecimal.ZERO;
    boolean counted = measure.endsWith("[Lines]");
    for (List<@Nullable Object> row : rows.rows()) {
      sum = sum.add(counted ? BigDecimal.ONE : new BigDecimal(String.valueOf(row.get(0))));
    }
    assertThat(rows.rows()).isNotEmpty();
    assertThat(sum).isCloseTo(number(cell), org.assertj.core.data.Offset.offset(EXACT));
  }

  private static final BigDecimal EXACT = new BigDecimal("0.000001");

  private static BigDecimal number(CellSet cell) {
    return new BigDecimal(String.valueOf(cell.cells().get(0).value()));
  }

  @Test
  void allColumnsWithoutReturn() {
    RowSet rows =
        catalog.drillThrough(
            "DRILLTHROUGH SELECT {[Measures].[Units]} ON 0 FROM [Sales] WHERE [Store].[USA].[CA].[San Francisco]");

    assertThat(rows.columns())
        .extracting(RowSet.Column::name)
        .startsWith("[Time].[Year]", "[Time].[Quarter]", "[Time].[Month]")
        .contains("[Store].[Shop]", "[Product].[Article]", "[Customer].[Customer]")
        .contains("[Measures].[Units]", "[Measures].[Revenue]", "[Measures].[Buyers]")
        .doesNotHaveDuplicates();
    assertThat(rows.rows())
        .hasSize(
            Integer.parseInt(
                sql("select count(*) from sales_fact_1997 join store using (store_id) where store_city = 'San Francisco'")
                    .get(0)));
  }

  @Test
  void saysThatRowsAreCutAndGoesOn() {
    String query =
        " SELECT {[Measures].[Units]} ON 0 FROM [Sales] RETURN [Customer].[Customer], [Product].[Article], [Measures].[Units]";

    RowSet usual = catalog.drillThrough("DRILLTHROUGH" + query);
    RowSet first = catalog.drillThrough("DRILLTHROUGH MAXROWS 7" + query);
    RowSet second = catalog.drillThrough("DRILLTHROUGH MAXROWS 5 FIRSTROWSET 3" + query);

    assertThat(usual.rows()).hasSize(10_000);
    assertThat(usual.cut()).isTrue();
    assertThat(first.rows()).hasSize(7);
    assertThat(first.cut()).isTrue();
    assertThat(second.rows()).isEqualTo(first.rows().subList(2, 7));
  }

  @Test
  void subselectsConfineRows() {
    RowSet rows =
        catalog.drillThrough(
            "DRILLTHROUGH SELECT FROM (SELECT {[Store].[USA].[CA].[San Francisco], [Store].[USA].[WA].[Walla Walla]} ON 0 FROM [Sales]) WHERE [Measures].[Units] RETURN [Store].[City], [Measures].[Units]");

    assertThat(texts(rows))
        .isNotEmpty()
        .isEqualTo(
            sql(
                "select store_city, unit_sales from sales_fact_1997 join store using (store_id) where store_city in ('San Francisco', 'Walla Walla') order by 1, 2"));
  }

  @ParameterizedTest
  @CsvSource({"'California'", "'California, full totals'"})
  void rolesSeeNoRowsOfHiddenMembers(String role) {
    RowSet rows =
        catalog
            .catalog()
            .drillThrough(
                "DRILLTHROUGH MAXROWS 200000 SELECT {[Measures].[Units]} ON 0 FROM [Sales] RETURN [Store].[City], [Measures].[Units]",
                QueryContext.DEFAULT.withRole(role));

    assertThat(texts(rows))
        .isNotEmpty()
        .isEqualTo(
            sql(
                "select store_city, unit_sales from sales_fact_1997 join store using (store_id) where store_state = 'CA' and store_city <> 'Los Angeles' order by 1, 2"));
  }

  @Test
  void hiddenTotalsHaveNoRows() {
    RowSet rows =
        catalog
            .catalog()
            .drillThrough(
                "DRILLTHROUGH SELECT {[Measures].[Units]} ON 0 FROM [Sales]",
                QueryContext.DEFAULT.withRole("California, no totals"));

    assertThat(rows.rows()).isEmpty();
  }

  @Test
  void calculatedMeasuresOfOneKindOfFactsHaveTheirRows() {
    RowSet rows =
        catalog.drillThrough(
            "DRILLTHROUGH WITH MEMBER [Measures].[Price] AS [Measures].[Revenue] / [Measures].[Units] SELECT {[Measures].[Price]} ON 0 FROM [Sales] WHERE [Store].[USA].[CA].[San Francisco] RETURN [Measures].[Revenue], [Measures].[Units]");

    assertThat(texts(rows))
        .isNotEmpty()
        .isEqualTo(
            sql(
                "select store_sales, unit_sales from sales_fact_1997 join store using (store_id) where store_city = 'San Francisco' order by 1, 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT {[Measures].[Units], [Measures].[Cost]} ON 0 FROM [Sales]|DRILLTHROUGH shows the rows behind one cell, but axis 0 has 2 positions",
        "WITH MEMBER [Store].[C] AS Sum([Store].[USA].Children) SELECT {[Store].[C]} ON 0 FROM [Sales]|[Store].[C] is calculated and has no rows of its own",
        "WITH MEMBER [Measures].[One] AS 1 SELECT {[Measures].[One]} ON 0 FROM [Sales]|[Measures].[One] is calculated without stored measures",
        "SELECT FROM [Sales] RETURN [Store].[City], [Store].[City]|[Store].[City] stands in RETURN twice",
        "SELECT FROM [Sales] RETURN [Store].[USA]|RETURN lists levels",
      })
  void refusesWhatHasNoRows(String query, String message) {
    assertThatThrownBy(() -> catalog.drillThrough("DRILLTHROUGH " + query))
        .isInstanceOf(MdxException.class)
        .hasMessageStartingWith(message);
  }

  private static List<String> texts(RowSet rows) {
    List<String> texts = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      texts.add(String.join("|", row.stream().map(DrillThroughTest::text).toList()));
    }
    return texts;
  }

  private static String text(@Nullable Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private List<String> sql(String sql) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = catalog.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(text(rows.getObject(i)));
        }
        texts.add(String.join("|", row));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    return texts;
  }
}
