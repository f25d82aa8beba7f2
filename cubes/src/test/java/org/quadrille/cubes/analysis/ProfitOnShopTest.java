package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.analysis.BeforeAfter.Comparison;
import org.quadrille.cubes.analysis.BeforeAfter.Effect;
import org.quadrille.cubes.analysis.BeforeAfter.Windows;
import org.quadrille.cubes.analysis.ProfitAnalysis.Part;
import org.quadrille.cubes.analysis.ProfitAnalysis.Parts;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;

/** Every figure of profitability against SQL of its own over the same star. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProfitOnShopTest {
  private Shop shop;
  private CubeReader reader;
  private Calendar calendar;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, SQLException {
    shop = Shop.open(folder);
    reader = shop.reader("Sales");
    calendar = Calendar.read(reader, "[Measures].[Amount]");
  }

  @AfterAll
  void close() throws SQLException {
    shop.close();
  }

  private Period period(String name) {
    return calendar.find(name);
  }

  private ProfitAnalysis profit(Slice slice) {
    return new ProfitAnalysis(reader, calendar.compare(calendar.find(null)), slice);
  }

  private static void close(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-6));
    }
  }

  /** Numbers in captions such as Customer 17, which the star's keys are. */
  private static int key(String caption) {
    return Integer.parseInt(caption.replaceAll("[^0-9]", ""));
  }

  private Map<Integer, List<Double>> byKey(String sql) throws SQLException {
    Map<Integer, List<Double>> rows = new HashMap<>();
    for (List<Double> row : shop.sql(sql)) {
      rows.put(row.get(0).intValue(), row);
    }
    return rows;
  }

  @Test
  void productsHaveTheirFiguresOfTheSameMonths() throws SQLException {
    Parts parts = profit(Slice.ALL).byLeaves(DimensionRole.PRODUCT).orElseThrow();
    Map<Integer, List<Double>> truth =
        byKey(
            """
            select product_key,
              sum(amount) filter (date_key >= 20250101), sum(amount - cost) filter (date_key >= 20250101),
              sum(quantity) filter (date_key >= 20250101),
              sum(amount) filter (date_key < 20240401), sum(amount - cost) filter (date_key < 20240401),
              sum(quantity) filter (date_key < 20240401)
            from fact_sales group by product_key
            """);
    assertThat(parts.parts()).hasSize(12);
    for (Part part : parts.parts()) {
      List<Double> row = truth.get(key(part.member().name()));
      close(part.now().sales(), row.get(1));
      close(part.now().profit(), row.get(2));
      close(part.unitsNow(), row.get(3));
      close(part.before().sales(), row.get(4));
      close(part.before().profit(), row.get(5));
      close(part.unitsBefore(), row.get(6));
      close(part.now().rate(), row.get(2) / row.get(1));
    }
    double all =
        shop.sql("select sum(amount - cost) from fact_sales where date_key >= 20250101")
            .get(0)
            .get(0);
    close(parts.total().now().profit(), all);
  }

  @Test
  void theTotalOfASliceIsThatOfItsMember() throws SQLException {
    Slice slice = Slice.ALL.with(reader.member("[Product].[Paper]"));
    Parts parts = profit(slice).byLeaves(DimensionRole.PRODUCT).orElseThrow();
    assertThat(parts.parts()).hasSize(6);
    double paper =
        shop.sql(
                "select sum(amount - cost) from fact_sales join dim_product using (product_key)"
                    + " where category_en = 'Paper' and date_key >= 20250101")
            .get(0)
            .get(0);
    close(parts.total().now().profit(), paper);
    HierarchyInfo products = reader.roles().needHierarchy(DimensionRole.PRODUCT);
    Parts one = profit(slice).by(products, products.levels().get(1)).orElseThrow();
    assertThat(one.parts()).hasSize(1);
    close(one.parts().get(0).now().profit(), paper);
  }

  @Test
  void theBridgeAddsUpAndItsEffectsAreThoseOfTheItems() throws SQLException {
    Parts parts = profit(Slice.ALL).byLeaves(DimensionRole.PRODUCT).orElseThrow();
    ProfitBridge bridge = ProfitBridge.of(parts.parts());
    close(bridge.before() + bridge.effects(), bridge.now());
    close(bridge.now(), parts.total().now().profit());
    close(bridge.before(), parts.total().before().profit());
    List<Double> truth =
        shop.sql(
                """
                with item as (
                  select product_key,
                    cast(sum(amount) filter (date_key >= 20250101) as double) as s1,
                    cast(sum(cost) filter (date_key >= 20250101) as double) as k1,
                    cast(sum(quantity) filter (date_key >= 20250101) as double) as q1,
                    cast(sum(amount) filter (date_key < 20240401) as double) as s0,
                    cast(sum(cost) filter (date_key < 20240401) as double) as k0,
                    cast(sum(quantity) filter (date_key < 20240401) as double) as q0
                  from fact_sales group by product_key)
                select sum((s1/q1 - s0/q0) * q1), -sum((k1/q1 - k0/q0) * q1),
                  (sum(q1) - sum(q0)) * sum(s0 - k0) / sum(q0),
                  sum((q1 - q0) * (s0 - k0) / q0) - (sum(q1) - sum(q0)) * sum(s0 - k0) / sum(q0),
                  count(*)
                from item where q0 > 0 and q1 > 0
                """)
            .get(0);
    close(bridge.price(), truth.get(0));
    close(bridge.cost(), truth.get(1));
    close(bridge.volume(), truth.get(2));
    close(bridge.mix(), truth.get(3));
    assertThat(bridge.matched()).isEqualTo(truth.get(4).intValue());
  }

  @Test
  void employeesAreMeasuredByTheProfitOfWhatTheySold() throws SQLException {
    Parts parts = profit(Slice.ALL).byLeaves(DimensionRole.EMPLOYEE).orElseThrow();
    Map<Integer, List<Double>> truth =
        byKey(
            "select employee_key, sum(amount), sum(amount - cost) from fact_sales"
                + " where date_key >= 20250101 group by employee_key");
    assertThat(parts.parts()).hasSize(5);
    for (Part part : parts.parts()) {
      List<Double> row = truth.get(key(part.member().name()));
      close(part.now().sales(), row.get(1));
      close(part.now().profit(), row.get(2));
    }
  }

  private CustomerBook book(String period) {
    return new CustomerBookReader(reader, calendar, Slice.ALL).read(period(period)).orElseThrow();
  }

  @Test
  void customersHaveWhatTheyContributedSinceTheFirstOrderAndByYear() throws SQLException {
    CustomerBook book = book(null);
    assertThat(book.gradedYear().name()).isEqualTo("2024");
    assertThat(book.months()).hasSize(12);
    assertThat(book.months().get(0).name()).isEqualTo("April");
    Map<Integer, List<Double>> truth =
        byKey(
            """
            select customer_key, sum(amount), sum(amount - cost),
              sum(amount - cost) filter (date_key < 20250101),
              sum(amount - cost) filter (date_key >= 20250101),
              count(distinct order_id) filter (date_key < 20250101),
              coalesce(sum(amount) filter (date_key // 100 = 202503), 0)
            from fact_sales group by customer_key
            """);
    assertThat(book.customers()).hasSameSizeAs(truth.entrySet());
    for (CustomerBook.Customer customer : book.customers()) {
      int key = key(customer.member().name());
      List<Double> row = truth.get(key);
      close(customer.all().sales(), row.get(1));
      close(customer.all().profit(), row.get(2));
      close(customer.byYear().get(0).profit(), row.get(3));
      close(customer.byYear().get(1).profit(), row.get(4));
      close(Double.isNaN(customer.orders()) ? 0 : customer.orders(), row.get(5));
      close(customer.months().get(11), row.get(6));
      assertThat(customer.firstOrder())
          .isEqualTo(key == 120 ? null : LocalDate.of(2020, 1, 1).plusDays(key));
    }
    close(
        book.total().all().profit(),
        shop.sql("select sum(amount - cost) from fact_sales").get(0).get(0));
  }

  @Test
  void gradesAreThoseOfTheCumulatedProfit() throws SQLException {
    ProfitGrades grades = ProfitGrades.of(book(null), AbcLines.DEFAULT);
    Map<Integer, List<Double>> truth =
        byKey(
            """
            with own as (
              select customer_key, cast(sum(amount - cost) as double) as profit,
                count(distinct order_id) as orders
              from fact_sales where date_key < 20250101 group by customer_key),
            share as (
              select *, coalesce(sum(greatest(profit, 0)) over (
                    order by profit desc, customer_key rows between unbounded preceding and 1 preceding), 0)
                  / sum(greatest(profit, 0)) over () as p,
                coalesce(sum(orders) over (
                    order by orders desc range between unbounded preceding and current row), 0) as upto,
                sum(orders) over () as allorders
              from own)
            select customer_key,
              case when profit <= 0 then 3 when p < 0.8 then 0 when p < 0.95 then 1 else 2 end,
              profit, orders
            from share
            """);
    assertThat(grades.graded()).hasSameSizeAs(truth.entrySet());
    for (ProfitGrades.Graded one : grades.graded()) {
      List<Double> row = truth.get(key(one.customer().member().name()));
      assertThat(one.profit().ordinal())
          .as(one.customer().member().name())
          .isEqualTo(row.get(1).intValue());
      close(one.contribution().profit(), row.get(2));
      close(one.customer().orders(), row.get(3));
    }
    int cells = 0;
    for (AbcClass profit : AbcClass.values()) {
      for (AbcClass orders : AbcClass.values()) {
        cells += grades.cell(profit, orders).count();
      }
    }
    assertThat(cells).isEqualTo(grades.graded().size());
    assertThat(grades.apart(1)).allMatch(one -> one.profit() != one.orders()).isNotEmpty();
  }

  @Test
  void thePyramidHoldsEveryBuyerOnce() throws SQLException {
    CustomerBook book = book(null);
    CustomerPyramid pyramid = CustomerPyramid.of(book, List.of(0.01, 0.05, 0.20), 0.3);
    List<Double> sums =
        shop.sql(
                """
                with own as (
                  select customer_key, sum(amount) as s, sum(amount - cost) as p
                  from fact_sales where date_key < 20250101 group by customer_key having sum(amount) > 0),
                ranked as (
                  select *, row_number() over (order by s desc, customer_key) as r, count(*) over () as n from own),
                tier as (
                  select *, case when r <= ceil(0.01 * n) then 0 when r <= ceil(0.05 * n) then 1
                    when r <= ceil(0.2 * n) then 2 else 3 end as t from ranked)
                select count(*) filter (t = 0), count(*) filter (t = 1), count(*) filter (t = 2), count(*) filter (t = 3),
                  sum(s) filter (t = 0), sum(s) filter (t = 1), sum(s) filter (t = 2), sum(s) filter (t = 3),
                  sum(p) filter (t = 0), sum(p) filter (t = 1), sum(p) filter (t = 2), sum(p) filter (t = 3),
                  min(s) filter (t = 0), min(s) filter (t = 1), min(s) filter (t = 2)
                from tier
                """)
            .get(0);
    for (int i = 0; i < 4; i++) {
      assertThat(pyramid.tiers().get(i).count()).isEqualTo(sums.get(i).intValue());
      close(pyramid.tiers().get(i).sales(), sums.get(4 + i));
      close(pyramid.tiers().get(i).profit(), sums.get(8 + i));
    }
    assertThat(pyramid.candidates()).isNotEmpty();
    for (CustomerPyramid.Candidate candidate : pyramid.candidates()) {
      double line = sums.get(12 + candidate.tier() - 1);
      double own = candidate.contribution().sales();
      assertThat(own).isBetween(0.7 * line - 1e-6, line);
      close(candidate.missing(), line - own);
      close(candidate.gain(), (line - own) * candidate.contribution().profit() / own);
      assertThat(candidate.typical()).isGreaterThanOrEqualTo(candidate.gain() - 1e-6);
    }
  }

  @Test
  void goldenCustomersSpendMuchAndSteadily() throws SQLException {
    GoldenCustomers golden = GoldenCustomers.of(book(null), 0.2, 0.5);
    Map<Integer, List<Double>> truth =
        byKey(
            """
            with month as (select distinct date_key // 100 as m from fact_sales where date_key >= 20240401),
            spent as (
              select c.customer_key, m, coalesce((select sum(amount) from fact_sales f
                where f.customer_key = c.customer_key and f.date_key // 100 = m), 0) as s
              from dim_customer c, month)
            select customer_key, avg(s), stddev_pop(cast(s as double)) / avg(s) from spent
            group by customer_key having avg(s) > 0
            """);
    assertThat(golden.spenders()).hasSameSizeAs(truth.entrySet());
    for (GoldenCustomers.Spender spender : golden.spenders()) {
      List<Double> row = truth.get(key(spender.customer().member().name()));
      close(spender.mean(), row.get(1));
      close(spender.variation(), row.get(2));
      assertThat(spender.golden())
          .isEqualTo(row.get(1) >= golden.levelLine() - 1e-9 && row.get(2) <= 0.5);
    }
    double[] means = truth.values().stream().mapToDouble(r -> r.get(1)).sorted().toArray();
    close(golden.levelLine(), means[means.length - (int) Math.ceil(0.2 * means.length)]);
    assertThat(golden.golden()).isNotEmpty();
  }

  @Test
  void beforeAndAfterADayAreWindowsOfEqualLength() throws SQLException {
    DayLine line = DayLine.read(reader, calendar).orElseThrow();
    assertThat(line.days()).isTrue();
    assertThat(line.end()).isEqualTo(LocalDate.of(2025, 4, 1));
    BeforeAfter beforeAfter = new BeforeAfter(reader, line, Slice.ALL);
    Windows windows = beforeAfter.windows(LocalDate.of(2025, 2, 1), 90).orElseThrow();
    assertThat(windows.cutShort()).isTrue();
    assertThat(windows.from()).isEqualTo(LocalDate.of(2024, 12, 4));
    assertThat(windows.until()).isEqualTo(LocalDate.of(2025, 4, 1));
    assertThat(windows.lastYear()).isFalse();
    Windows month = beforeAfter.windows(LocalDate.of(2025, 2, 1), 28).orElseThrow();
    assertThat(month.lastYear()).isTrue();
    Comparison comparison = beforeAfter.compare(month).orElseThrow();
    Map<Integer, List<Double>> truth =
        byKey(
            """
            select customer_key,
              sum(amount - cost) filter (date_key between 20250104 and 20250131),
              sum(amount - cost) filter (date_key between 20250201 and 20250228),
              sum(amount - cost) filter (date_key between 20240104 and 20240131),
              sum(amount - cost) filter (date_key between 20240201 and 20240228)
            from fact_sales
            where date_key between 20250104 and 20250228 or date_key between 20240104 and 20240228
            group by customer_key
            """);
    assertThat(comparison.customers()).hasSameSizeAs(truth.entrySet());
    for (Effect effect : comparison.customers()) {
      List<Double> row = truth.get(key(effect.member().name()));
      close(effect.before().profit(), row.get(1));
      close(effect.after().profit(), row.get(2));
      close(effect.beforeLastYear().profit(), row.get(3));
      close(effect.afterLastYear().profit(), row.get(4));
    }
    Effect total = comparison.total();
    close(
        total.after().profit(),
        shop.sql(
                "select sum(amount - cost) from fact_sales"
                    + " where date_key between 20250201 and 20250228")
            .get(0)
            .get(0));
    close(
        total.netOfSeason(),
        total.after().profit()
            - total.before().profit()
                * total.afterLastYear().profit()
                / total.beforeLastYear().profit());
  }

  @Test
  void promotionsHaveTheirFirstDays() {
    assertThat(Campaign.all(reader))
        .extracting(c -> c.member().name() + " " + c.start())
        .containsExactly("Spring Sale 2025-02-01", "None 2024-01-01");
  }

  @Test
  void theFactsBehindASliceAddUpToItsCell() throws SQLException {
    Slice slice =
        Slice.ALL
            .with(reader.member("[Time].[2024].[Q1]"))
            .with(reader.member("[Customer].[Shop].[Customer 1]"));
    var amount = reader.roles().needMeasure(MeasureRole.SALES);
    FactRows.Page page = new FactRows(reader, slice).read(amount, List.of(amount), 0, 5_000);
    int column = page.captions().size() - 1;
    double sum =
        page.rows().rows().stream()
            .mapToDouble(row -> ((Number) row.get(column)).doubleValue())
            .sum();
    List<Double> truth =
        shop.sql(
                "select sum(amount), count(*) from fact_sales"
                    + " where customer_key = 1 and date_key < 20240401")
            .get(0);
    close(sum, truth.get(0));
    assertThat(page.rows().rows()).hasSize(truth.get(1).intValue());
    FactRows.Page second = new FactRows(reader, slice).read(amount, List.of(amount), 3, 2);
    assertThat(second.rows().rows()).isEqualTo(page.rows().rows().subList(3, 5));
  }

  @Test
  void eachAnalysisTakesOneStatementOnceMembersAreKnown() {
    book(null);
    profit(Slice.ALL).byLeaves(DimensionRole.PRODUCT);
    shop.catalog().forgetCells();
    int before = reader.statements();
    book(null);
    assertThat(reader.statements() - before).isEqualTo(1);
    before = reader.statements();
    profit(Slice.ALL).byLeaves(DimensionRole.PRODUCT);
    assertThat(reader.statements() - before).isEqualTo(1);
  }

  @Test
  void quadrantsArePartedByMediansOrByLinesOfOnesOwn() {
    List<Part> parts = profit(Slice.ALL).byLeaves(DimensionRole.PRODUCT).orElseThrow().parts();
    ProductQuadrants medians = ProductQuadrants.of(parts, Double.NaN, Double.NaN);
    double[] rates = parts.stream().mapToDouble(p -> p.now().rate()).sorted().toArray();
    close(medians.rateLine(), (rates[5] + rates[6]) / 2);
    int all =
        IntStream.range(0, ProductQuadrants.Quadrant.values().length)
            .map(i -> medians.in(ProductQuadrants.Quadrant.values()[i]).size())
            .sum();
    assertThat(all).isEqualTo(12);
    ProductQuadrants own = ProductQuadrants.of(parts, 0.35, 1e9);
    assertThat(own.in(ProductQuadrants.Quadrant.KEEP)).isEmpty();
    assertThat(own.in(ProductQuadrants.Quadrant.PROMOTE))
        .allMatch(p -> p.part().now().rate() >= 0.35);
    assertThat(own.in(ProductQuadrants.Quadrant.LIMIT)).allMatch(p -> p.part().now().rate() < 0.35);
  }
}
