package org.quadrille.etl.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the effects which the documentation states can be measured in the files, by SQL that knows
 * nothing of the generator.
 */
class PlantedEffectsTest {
  private static final double SCALE = 1;

  @TempDir static Path folder;
  private static SampleTruth truth;
  private static SampleFiles files;

  @BeforeAll
  static void generate() throws IOException, SQLException {
    truth = new SampleGenerator(SampleGenerator.DEFAULT_SEED, SCALE).generate(folder, line -> {});
    files = SampleFiles.open(folder);
  }

  @AfterAll
  static void close() throws SQLException {
    files.close();
  }

  @Test
  void orderLinesAreAsManyAsTheScaleSays() throws SQLException {
    assertThat(files.number("SELECT count(*) FROM orders"))
        .isCloseTo(500_000 * SCALE, within(7_500.0));
    assertThat(files.number("SELECT count(*) FROM customers")).isEqualTo(5000 * SCALE);
  }

  @Test
  void rowsOfTheFilesAreThoseOfTheTruth() throws SQLException {
    for (String year : List.of("2023", "2024", "2025")) {
      String file = "orders-" + year + ".csv";
      String count =
          "SELECT count(*) FROM read_csv('%s', all_varchar = true, header = true)"
              .formatted(folder.resolve(file));
      assertThat(files.number(count)).as(file).isEqualTo(truth.rows().get(file).doubleValue());
    }
    assertThat(files.number("SELECT count(*) FROM market"))
        .isEqualTo(truth.rows().get("market.parquet").doubleValue());
    assertThat(files.number("SELECT count(*) FROM contacts"))
        .isEqualTo(truth.rows().get("contacts.csv").doubleValue());
    assertThat(files.number("SELECT count(*) FROM cases"))
        .isEqualTo(truth.rows().get("service-cases.csv").doubleValue());
  }

  @Test
  void totalsOfTheRightRowsAreThoseOfTheTruth() throws SQLException {
    SampleTruth.Totals loaded = truth.loaded();
    assertThat(
            files.rows(
                "SELECT count(*), sum(quantity), sum(amount), sum(cost), sum(discount) FROM sold"))
        .containsExactly(
            "%d %d %s %s %s"
                .formatted(
                    loaded.rows(),
                    loaded.quantity(),
                    loaded.amount(),
                    loaded.cost(),
                    loaded.discount()));
    assertThat(files.number("SELECT count(DISTINCT order_id) FROM sold")).isEqualTo(truth.orders());
    assertThat(files.number("SELECT sum(amount) FROM sold WHERE year(order_date) = 2024"))
        .isEqualTo(truth.loadedByYear().get("2024").amount().doubleValue());
  }

  @Test
  void dirtyRowsAreCountedByKind() throws SQLException {
    assertDirty("bad_date", "TRY_CAST(order_date AS DATE) IS NULL");
    assertDirty("unknown_customer", "customer_id NOT IN (SELECT customer_id FROM customers)");
    assertDirty("unknown_product", "sku LIKE 'Z%'");
    assertDirty("return", "TRY_CAST(quantity AS INTEGER) < 0");
    assertDirty("missing_key", "order_id IS NULL OR line_no IS NULL OR sku IS NULL");
    assertDirty(
        "text_in_number",
        "TRY_CAST(quantity AS INTEGER) IS NULL OR TRY_CAST(unit_price AS DECIMAL(12,2)) IS NULL");
    assertDirty(
        "wrong_amount",
        "abs(CAST(amount AS DECIMAL(14,2)) - (TRY_CAST(quantity AS INTEGER)"
            + " * TRY_CAST(unit_price AS DECIMAL(12,2)) - CAST(discount AS DECIMAL(14,2)))) > 0.01");
    double repeated =
        files.number(
            "SELECT sum(c - 1) FROM (SELECT count(*) AS c FROM orders"
                + " WHERE order_id IS NOT NULL AND line_no IS NOT NULL GROUP BY order_id, line_no)");
    assertThat(repeated).isEqualTo(truth.dirty("duplicate_line"));
    long all =
        truth.dirtyRows().values().stream()
            .flatMap(f -> f.values().stream())
            .mapToLong(n -> n)
            .sum();
    assertThat(all / (500_000 * SCALE)).isCloseTo(0.005, within(0.0005));
  }

  private static void assertDirty(String kind, String condition) throws SQLException {
    assertThat(files.number("SELECT count(*) FROM orders WHERE " + condition))
        .as(kind)
        .isPositive()
        .isEqualTo(truth.dirty(kind));
  }

  @Test
  void topFifthOfCustomersBringsFourFifthsOfSales() throws SQLException {
    double share =
        files.number(
            """
            WITH ranked AS (
              SELECT sum(amount) AS sales, row_number() OVER (ORDER BY sum(amount) DESC) AS rank, count(*) OVER () AS n
              FROM sold JOIN customers USING (customer_id) GROUP BY customer_id)
            SELECT sum(sales) FILTER (rank <= round(n * 0.2)) / sum(sales) FROM ranked
            """);
    assertThat(share).isBetween(0.75, 0.85);
    assertThat(truth.topFifthShare()).isCloseTo(share, within(1e-9));
  }

  @Test
  void basketRulesHaveTheLiftThatTheTruthStates() throws SQLException {
    assertThat(truth.baskets()).hasSize(6);
    for (SampleTruth.Basket rule : truth.baskets()) {
      double both =
          files.number(
              """
              SELECT count(*) FROM (SELECT order_id FROM sold GROUP BY order_id
                HAVING bool_or(sku LIKE '%s-%%') AND bool_or(sku LIKE '%s-%%'))
              """
                  .formatted(rule.antecedent(), rule.consequent()));
      assertThat(both).as(rule.toString()).isEqualTo(rule.bothOrders());
      assertThat(rule.confidence())
          .as(rule.toString())
          .isBetween(rule.planted() - 0.03, rule.planted() + 0.12);
      assertThat(rule.lift()).as(rule.toString()).isGreaterThan(3);
    }
  }

  @Test
  void subcategoriesWithoutARuleHaveNoLift() throws SQLException {
    double lift =
        files.number(
            """
            WITH o AS (SELECT order_id, bool_or(sku LIKE 'F01-%') AS a, bool_or(sku LIKE 'H03-%') AS b
                       FROM sold GROUP BY order_id)
            SELECT count(*) FILTER (a AND b) * count(*) / (count(*) FILTER (a) * count(*) FILTER (b)) FROM o
            """);
    assertThat(lift).isLessThan(1.6);
  }

  @Test
  void laterOrdersFollowWithinTheWindow() throws SQLException {
    for (SampleTruth.Sequence rule : truth.sequences()) {
      if (rule.antecedent().equals("F04")) {
        continue; // only after coffee machines: that chain is in the numbers of its first link
      }
      String confidence =
          """
          WITH a AS (SELECT DISTINCT s.customer_id, order_id, order_date FROM sold s
                     JOIN behaviour b USING (customer_id)
                     WHERE sku LIKE '%s-%%' AND kind IN ('steady', 'growing') AND order_date < '2025-11-01')
          SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM sold f WHERE f.customer_id = a.customer_id
            AND f.sku LIKE '%s-%%' AND f.order_date BETWEEN a.order_date + %d AND a.order_date + %d)
            THEN 1 ELSE 0 END) FROM a
          """;
      double found =
          files.number(
              confidence.formatted(
                  rule.antecedent(), rule.consequent(), rule.daysFrom(), rule.daysTo()));
      assertThat(found).as(rule.toString()).isGreaterThan(rule.planted() - 0.05);
      assertThat(rule.drawn()).isPositive();
    }
  }

  @Test
  void officeSellsMostInSeptemberAndHealthInWinter() throws SQLException {
    String ratio =
        """
        SELECT sum(CASE WHEN month(order_date) = %d THEN 1.0 END) / sum(CASE WHEN month(order_date) = %d THEN 1.0 END)
        FROM sold WHERE sku LIKE '%s%%'
        """;
    // planted: 1.25 / 0.85 = 1.47, and 1.20 / 0.82 = 1.46 (with growth within the year in between)
    assertThat(files.number(ratio.formatted(9, 2, "O"))).isCloseTo(1.47, within(0.2));
    assertThat(files.number(ratio.formatted(12, 7, "M"))).isCloseTo(1.55, within(0.25));
  }

  @Test
  void quantitiesAnswerToPricesWithTheElasticityOfTheCategory() throws SQLException {
    // mean quantity at each price that a customer paid for a product; small quantities are left
    // out, since at least one is
    // bought whatever the price
    List<String> slopes =
        files.rows(
            """
            WITH paid AS (
              SELECT sku[1] AS category, sku, customer_id, unit_price, avg(quantity) AS q, count(*) AS n
              FROM sold WHERE promotion_id = 'NONE' AND quantity > 0 GROUP BY ALL),
            enough AS (
              SELECT *, max(q) OVER (PARTITION BY sku, customer_id) AS most FROM paid),
            around AS (
              SELECT category, n, ln(q) - sum(n * ln(q)) OVER w / sum(n) OVER w AS q,
                ln(unit_price) - sum(n * ln(unit_price)) OVER w / sum(n) OVER w AS price
              FROM enough WHERE most >= 6 WINDOW w AS (PARTITION BY sku, customer_id))
            SELECT category, -sum(n * q * price) / sum(n * price * price) FROM around GROUP BY 1 ORDER BY 1
            """);
    List<Double> planted = List.of(1.2, 1.6, 1.4, 0.9);
    assertThat(slopes).hasSize(4);
    for (int i = 0; i < 4; i++) {
      double slope = Double.parseDouble(slopes.get(i).substring(2));
      assertThat(slope).as(slopes.get(i)).isCloseTo(planted.get(i), within(0.15));
    }
  }

  @Test
  void behaviourShowsInTheLastOrders() throws SQLException {
    assertThat(
            files.number(
                "SELECT count(*) FROM sold JOIN behaviour USING (customer_id)"
                    + " WHERE kind = 'lost' AND order_date >= '2025-01-01'"))
        .isZero();
    assertThat(
            files.number(
                "SELECT max(n) FROM (SELECT count(DISTINCT order_id) AS n FROM sold"
                    + " JOIN behaviour USING (customer_id) WHERE kind = 'one_off' GROUP BY customer_id)"))
        .isEqualTo(1);
    double growth =
        files.number(
            "SELECT count(*) FILTER (year(order_date) = 2025) / count(*) FILTER (year(order_date) = 2024)"
                + " FROM sold JOIN behaviour USING (customer_id) WHERE kind = 'growing'"
                + " AND first_day < '2023-01-01'");
    // planted: 1.5 a year, and what the categories grow by themselves
    assertThat(growth).isBetween(1.4, 1.8);
  }

  @Test
  void marketSharesOfAllIncludingOwnAddUpAndNordkorbGains() throws SQLException {
    String share =
        "SELECT sum(units) FILTER (competing_product_id LIKE 'C3-%%') / sum(units) FROM market"
            + " WHERE province_id LIKE 'DE-%%' AND year(month) = %d";
    assertThat(files.number(share.formatted(2025)))
        .isGreaterThan(files.number(share.formatted(2023)) + 0.03);
    assertThat(
            files.number(
                "SELECT count(*) FROM market WHERE NOT regexp_matches(competing_product_id, '^C')"))
        .isEqualTo(27 * 36 * 40);
  }

  @Test
  void slowRepliesCostSatisfaction() throws SQLException {
    double slope =
        files.number(
            "SELECT regr_slope(satisfaction, date_diff('minute', opened_at, first_reply_at) / 60.0) FROM cases");
    assertThat(slope).isBetween(-0.08, -0.03);
  }

  @Test
  void bidsAreWonAsOftenAsPlanted() {
    SampleTruth.WonLost pacific = truth.bidsWonAgainst().get("C5");
    SampleTruth.WonLost dragon = truth.bidsWonAgainst().get("C2");
    assertThat(pacific.won() / (double) (pacific.won() + pacific.lost()))
        .isCloseTo(0.35, within(0.1));
    assertThat(dragon.won() / (double) (dragon.won() + dragon.lost())).isCloseTo(0.65, within(0.1));
  }
}
