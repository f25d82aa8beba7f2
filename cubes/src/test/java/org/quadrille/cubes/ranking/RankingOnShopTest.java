package org.quadrille.cubes.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.analysis.Shop;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.analysis.TimeLine.Span;

/** What is counted of members, and their ranking, against SQL of its own over the same star. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RankingOnShopTest {
  private static final String LEVEL = "[Customer].[Customer Name]";
  private static final String AMOUNT = "[Measures].[Amount]";

  /** January to December 2024. */
  private static final Span YEAR = new Span(0, 11);

  private static final String OF_YEAR = " from fact_sales where date_key < 20250101";

  private Shop shop;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, SQLException {
    shop = Shop.open(folder);
  }

  @AfterAll
  void close() throws SQLException {
    shop.close();
  }

  private List<MemberFacts> facts(CubeReader reader, String measure, Slice slice, Span span) {
    TimeLine time = TimeLine.read(reader).orElseThrow();
    return new FactsOfMembers(reader, time, LEVEL, measure).read(slice, span);
  }

  private static RankChain chain(List<MemberFacts> facts, ActiveRule active, OneOffRule oneOff) {
    return RankChain.of(
        facts,
        new RankChain.Rules(
            List.of(new RankStep(RankRule.VALUE, AbcCut.byValue(AbcLines.DEFAULT))),
            active,
            oneOff,
            Map.of(),
            "",
            YEAR.last()));
  }

  private static Map<Integer, MemberFacts> byKey(List<MemberFacts> facts) {
    return facts.stream()
        .collect(
            Collectors.toMap(
                f -> Integer.valueOf(f.member().name().replace("Customer ", "")), f -> f));
  }

  @Test
  void theRankingEqualsThatOfAWindowFunction() throws SQLException {
    Ranking ranking =
        chain(
                facts(shop.reader("Sales"), AMOUNT, Slice.ALL, YEAR),
                ActiveRule.ALL,
                OneOffRule.DEFAULT)
            .last()
            .ranking();
    List<Double> expected =
        shop.sql(
                "with v as (select customer_key, sum(amount) as v"
                    + OF_YEAR
                    + " group by customer_key),"
                    + " c as (select v, sum(v) over (order by v desc, customer_key rows between"
                    + " unbounded preceding and current row) - v as before,"
                    + " sum(v) over () as total from v where v > 0)"
                    + " select count(*), count(*) filter (before < 0.8 * total),"
                    + " max(total), sum(v) filter (before < 0.8 * total) / max(total),"
                    + " (select count(*) from v where v <= 0) from c")
            .get(0);
    assertThat(ranking.ranked()).hasSize(expected.get(0).intValue());
    assertThat(ranking.count(AbcClass.A)).isEqualTo(expected.get(1).intValue()).isLessThan(80);
    assertThat(ranking.total()).isCloseTo(expected.get(2), within(1e-6));
    assertThat(ranking.share(AbcClass.A)).isCloseTo(expected.get(3), within(1e-9));
    assertThat(ranking.count(AbcClass.D)).isEqualTo(expected.get(4).intValue()).isPositive();
  }

  @Test
  void everythingThatIsCountedOfACustomerIsWhatPlainSqlCounts() throws SQLException {
    Slice china = Slice.ALL.with(shop.reader("Sales").member("[Region].[China]"));
    Span quarter = new Span(12, 14);
    Map<Integer, MemberFacts> facts =
        byKey(facts(shop.reader("Sales"), "[Measures].[Profit]", china, quarter));
    List<List<Double>> rows =
        shop.sql(
            """
            with f as (select *, amount - cost as profit, date_key // 10000 as y,
                date_key // 100 as mo, date_key >= 20250101 as now
              from fact_sales join dim_region using (region_key) where country_en = 'China'),
            o as (select customer_key, order_id, mo, y, sum(profit) p, bool_or(now) as now,
                sum(amount) as s, sum(quantity) as q from f group by all)
            select customer_key,
              (select sum(p) from o where o.customer_key = c.customer_key and now),
              (select count(*) from o where o.customer_key = c.customer_key and now and p > 0),
              (select count(*) from (select mo from o where o.customer_key = c.customer_key and now
                 group by mo having sum(p) > 0)),
              (select (max(mo) // 100 - 2024) * 12 + max(mo) % 100 - 1
                 from o where o.customer_key = c.customer_key and p > 0),
              (select max(p) from o where o.customer_key = c.customer_key and now),
              (select max(x) from (select sum(p) as x from o where o.customer_key = c.customer_key
                 and now group by mo)),
              (select max(x) from (select sum(q) as x from o where o.customer_key = c.customer_key
                 group by y)),
              (select max(x) from (select sum(s) as x from o where o.customer_key = c.customer_key
                 group by y))
            from (select distinct customer_key from f) c
            """);
    assertThat(rows).hasSameSizeAs(facts.values()).hasSizeGreaterThan(50);
    for (List<Double> row : rows) {
      MemberFacts one = facts.get(row.get(0).intValue());
      same(one.value(), row.get(1));
      assertThat((double) one.orders()).isEqualTo(row.get(2));
      assertThat((double) one.months()).isEqualTo(row.get(3));
      assertThat((double) one.lastMonth()).isEqualTo(row.get(4).isNaN() ? -1 : row.get(4));
      same(one.largestOrder(), row.get(5));
      same(one.largestMonth(), row.get(6));
      same(one.yearQuantity(), row.get(7));
      same(one.yearSales(), row.get(8));
    }
  }

  private static void same(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void oneOffAndInactiveCustomersAreToldApartWithWhatTheyBought() throws SQLException {
    List<MemberFacts> facts = facts(shop.reader("Sales"), AMOUNT, Slice.ALL, YEAR);
    RankChain marked = chain(facts, new ActiveRule(3, 2), new OneOffRule(0.25, 3, true));
    List<Double> expected =
        shop.sql(
                """
                with f as (select * from fact_sales where date_key < 20250101),
                o as (select customer_key, order_id, date_key // 100 as mo, sum(amount) as a
                  from f group by all),
                v as (select customer_key, sum(a) as v, max(a) as lo,
                    count(*) filter (a > 0) as n, max(mo) filter (a > 0) as last
                  from o group by customer_key),
                m as (select customer_key, max(a) as lm, count(*) filter (a > 0) as k
                  from (select customer_key, mo, sum(a) as a from o group by all)
                  group by customer_key),
                t as (select *, coalesce(last >= 202410 and n >= 2, false) as active,
                    v > 0 and (lo / v >= 0.25 or lm / v >= 0.25 or k < 3) as once
                  from v join m using (customer_key))
                select count(*) filter (not active), sum(v) filter (not active),
                  count(*) filter (active and once), sum(v) filter (active and once),
                  count(*) filter (active and not once and v > 0) from t
                """)
            .get(0);
    assertThat((double) marked.inactive().count()).isEqualTo(expected.get(0)).isPositive();
    assertThat(marked.inactive().value()).isCloseTo(expected.get(1), within(1e-6));
    assertThat((double) marked.oneOffs().count()).isEqualTo(expected.get(2)).isPositive();
    assertThat(marked.oneOffs().value()).isCloseTo(expected.get(3), within(1e-6));
    assertThat((double) marked.last().ranking().ranked().size()).isEqualTo(expected.get(4));
    RankChain kept = chain(facts, new ActiveRule(3, 2), new OneOffRule(0.25, 3, false));
    assertThat(kept.last().ranking().ranked())
        .hasSize(expected.get(4).intValue() + marked.oneOffs().count());
  }

  @Test
  void eachStepRanksTheVitalFewOfTheOneBefore() {
    List<MemberFacts> facts = facts(shop.reader("Sales"), AMOUNT, Slice.ALL, YEAR);
    RankChain chain =
        RankChain.of(
            facts,
            new RankChain.Rules(
                List.of(
                    new RankStep(RankRule.VALUE, AbcCut.byValue(AbcLines.DEFAULT)),
                    new RankStep(RankRule.by(Criterion.RECENCY), AbcCut.topMembers(0.2)),
                    new RankStep(RankRule.by(Criterion.YEAR_QUANTITY), AbcCut.topMembers(0.5))),
                ActiveRule.ALL,
                OneOffRule.DEFAULT,
                Map.of(),
                "",
                YEAR.last()));
    Ranking first = chain.stages().get(0).ranking();
    Ranking second = chain.stages().get(1).ranking();
    Ranking third = chain.stages().get(2).ranking();
    assertThat(second.ranked()).hasSize(first.count(AbcClass.A));
    assertThat(third.ranked()).hasSize(second.count(AbcClass.A));
    assertThat(second.count(AbcClass.A))
        .isGreaterThanOrEqualTo((int) Math.ceil(0.2 * first.count(AbcClass.A)));
    Map<String, MemberFacts> byName = chain.facts();
    for (int i = 1; i < second.ranked().size(); i++) {
      double before = byName.get(second.ranked().get(i - 1).item().key()).lastOrder();
      assertThat(byName.get(second.ranked().get(i).item().key()).lastOrder())
          .isLessThanOrEqualTo(before);
    }
  }

  @Test
  void hiddenChampionsLeadACategoryWithoutLeadingAll() throws SQLException {
    CubeReader reader = shop.reader("Sales");
    RankChain chain =
        RankChain.of(
            facts(reader, AMOUNT, Slice.ALL, YEAR),
            new RankChain.Rules(
                List.of(new RankStep(RankRule.VALUE, AbcCut.TWENTY_SIXTY)),
                ActiveRule.ALL,
                OneOffRule.DEFAULT,
                Map.of(),
                "",
                YEAR.last()));
    CategoryLeaders leaders =
        CategoryLeaders.read(
            reader,
            TimeLine.read(reader).orElseThrow(),
            LEVEL,
            "[Product].[Category]",
            AMOUNT,
            Slice.ALL,
            YEAR,
            AbcCut.TWENTY_SIXTY,
            chain);
    String sql =
        """
        with c as (select category_en as g, customer_key as m, sum(amount) as v
            from fact_sales join dim_product using (product_key) where date_key < 20250101
            group by all),
        a as (select m, v, rank() over (order by v desc) as r, count(*) over () as n
            from (select m, sum(v) as v from c group by m) where v > 0),
        k as (select g, m, v, rank() over (partition by g order by v desc) as r,
            count(*) over (partition by g) as n from c
            where v > 0 and m in (select m from a))
        select (select count(*) from k where (r - 1.0) / n < 0.2 and g = 'Paper'),
          (select count(*) from k where (r - 1.0) / n < 0.2
             and m not in (select m from a where (r - 1.0) / n < 0.2))
        """;
    List<Double> expected = shop.sql(sql).get(0);
    assertThat(leaders.categories()).hasSize(2);
    double paper =
        leaders.categories().stream()
            .filter(c -> c.member().name().equals("Paper"))
            .mapToDouble(c -> c.ranking().count(AbcClass.A))
            .sum();
    assertThat(paper).isEqualTo(expected.get(0)).isPositive();
    assertThat((double) leaders.champions().size()).isEqualTo(expected.get(1)).isPositive();
  }

  @Test
  void oneStatementAnswersEverySettingOfTheRules() {
    CubeReader cold = shop.reader("Sales");
    facts(cold, "[Measures].[Cost]", Slice.ALL, YEAR);
    assertThat(cold.statements()).isEqualTo(1);
    CubeReader warm = shop.reader("Sales");
    facts(warm, "[Measures].[Cost]", Slice.ALL, YEAR);
    assertThat(warm.statements()).isZero();
  }
}
