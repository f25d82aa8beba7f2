package org.quadrille.etl.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.etl.load.LoadRequest;
import org.quadrille.etl.load.Loader;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.Outcome;
import org.quadrille.etl.report.RowCount;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The sample's files through the sample's job: every row is in the star or among the rejects, and
 * the totals are the truth's.
 */
class SampleLoadTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static SampleTruth truth;
  private static LoadReport report;
  private static Connection star;

  @BeforeAll
  static void load() throws IOException, SQLException {
    truth = new SampleGenerator(SampleGenerator.DEFAULT_SEED, 0.05).generate(folder, line -> {});
    report = load(LoadProgress.silent());
    star = DriverManager.getConnection("jdbc:duckdb:" + report.star());
  }

  private static LoadReport load(LoadProgress progress) {
    return new Loader(CLOCK)
        .load(new LoadRequest(folder.resolve("sample.yaml"), folder.resolve("data"), progress));
  }

  @AfterAll
  static void close() throws SQLException {
    star.close();
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = star.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        found.add(row.toString());
      }
    }
    return found;
  }

  private static long number(String sql) throws SQLException {
    return Long.parseLong(rows(sql).get(0));
  }

  @Test
  void loadedAndRejectedRowsAreTheRowsOfEachFile() throws SQLException {
    for (String year : List.of("2023", "2024", "2025")) {
      String file = "orders-" + year + ".csv";
      long loaded = number("SELECT count(*) FROM fact_sales WHERE order_id // 100000000 = " + year);
      long rejected = number("SELECT count(*) FROM etl_reject WHERE file LIKE '%" + file + "'");
      assertThat(loaded).as(file).isEqualTo(truth.loadedByYear().get(year).rows());
      assertThat(loaded + rejected).as(file).isEqualTo(truth.rows().get(file));
    }
    assertThat(number("SELECT count(*) FROM etl_reject")).isEqualTo(truth.rejected());
    assertThat(report.outcome()).isEqualTo(Outcome.LOADED_WITH_REJECTS);
    assertThat(report.rejected()).isEqualTo(truth.rejected());
  }

  @Test
  void allOtherFilesAreLoadedWhole() throws SQLException {
    Map<String, String> tables =
        Map.ofEntries(
            Map.entry("regions.csv", "dim_region"),
            Map.entry("customers.csv", "dim_customer"),
            Map.entry("prospects.csv", "dim_prospect"),
            Map.entry("employees.csv", "dim_employee"),
            Map.entry("catalogue.xlsx#Products", "dim_product"),
            Map.entry("catalogue.xlsx#Subcategories", "dim_subcategory"),
            Map.entry("catalogue.xlsx#Prices", "fact_price"),
            Map.entry("codes.xlsx#Provinces", "dim_province"),
            Map.entry("codes.xlsx#Channels", "dim_channel"),
            Map.entry("codes.xlsx#Promotions", "dim_promotion"),
            Map.entry("codes.xlsx#Competitors", "dim_competitor"),
            Map.entry("codes.xlsx#CompetingProducts", "dim_competing_product"),
            Map.entry("codes.xlsx#CaseKinds", "dim_case_kind"),
            Map.entry("codes.xlsx#BidStatuses", "dim_bid_status"),
            Map.entry("codes.xlsx#BidReasons", "dim_bid_reason"),
            Map.entry("codes.xlsx#ContactKinds", "dim_contact_kind"),
            Map.entry("codes.xlsx#ContactOutcomes", "dim_contact_outcome"),
            Map.entry("market.parquet", "fact_competitor"),
            Map.entry("bids.csv", "fact_bid"),
            Map.entry("service-cases.csv", "fact_service"),
            Map.entry("contacts.csv", "fact_contact"));
    Set<String> files = new HashSet<>(truth.rows().keySet());
    files.removeIf(file -> file.startsWith("orders-"));
    assertThat(tables.keySet()).isEqualTo(files);
    for (Map.Entry<String, String> entry : tables.entrySet()) {
      String table = entry.getValue();
      String known = table.startsWith("dim_") ? " WHERE " + table.substring(4) + "_key > 0" : "";
      assertThat(number("SELECT count(*) FROM " + table + known))
          .as(entry.getKey())
          .isEqualTo(truth.rows().get(entry.getKey()));
    }
  }

  @Test
  void totalsAreThoseOfTheTruth() throws SQLException {
    SampleTruth.Totals loaded = truth.loaded();
    assertThat(
            rows(
                "SELECT count(*), sum(quantity), sum(amount), sum(cost), sum(discount) FROM fact_sales"))
        .containsExactly(
            "%d %d %s %s %s"
                .formatted(
                    loaded.rows(),
                    loaded.quantity(),
                    loaded.amount(),
                    loaded.cost(),
                    loaded.discount()));
    for (Map.Entry<String, SampleTruth.Totals> category : truth.loadedByCategory().entrySet()) {
      assertThat(
              rows(
                  "SELECT count(*), sum(amount) FROM fact_sales JOIN dim_product USING (product_key)"
                      + " WHERE category_en = '"
                      + category.getKey()
                      + "'"))
          .containsExactly(category.getValue().rows() + " " + category.getValue().amount());
    }
    assertThat(number("SELECT count(DISTINCT order_id) FROM fact_sales")).isEqualTo(truth.orders());
    assertThat(number("SELECT count(DISTINCT customer_key) FROM fact_sales WHERE customer_key > 0"))
        .isEqualTo(truth.buyingCustomers());
  }

  @Test
  void eachKindOfDirtIsTreatedAsTheDocumentationSays() throws SQLException {
    assertThat(rejects("bad_type", "order_date")).isEqualTo(truth.dirty("bad_date"));
    assertThat(rejects("bad_type", "quantity") + rejects("bad_type", "unit_price"))
        .isEqualTo(truth.dirty("text_in_number"));
    assertThat(number("SELECT count(*) FROM etl_reject WHERE code = 'unknown_member'"))
        .isEqualTo(truth.dirty("unknown_product"));
    assertThat(number("SELECT count(*) FROM etl_reject WHERE code = 'duplicate'"))
        .isEqualTo(truth.dirty("duplicate_line"));
    assertThat(number("SELECT count(*) FROM etl_reject WHERE code = 'missing'"))
        .isEqualTo(truth.dirty("missing_key"));
    assertThat(rejects("wrong_amount", "amount")).isEqualTo(truth.dirty("wrong_amount"));
    assertThat(number("SELECT count(*) FROM fact_sales WHERE customer_key = 0 AND region_key = 0"))
        .isEqualTo(truth.dirty("unknown_customer"));
    assertThat(number("SELECT count(*) FROM fact_sales WHERE is_return"))
        .isEqualTo(truth.dirty("return"));
  }

  private static long rejects(String code, String column) throws SQLException {
    return number(
        "SELECT count(*) FROM etl_reject WHERE code = '%s' AND column_name = '%s'"
            .formatted(code, column));
  }

  @Test
  void regionsOfSalesAreThoseOfTheCustomers() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM fact_sales JOIN dim_customer c USING (customer_key)"
                    + " JOIN dim_region r USING (region_key) WHERE c.region_id IS DISTINCT FROM r.region_id"))
        .isZero();
    assertThat(rows("SELECT name_zh FROM dim_customer WHERE customer_key = 0"))
        .containsExactly("未知");
    assertThat(
            number("SELECT count(*) FROM dim_customer WHERE NOT regexp_matches(name_zh, '[一-龥]')"))
        .isZero();
  }

  @Test
  void everyEmployeeStandsUnderTheDirector() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM employee_closure c JOIN dim_employee m ON c.manager_key = m.employee_key"
                    + " WHERE m.employee_id = 'E001'"))
        .isEqualTo(truth.rows().get("employees.csv"));
    assertThat(
            rows(
                "SELECT employee_id FROM dim_employee WHERE manager_key IS NULL AND employee_key > 0"))
        .containsExactly("E001");
  }

  @Test
  void derivedColumnsOfServiceAndBidsAreFilled() throws SQLException {
    assertThat(number("SELECT count(*) FROM fact_service WHERE reply_hours <= 0")).isZero();
    assertThat(
            number(
                "SELECT count(*) FROM fact_service JOIN dim_case_kind k USING (case_kind_key)"
                    + " WHERE (k.complaint AND fact_service.complaint = 0)"))
        .isZero();
    long won = truth.bidsWonAgainst().values().stream().mapToLong(SampleTruth.WonLost::won).sum();
    assertThat(number("SELECT sum(won) FROM fact_bid WHERE competitor_key > 0")).isEqualTo(won);
    assertThat(
            number(
                "SELECT count(*) FROM fact_contact WHERE (customer_key = 0) = (prospect_key = 0)"))
        .isZero();
  }

  @Test
  void secondLoadChangesNothing() throws SQLException {
    star.close();
    LoadReport again = load(LoadProgress.silent());
    star = DriverManager.getConnection("jdbc:duckdb:" + report.star());
    assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(again.dataVersion()).isEqualTo(report.dataVersion());
    assertThat(again.counts().stream().mapToLong(RowCount::read).sum()).isPositive();
    assertThat(number("SELECT count(*) FROM fact_sales")).isEqualTo(truth.loaded().rows());
  }

  /** The schema names no table and no column that the star does not have. */
  @Test
  void schemaFitsTheStar() throws Exception {
    Set<String> columns =
        new HashSet<>(rows("SELECT table_name || '.' || column_name FROM duckdb_columns()"));
    Document schema =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("sample.xml").toFile());
    List<String> wanted = new ArrayList<>();
    for (Element element : elements(schema, "*")) {
      for (String attribute :
          List.of(
              "column",
              "nameColumn",
              "ordinalColumn",
              "parentColumn",
              "childColumn",
              "primaryKey",
              "foreignKey")) {
        if (element.hasAttribute(attribute)) {
          wanted.add(table(element) + "." + element.getAttribute(attribute));
        }
      }
    }
    assertThat(wanted).hasSizeGreaterThan(200);
    assertThat(columns).containsAll(wanted);
  }

  private static List<Element> elements(Document document, String name) {
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < document.getElementsByTagName(name).getLength(); i++) {
      found.add((Element) document.getElementsByTagName(name).item(i));
    }
    return found;
  }

  /**
   * The table of the nearest element that has one: a closure's, a hierarchy's or the cube's own.
   */
  private static String table(Element element) {
    boolean usage = element.hasAttribute("foreignKey");
    Node holder = usage ? element.getParentNode() : element;
    for (; holder != null; holder = holder.getParentNode()) {
      for (Node child = holder.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element table && table.getTagName().equals("Table")) {
          return table.getAttribute("name");
        }
      }
    }
    throw new IllegalStateException("no table for " + element.getTagName());
  }
}
