package org.quadrille.cubes.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.Shop;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;

/** Classes by month against SQL of its own over the same star. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClassesOnShopTest {
  private static final int MARCH_2025 = 14;

  /**
   * Classes by counting, for each customer and month, those who are better; no window function. The
   * placeholders: condition on the facts, expression of the share before, lines.
   */
  private static final String ORACLE =
      """
      with v as (select customer_key as m, (date_key // 10000 - 2024) * 12 + date_key // 100 %% 100 - 1
          as t, sum(amount) as v from fact_sales join dim_region using (region_key) where %1$s
          group by all),
      b as (select m, min(t) as f from v where v > 0 group by m),
      g as (select mo.t, b.m, b.f, coalesce((select v from v where v.m = b.m and v.t = mo.t), 0) as v
          from range(0, 15) as mo(t) join b on b.f <= mo.t),
      c as (select g.*, case when v <= 0 then 4 else (
            select case when 100 * %2$s < %3$d * %4$s then 1
                when 100 * %2$s < %5$d * %4$s then 2 else 3 end
            from g o where o.t = g.t and o.v > 0) end as k from g)
      """;

  private static final String BETTER = "count(*) filter (o.v > g.v)";
  private static final String BETTER_VALUE = "coalesce(sum(o.v) filter (o.v > g.v), 0)";

  private Shop shop;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, SQLException {
    shop = Shop.open(folder);
  }

  @AfterAll
  void close() throws SQLException {
    shop.close();
  }

  private CustomerClasses classes(CubeReader reader, String measure, Slice slice, ClassRule rule) {
    TimeLine time = TimeLine.read(reader).orElseThrow();
    return new CustomerClasses(reader, time, "[Customer].[Customer Name]", measure, slice, rule);
  }

  private static String oracle(ClassRule rule, String where) {
    return ORACLE.formatted(
        where,
        rule.byValue() ? BETTER_VALUE : BETTER,
        rule.a(),
        rule.byValue() ? "sum(o.v)" : "count(*)",
        rule.b());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyMonthIsClassedAsByCountingTheBetterOnes(boolean byValue) throws SQLException {
    ClassRule rule = byValue ? ClassRule.SEVENTY : ClassRule.BY_CUSTOMERS;
    CubeReader reader = shop.reader("Sales");
    ClassHistory history =
        classes(reader, "[Measures].[Amount]", Slice.ALL, rule).history(0, MARCH_2025);
    assertThat(reader.statements()).isEqualTo(1);
    List<List<Double>> rows =
        shop.sql(
            oracle(rule, "true")
                + "select t, k, count(*), sum(v), count(*) filter (f = t) from c group by t, k"
                + " order by t, k");
    assertThat(history.months()).hasSize(15);
    int classes = 0;
    for (List<Double> row : rows) {
      ClassHistory.Part part =
          history
              .months()
              .get(row.get(0).intValue())
              .part(AbcClass.values()[row.get(1).intValue() - 1]);
      assertThat((double) part.count()).isEqualTo(row.get(2)).isPositive();
      assertThat(part.value()).isCloseTo(row.get(3), within(1e-6));
      assertThat((double) part.fresh()).isEqualTo(row.get(4));
      classes++;
    }
    assertThat(classes).isGreaterThan(45);
    double alarms =
        shop.sql(
                oracle(rule, "true")
                    + "select count(*) from c n join c p on p.m = n.m and p.t = n.t - 1"
                    + " where n.k = 4 and p.k <= 2")
            .get(0)
            .get(0);
    assertThat(history.months().stream().mapToInt(ClassHistory.Month::alarms).sum())
        .isEqualTo((int) alarms);
    assertThat(alarms).isPositive();
  }

  @Test
  void theMatrixAndItsListsAreThoseOfPlainSqlWithinASlice() throws SQLException {
    Slice germany = Slice.ALL.with(shop.reader("Sales").member("[Region].[Germany]"));
    CubeReader reader = shop.reader("Sales");
    ClassMoves moves =
        classes(reader, "[Measures].[Amount]", germany, ClassRule.BY_CUSTOMERS)
            .moves(9, MARCH_2025);
    List<List<Double>> rows =
        shop.sql(
            oracle(ClassRule.BY_CUSTOMERS, "country_en = 'Germany'")
                + "select p.k, n.k, count(*), sum(p.v), sum(n.v) from c n"
                + " left join c p on p.m = n.m and p.t = 9 where n.t = 14 group by p.k, n.k");
    int all = 0;
    for (List<Double> row : rows) {
      AbcClass was = row.get(0).isNaN() ? null : AbcClass.values()[row.get(0).intValue() - 1];
      AbcClass now = AbcClass.values()[row.get(1).intValue() - 1];
      ClassMoves.Cell cell = moves.cell(was, now);
      assertThat((double) cell.count()).isEqualTo(row.get(2));
      assertThat(moves.of(was, now)).hasSize(cell.count());
      assertThat(cell.value().doubleValue()).isCloseTo(row.get(4), within(1e-6));
      if (was != null) {
        assertThat(cell.before().doubleValue()).isCloseTo(row.get(3), within(1e-6));
      }
      all += cell.count();
    }
    assertThat(moves.members()).hasSize(all).hasSizeGreaterThan(20);
    double shares =
        List.of(AbcClass.values()).stream()
            .mapToDouble(n -> moves.cell(AbcClass.B, n).share())
            .sum();
    assertThat(shares).isCloseTo(1, within(1e-9));
  }

  @Test
  void theBridgeAddsUpToTheTotalsOfBothMonths() throws SQLException {
    ClassMoves moves =
        classes(shop.reader("Sales"), "[Measures].[Profit]", Slice.ALL, ClassRule.EIGHTY)
            .moves(2, MARCH_2025);
    Bridge bridge = moves.bridge();
    List<Double> totals =
        shop.sql(
                "with v as (select customer_key m, date_key // 100 t, sum(amount - cost) v from"
                    + " fact_sales group by all), k as (select distinct m from v where v > 0)"
                    + " select sum(v) filter (t = 202403), sum(v) filter (t = 202503),"
                    + " coalesce(sum(v) filter (t = 202503 and m not in"
                    + " (select m from v where v > 0 and t <= 202403)), 0) from v where m in (select m from k)")
            .get(0);
    assertThat(bridge.now().doubleValue()).isCloseTo(totals.get(1), within(1e-6));
    assertThat(bridge.fresh().doubleValue()).isCloseTo(totals.get(2), within(1e-6));
    assertThat(bridge.before().doubleValue()).isLessThanOrEqualTo(totals.get(0) + 1e-6);
    BigDecimal sum =
        bridge
            .before()
            .add(bridge.fresh())
            .add(bridge.reactivated())
            .add(bridge.grown())
            .add(bridge.shrunk())
            .add(bridge.lost())
            .add(bridge.returns());
    assertThat(sum).isEqualByComparingTo(bridge.now());
    assertThat(bridge.grown()).isPositive();
    assertThat(bridge.shrunk()).isNegative();
    assertThat(bridge.lost()).isNegative();
  }

  @Test
  void alarmsAreThoseWhoFellAsleepFromTheBetterClasses() {
    ClassMoves moves =
        classes(shop.reader("Sales"), "[Measures].[Amount]", Slice.ALL, ClassRule.BY_CUSTOMERS)
            .moves(MARCH_2025 - 1, MARCH_2025);
    assertThat(moves.alarms())
        .hasSize(
            moves.cell(AbcClass.A, AbcClass.D).count() + moves.cell(AbcClass.B, AbcClass.D).count())
        .isNotEmpty();
    assertThat(moves.near(0.3).rising())
        .allSatisfy(m -> assertThat(m.value()).isGreaterThan(m.before()));
    assertThat(moves.near(0.3).falling())
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.value()).isLessThan(m.before()));
    assertThat(moves.near(0).rising()).isEmpty();
  }

  @Test
  void monthsInTheWrongOrderAreRefused() {
    CustomerClasses classes =
        classes(shop.reader("Sales"), "[Measures].[Amount]", Slice.ALL, ClassRule.BY_CUSTOMERS);
    assertThatThrownBy(() -> classes.moves(5, 5)).hasMessageContaining("wrong order");
  }
}
