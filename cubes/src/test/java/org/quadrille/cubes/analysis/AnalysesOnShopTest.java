package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.analysis.MarketAnalysis.PartIndexes;
import org.quadrille.cubes.analysis.MarketShares.Basis;
import org.quadrille.cubes.analysis.SalesAnalysis.Figure;
import org.quadrille.cubes.analysis.SalesAnalysis.Item;
import org.quadrille.cubes.catalog.UnknownNameException;

/** Every figure against SQL of its own over the same star. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnalysesOnShopTest {
  private static final String MARCH = " between 20250101 and 20250331";
  private static final String MARCH_BEFORE = " between 20240101 and 20240331";

  private Shop shop;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, SQLException {
    shop = Shop.open(folder);
  }

  @AfterAll
  void close() throws SQLException {
    shop.close();
  }

  private static PeriodPair latest(CubeReader reader, String measure) {
    Calendar calendar = Calendar.read(reader, measure);
    return calendar.compare(calendar.find(null));
  }

  private SalesAnalysis sales(CubeReader reader, Slice slice) {
    return new SalesAnalysis(reader, latest(reader, "[Measures].[Amount]"), slice);
  }

  private static void equal(Change change, double now, double before) {
    assertThat(change.now()).isCloseTo(now, within(1e-6));
    assertThat(change.before()).isCloseTo(before, within(1e-6));
  }

  @Test
  void theLastYearIsTheOneWithDataAndKnowsThatItIsNotOver() {
    PeriodPair periods = latest(shop.reader("Sales"), "[Measures].[Amount]");
    assertThat(periods.now().member().name()).isEqualTo("2025");
    assertThat(periods.months())
        .extracting(m -> m.name())
        .containsExactly("January", "February", "March");
  }

  @Test
  void figuresOfAnUnfinishedYearAreComparedWithItsMonths() throws SQLException {
    Map<Figure, Change> figures = sales(shop.reader("Sales"), Slice.ALL).figures();
    String query =
        "select sum(amount), sum(amount - cost), count(distinct order_id),"
            + " count(distinct customer_key) from fact_sales where date_key";
    List<Double> now = shop.sql(query + MARCH).get(0);
    List<Double> before = shop.sql(query + MARCH_BEFORE).get(0);
    equal(figures.get(Figure.SALES), now.get(0), before.get(0));
    equal(figures.get(Figure.PROFIT), now.get(1), before.get(1));
    equal(figures.get(Figure.MARGIN), now.get(1) / now.get(0), before.get(1) / before.get(0));
    equal(figures.get(Figure.ORDERS), now.get(2), before.get(2));
    equal(figures.get(Figure.CUSTOMERS), now.get(3), before.get(3));
    equal(figures.get(Figure.ORDER_VALUE), now.get(0) / now.get(2), before.get(0) / before.get(2));
  }

  @Test
  void aSliceOfAllOtherDimensionsHolds() throws SQLException {
    CubeReader reader = shop.reader("Sales");
    Slice slice =
        Slice.ALL
            .with(reader.member("[Region].[China]"))
            .with(reader.member("[Product].[Tea & Coffee]"));
    Map<Figure, Change> figures = sales(reader, slice).figures();
    String query =
        "select sum(amount) from fact_sales join dim_region using (region_key) join dim_product"
            + " using (product_key) where country_en = 'China' and category_en = 'Tea & Coffee'"
            + " and date_key";
    equal(
        figures.get(Figure.SALES),
        shop.sql(query + MARCH).get(0).get(0),
        shop.sql(query + MARCH_BEFORE).get(0).get(0));
  }

  @Test
  void monthsStandBesideThoseOfTheYearBefore() throws SQLException {
    List<Item> months = sales(shop.reader("Sales"), Slice.ALL).overTime(MeasureRole.SALES);
    assertThat(months).hasSize(12);
    List<List<Double>> before =
        shop.sql(
            "select sum(amount) from fact_sales where date_key < 20250101"
                + " group by date_key // 100 order by date_key // 100");
    for (int month = 0; month < 12; month++) {
      assertThat(months.get(month).change().before())
          .isCloseTo(before.get(month).get(0), within(1e-6));
    }
    assertThat(months.get(2).change().now()).isGreaterThan(0);
    assertThat(months.get(3).change().now()).isNaN();
  }

  @Test
  void daysOfAMonthStandBesideThoseOfTheYearBefore() throws SQLException {
    CubeReader reader = shop.reader("Sales");
    Calendar calendar = Calendar.read(reader, "[Measures].[Amount]");
    Period february = calendar.find("[Time].[2025].[Q1].[February]");
    SalesAnalysis sales = new SalesAnalysis(reader, calendar.compare(february), Slice.ALL);
    List<Item> days = sales.overTime(MeasureRole.SALES);
    assertThat(days).hasSize(28);
    double first =
        shop.sql("select sum(amount) from fact_sales where date_key = 20240201").get(0).get(0);
    assertThat(days.get(0).change().before()).isCloseTo(first, within(1e-6));
  }

  @Test
  void partsOfADimensionAddUpToTheTotal() {
    CubeReader reader = shop.reader("Sales");
    SalesAnalysis sales = sales(reader, Slice.ALL);
    double total = sales.figures().get(Figure.SALES).now();
    for (DimensionRole role : List.of(DimensionRole.REGION, DimensionRole.PRODUCT)) {
      double sum =
          sales.by(role, MeasureRole.SALES).stream().mapToDouble(i -> i.change().now()).sum();
      assertThat(sum).isCloseTo(total, within(1e-6));
    }
    List<Item> cities =
        sales(reader, Slice.ALL.with(reader.member("[Region].[China]")))
            .by(DimensionRole.REGION, MeasureRole.SALES);
    assertThat(cities).hasSize(4);
  }

  @Test
  void moversAreThoseOfTheLowestLevel() throws SQLException {
    SalesAnalysis.Movers movers =
        sales(shop.reader("Sales"), Slice.ALL).movers(DimensionRole.CUSTOMER, MeasureRole.SALES, 3);
    List<List<Double>> expected =
        shop.sql(
            "select coalesce(sum(amount) filter (date_key"
                + MARCH
                + "), 0)"
                + " - coalesce(sum(amount) filter (date_key"
                + MARCH_BEFORE
                + "), 0) as d"
                + " from fact_sales group by customer_key order by d desc limit 3");
    for (int i = 0; i < 3; i++) {
      assertThat(movers.rising().get(i).change().difference())
          .isCloseTo(expected.get(i).get(0), within(1e-6));
    }
    assertThat(movers.falling().get(0).change().difference()).isNegative();
  }

  @Test
  void whatTheCubeDoesNotHaveIsNamed() {
    CubeReader stock = shop.reader("Stock");
    assertThatThrownBy(() -> Calendar.read(stock, "[Measures].[Pieces]"))
        .isInstanceOf(MissingRoleException.class)
        .hasMessageContaining("Stock")
        .hasMessageContaining("time");
    assertThat(stock.roles().measure(MeasureRole.SALES))
        .hasValueSatisfying(m -> assertThat(m.name()).isEqualTo("Pieces"));
    assertThatThrownBy(() -> shop.reader("Sales").member("[Region].[Atlantis]"))
        .isInstanceOf(UnknownNameException.class);
  }

  @Test
  void aSecondLookAsksTheDatabaseNothing() {
    sales(shop.reader("Sales"), Slice.ALL).movers(DimensionRole.CUSTOMER, MeasureRole.SALES, 5);
    CubeReader reader = shop.reader("Sales");
    sales(reader, Slice.ALL).movers(DimensionRole.CUSTOMER, MeasureRole.SALES, 5);
    assertThat(reader.asked()).hasSize(2);
    assertThat(reader.statements()).isZero();
  }

  private MarketAnalysis market(CubeReader reader, Slice slice) {
    return new MarketAnalysis(reader, latest(reader, "[Measures].[Market Value]"), slice);
  }

  @Test
  void sharesAreOfTheWholeMarketOfTheSlice() throws SQLException {
    CubeReader reader = shop.reader("Market");
    Slice china = Slice.ALL.with(reader.member("[Region].[China]"));
    MarketShares whole = market(reader, china).whole();
    String query =
        "select sum(market_value) filter (competitor_key = 1) / sum(market_value),"
            + " sum(units) filter (competitor_key = 1) / sum(units),"
            + " sum(advertising) filter (competitor_key = 1) / sum(advertising)"
            + " from fact_competitor where region_key <= 4 and date_key";
    List<Double> now = shop.sql(query + MARCH).get(0);
    List<Double> before = shop.sql(query + MARCH_BEFORE).get(0);
    int column = 0;
    for (Basis basis : Basis.values()) {
      Change share = whole.share("[Competitor].[We]", basis);
      equal(share, now.get(column), before.get(column));
      column++;
    }
    assertThat(whole.standings()).filteredOn(s -> s.competitor().own()).hasSize(1);
  }

  @Test
  void sharesOfPartsAndMonthsAddUpToOne() {
    MarketAnalysis market = market(shop.reader("Market"), Slice.ALL);
    List<MarketShares> products = market.by(DimensionRole.PRODUCT);
    List<MarketShares> months = market.overTime();
    assertThat(products).hasSize(2);
    assertThat(months).hasSize(15);
    for (MarketShares part : months) {
      double sum =
          part.standings().stream()
              .mapToDouble(s -> part.share(s.competitor().member().uniqueName(), Basis.VALUE).now())
              .sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void pricesAreComparedOnMatchedItemsOnly() throws SQLException {
    MarketAnalysis market = market(shop.reader("Market"), Slice.ALL);
    PartIndexes whole = market.priceIndexes();
    String query =
        "with s as (select product_key, competitor_key, sum(market_value) as v, sum(units) as u"
            + " from fact_competitor where date_key"
            + MARCH
            + " group by product_key, competitor_key),"
            + " m as (select o.v / o.u as po, o.u as uo, r.v / r.u as pr, r.u as ur from s o"
            + " join s r using (product_key) where o.competitor_key = 1"
            + " and r.competitor_key = 3)"
            + " select 100 * sqrt(sum(po * ur) / sum(pr * ur) * sum(po * uo) / sum(pr * uo)),"
            + " count(*) from m";
    List<Double> expected = shop.sql(query).get(0);
    PriceIndex againstB =
        whole.each().entrySet().stream()
            .filter(entry -> entry.getKey().member().name().equals("Rival B"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(againstB.value()).isCloseTo(expected.get(0), within(1e-9));
    assertThat(againstB.matched()).isEqualTo(expected.get(1).intValue()).isEqualTo(4);
    assertThat(whole.all().matched()).isEqualTo(6);
    assertThat(market.priceIndexesBy(DimensionRole.REGION)).hasSize(2);
    assertThat(market.priceIndexesBy(DimensionRole.PRODUCT))
        .extracting(p -> p.all().matched())
        .containsExactly(3, 3);
    assertThat(market.priceIndexesOverTime()).hasSize(3);
  }

  @Test
  void theWinRateLeavesOpenBidsOut() throws SQLException {
    CubeReader reader = shop.reader("Bids");
    BidAnalysis bids = new BidAnalysis(reader, latest(reader, "[Measures].[Bids]"), Slice.ALL);
    String query =
        "select count(*), sum(won) / sum(won + lost), sum(won_amount) / sum(won_amount +"
            + " lost_amount), count(*) - sum(won + lost) from fact_bid where date_key";
    List<Double> now = shop.sql(query + MARCH).get(0);
    List<Double> before = shop.sql(query + MARCH_BEFORE).get(0);
    BidAnalysis.Bids whole = bids.whole();
    assertThat(whole.now().bids()).isEqualTo(now.get(0));
    equal(whole.winRate(), now.get(1), before.get(1));
    equal(whole.winRateByAmount(), now.get(2), before.get(2));
    assertThat(whole.now().open()).isEqualTo(now.get(3)).isPositive();
    double sum = bids.by(DimensionRole.COMPETITOR).stream().mapToDouble(b -> b.now().bids()).sum();
    assertThat(sum).isEqualTo(now.get(0));
    assertThat(bids.overTime()).hasSize(12);
  }

  @Test
  void theGridOfBidsHoldsItsTotals() throws SQLException {
    CubeReader reader = shop.reader("Bids");
    BidAnalysis bids = new BidAnalysis(reader, latest(reader, "[Measures].[Bids]"), Slice.ALL);
    BidGrid grid = bids.grid();
    assertThat(grid.whole()).contains(bids.whole());
    assertThat(grid.byRival()).isEqualTo(bids.by(DimensionRole.COMPETITOR)).hasSize(2);
    assertThat(grid.byRegion()).isEqualTo(bids.by(DimensionRole.REGION)).hasSize(2);
    String query =
        "select sum(won), sum(lost), sum(lost_amount) from fact_bid join dim_region using (region_key)"
            + " where country_en = 'China' and competitor_key = 2 and date_key";
    List<Double> truth = shop.sql(query + MARCH).get(0);
    BidAnalysis.Tally now =
        grid.inside().stream()
            .filter(f -> f.region().name().equals("China") && f.rival().name().equals("Rival A"))
            .findFirst()
            .orElseThrow()
            .bids()
            .now();
    assertThat(now.won()).isEqualTo(truth.get(0));
    assertThat(now.lost()).isEqualTo(truth.get(1));
    assertThat(now.amountLost()).isCloseTo(truth.get(2), within(1e-6));
  }

  @Test
  void theGridOfOneRegionAndRivalIsThatField() {
    CubeReader reader = shop.reader("Bids");
    Slice slice =
        Slice.ALL
            .with(reader.member("[Region].[China].[City 1]"))
            .with(reader.member("[Competitor].[Rival A]"));
    BidGrid grid = new BidAnalysis(reader, latest(reader, "[Measures].[Bids]"), slice).grid();
    assertThat(grid.inside()).hasSize(1);
    assertThat(grid.byRegion()).hasSize(1);
    assertThat(grid.byRival()).hasSize(1);
  }

  @Test
  void lossesHaveTheirReasons() throws SQLException {
    CubeReader reader = shop.reader("Bids");
    BidAnalysis bids = new BidAnalysis(reader, latest(reader, "[Measures].[Bids]"), Slice.ALL);
    List<List<Double>> truth =
        shop.sql(
            "select sum(lost), sum(lost_amount) from fact_bid join dim_reason using (reason_key)"
                + " where date_key"
                + MARCH
                + " group by name_en order by name_en");
    List<BidAnalysis.Bids> reasons = bids.by(DimensionRole.REASON);
    assertThat(reasons)
        .extracting(b -> b.part().name())
        .containsExactly("Delivery", "Price", "Quality");
    for (int i = 0; i < 3; i++) {
      assertThat(reasons.get(i).now().lost()).isEqualTo(truth.get(i).get(0));
      assertThat(reasons.get(i).now().amountLost()).isCloseTo(truth.get(i).get(1), within(1e-6));
    }
  }

  @Test
  void positionsOfRegionsAndProductsAreThoseOfTheirMarkets() throws SQLException {
    MarketAnalysis market = market(shop.reader("Market"), Slice.ALL);
    List<MarketPair> pairs = market.by(DimensionRole.REGION, DimensionRole.PRODUCT);
    assertThat(pairs).hasSize(4);
    MarketPair pair =
        pairs.stream()
            .filter(p -> p.first().name().equals("Germany") && p.second().name().equals("Paper"))
            .findFirst()
            .orElseThrow();
    String query =
        """
        with v as (select competitor_key, sum(market_value) as v from fact_competitor
          join dim_region using (region_key) join dim_product using (product_key)
          where country_en = 'Germany' and category_en = 'Paper' and date_key %s group by competitor_key)
        select sum(v) filter (competitor_key = 1), sum(v), max(v) filter (competitor_key > 1),
          sum(pow(v / (select sum(v) from v), 2)) from v
        """;
    List<Double> now = shop.sql(query.formatted(MARCH)).get(0);
    List<Double> before = shop.sql(query.formatted(MARCH_BEFORE)).get(0);
    MarketPosition position = MarketPosition.of(pair.shares(), "[Competitor].[We]");
    assertThat(position.own()).isCloseTo(now.get(0), within(1e-6));
    assertThat(position.market()).isCloseTo(now.get(1), within(1e-6));
    assertThat(position.growth()).isCloseTo(now.get(1) / before.get(1) - 1, within(1e-9));
    assertThat(position.relative()).isCloseTo(now.get(0) / now.get(2), within(1e-9));
    equal(position.share(), now.get(0) / now.get(1), before.get(0) / before.get(1));
    assertThat(pair.shares().herfindahl()).isCloseTo(now.get(3), within(1e-9));
    assertThat(pair.shares().topFour()).isCloseTo(1, within(1e-9));
  }

  @Test
  void profilesAreTheMeansOfTheObservations() throws SQLException {
    MarketAnalysis market = market(shop.reader("Market"), Slice.ALL);
    List<List<Double>> truth =
        shop.sql(
            "select avg(rating), avg(on_promotion), avg(channels) from fact_competitor where date_key"
                + MARCH
                + " group by competitor_key order by competitor_key desc");
    List<MarketProfile> profiles = market.profiles();
    assertThat(profiles).hasSize(3);
    for (MarketProfile profile : profiles) {
      int row =
          profile.competitor().own()
              ? 2
              : profile.competitor().member().name().equals("Rival A") ? 1 : 0;
      assertThat(profile.rating()).isCloseTo(truth.get(row).get(0), within(1e-9));
      assertThat(profile.promoted()).isCloseTo(truth.get(row).get(1), within(1e-9));
      assertThat(profile.channels()).isCloseTo(truth.get(row).get(2), within(1e-9));
    }
  }

  @Test
  void strategyFollowsPositionAndAttractiveness() {
    Change share = new Change(0.3, 0.2);
    MarketPosition strong = new MarketPosition(30, 100, 0.1, share, 1.5);
    MarketPosition weak = new MarketPosition(30, 100, 0.01, share, 0.5);
    assertThat(strong.strategy(1, 0.05)).isEqualTo(MarketPosition.Strategy.DEFEND);
    assertThat(strong.strategy(1, 0.2)).isEqualTo(MarketPosition.Strategy.HARVEST);
    assertThat(weak.strategy(1, 0)).isEqualTo(MarketPosition.Strategy.ATTACK);
    assertThat(weak.strategy(1, 0.05)).isEqualTo(MarketPosition.Strategy.LEAVE);
  }
}
