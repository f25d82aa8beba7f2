package org.quadrille.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.analysis.BidAnalysis;
import org.quadrille.cubes.analysis.Calendar;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MarketAnalysis;
import org.quadrille.cubes.analysis.Period;
import org.quadrille.cubes.analysis.PriceIndex;
import org.quadrille.cubes.analysis.ProfitAnalysis;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.analysis.TimeLine.Span;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.ranking.ActiveRule;
import org.quadrille.cubes.ranking.CategoryLeaders;
import org.quadrille.cubes.ranking.FactsOfMembers;
import org.quadrille.cubes.ranking.OneOffRule;
import org.quadrille.cubes.ranking.RankChain;
import org.quadrille.cubes.ranking.RankRule;
import org.quadrille.cubes.ranking.RankStep;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.etl.sample.SampleTruth;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleCompany;
import org.quadrille.server.SampleServer;

/**
 * What the analyses say of the sample company against what was put into it: the generator's own
 * counts, the kinds of its customers, and SQL over the source files.
 */
@ExtendWith(SampleServer.class)
class AnalysesAgainstTruthTest {
  private static final String AMOUNT = "[Measures].[Amount]";
  private static final String CUSTOMER = "[Customer].[Customer Name]";

  /** As docs/sample-data.md lists them. */
  private static final Map<String, String> RIVALS =
      Map.of(
          "C1", "Huaxin Supply",
          "C2", "Dragon Gate Trading",
          "C3", "Nordkorb",
          "C4", "Maison Lenoir",
          "C5", "Pacific Direct",
          "C6", "Brightway Wholesale");

  @Test
  void salesProfitAndQuantityOfEachYearAreExact(SampleCompany company) {
    CubeReader reader = reader(company, "Sales");
    Calendar calendar = Calendar.read(reader, AMOUNT);
    assertThat(calendar.years()).hasSize(3);
    for (Period year : calendar.years()) {
      ProfitAnalysis.Part total =
          new ProfitAnalysis(reader, calendar.compare(year), Slice.ALL)
              .byLeaves(DimensionRole.PRODUCT)
              .orElseThrow()
              .total();
      SampleTruth.Totals truth = company.truth().loadedByYear().get(year.member().name());
      assertThat(total.now().sales()).isCloseTo(truth.amount().doubleValue(), within(0.005));
      assertThat(total.now().profit())
          .isCloseTo(truth.amount().subtract(truth.cost()).doubleValue(), within(0.005));
      assertThat(total.unitsNow()).isEqualTo(truth.quantity());
    }
  }

  @Test
  void categoriesAndOrdersAreExact(SampleCompany company) {
    CellSet categories =
        mdx(
            company,
            "select {[Measures].[Amount]} on columns, [Product].Children on rows from [Sales]");
    Map<String, Double> amounts = new HashMap<>();
    for (int row = 0; row < categories.cells().size(); row++) {
      String name = categories.axes().get(1).positions().get(row).get(0).name();
      amounts.put(name, categories.cells().get(row).doubleValue(Double.NaN));
    }
    assertThat(amounts.keySet()).isEqualTo(company.truth().loadedByCategory().keySet());
    company
        .truth()
        .loadedByCategory()
        .forEach(
            (name, truth) ->
                assertThat(amounts.get(name))
                    .as(name)
                    .isCloseTo(truth.amount().doubleValue(), within(0.005)));
    CellSet orders = mdx(company, "select {[Measures].[Orders]} on columns from [Sales]");
    assertThat(orders.cells().get(0).doubleValue(0)).isEqualTo(company.truth().orders());
  }

  @Test
  void theBestFifthHasTheShareOfTheTruth(SampleCompany company) {
    RankChain chain = chain(company, AbcCut.topMembers(0.2), ActiveRule.ALL);
    Ranking ranking = chain.last().ranking();
    long buyers = chain.facts().size() - chain.unknown().count();
    assertThat(buyers).isEqualTo(company.truth().buyingCustomers());
    // One customer more or less, where a fifth of them is no whole number.
    double one = ranking.entries().get(ranking.count(AbcClass.A) - 1).share();
    assertThat(ranking.share(AbcClass.A))
        .isCloseTo(company.truth().topFifthShare(), within(one + 0.002));
    // Planted: about four fifths; a hundred customers scatter more than five thousand.
    assertThat(ranking.share(AbcClass.A)).isBetween(0.65, 0.92);
  }

  @Test
  void everyOneOffBuyerIsMarked(SampleCompany company) throws Exception {
    try (SourceFiles files = new SourceFiles(company.folder())) {
      RankChain chain = chain(company, AbcCut.topMembers(0.2), ActiveRule.ALL);
      Set<String> planted = files.buyers("one_off");
      assertThat(planted).hasSizeGreaterThan(5);
      assertThat(names(chain, chain.oneOffs().names())).containsAll(planted);
      assertThat(chain.facts().values())
          .filteredOn(facts -> planted.contains(facts.member().name()))
          .allMatch(facts -> facts.orders() == 1);
      // Many orders of alike size are no single purchase.
      Set<String> steady =
          files.texts(
              """
              select name_en from customers join behaviour using (customer_id) join sold using (customer_id)
              where kind = 'steady' group by all having count(distinct order_id) >= 30
              """);
      assertThat(steady).isNotEmpty();
      assertThat(names(chain, chain.oneOffs().names())).doesNotContainAnyElementsOf(steady);
    }
  }

  @Test
  void sleepingAndLostCustomersAreNotActive(SampleCompany company) throws Exception {
    try (SourceFiles files = new SourceFiles(company.folder())) {
      for (int months : new int[] {3, 12}) {
        RankChain chain = chain(company, AbcCut.topMembers(0.2), new ActiveRule(months, 0));
        Set<String> silent =
            files.texts(
                """
                with orders as (select customer_id, max(day) as day from sold
                  group by customer_id, order_id having sum(amount) > 0)
                select name_en from orders join customers using (customer_id)
                group by name_en having max(day) < date '2026-01-01' - interval %d month
                """
                    .formatted(months));
        Set<String> inactive = names(chain, chain.inactive().names());
        assertThat(inactive).isEqualTo(silent).containsAll(files.buyers("lost"));
        if (months == 3) {
          assertThat(files.buyers("sleeping")).isNotEmpty();
          assertThat(inactive).containsAll(files.buyers("sleeping"));
        }
      }
    }
  }

  @Test
  void hiddenChampionsAreThoseOfTheSourceFiles(SampleCompany company) throws Exception {
    AbcCut cut = AbcCut.byValue(AbcLines.DEFAULT);
    CubeReader reader = reader(company, "Sales");
    TimeLine time = TimeLine.read(reader).orElseThrow();
    CategoryLeaders leaders =
        CategoryLeaders.read(
            reader,
            time,
            CUSTOMER,
            "[Product].[Category]",
            AMOUNT,
            Slice.ALL,
            new Span(0, 35),
            cut,
            chain(company, cut, ActiveRule.ALL));
    Set<String> said = new TreeSet<>();
    Map<String, String> byKey = new HashMap<>();
    reader.levelMembers(CUSTOMER).forEach(m -> byKey.put(m.uniqueName(), m.name()));
    leaders
        .champions()
        .forEach(
            c ->
                said.add(
                    c.category().name().replace("Health", "M").charAt(0)
                        + " "
                        + byKey.get(c.entry().item().key())));
    try (SourceFiles files = new SourceFiles(company.folder())) {
      Set<String> counted =
          files.texts(
              """
              with every as (select customer_id, category, amount from sold semi join customers using (customer_id)),
              whole as (select customer_id, sum(amount) as v from every group by all having sum(amount) > 0),
              few as (select customer_id from (select *, sum(v) over (order by v desc) - v as before from whole)
                where before < 0.8 * (select sum(v) from whole)),
              part as (select category, customer_id, sum(amount) as v from every semi join whole using (customer_id)
                group by all having sum(amount) > 0),
              first as (select category, customer_id,
                (sum(v) over (partition by category order by v desc) - v) / sum(v) over (partition by category) as before
                from part)
              select category || ' ' || name_en from first join customers using (customer_id)
              where before < 0.8 and customer_id not in (from few)
              """);
      assertThat(said).isNotEmpty().isEqualTo(counted);
    }
  }

  @Test
  void bidsAgainstEachRivalAreExact(SampleCompany company) {
    CubeReader reader = reader(company, "Bids");
    Calendar calendar = Calendar.read(reader, "[Measures].[Bids]");
    Map<String, SampleTruth.WonLost> said = new HashMap<>();
    for (Period year : calendar.years()) {
      for (BidAnalysis.Bids bids :
          new BidAnalysis(reader, calendar.compare(year), Slice.ALL).by(DimensionRole.COMPETITOR)) {
        String rival = Objects.requireNonNull(bids.part()).name();
        said.merge(
            rival,
            new SampleTruth.WonLost((long) bids.now().won(), (long) bids.now().lost()),
            (a, b) -> new SampleTruth.WonLost(a.won() + b.won(), a.lost() + b.lost()));
      }
    }
    company
        .truth()
        .bidsWonAgainst()
        .forEach((id, truth) -> assertThat(said.get(RIVALS.get(id))).as(id).isEqualTo(truth));
  }

  /** A promotion of either side, about 1 % of the prices, and few observations blur the ratio. */
  @Test
  void priceIndexesShowThePlantedRatios(SampleCompany company) {
    CubeReader reader = reader(company, "Competitors");
    Calendar calendar = Calendar.read(reader, "[Measures].[Market Value]");
    MarketAnalysis market =
        new MarketAnalysis(reader, calendar.compare(calendar.years().get(0)), Slice.ALL);
    Map<String, PriceIndex> indexes =
        market.priceIndexes().each().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().member().name(), Map.Entry::getValue));
    Map<String, Double> planted =
        Map.of(
            "Huaxin Supply", 0.94,
            "Dragon Gate Trading", 0.88,
            "Nordkorb", 0.97,
            "Maison Lenoir", 1.12,
            "Pacific Direct", 0.91,
            "Brightway Wholesale", 0.95);
    planted.forEach(
        (rival, ratio) ->
            assertThat(indexes.get(rival).value()).as(rival).isCloseTo(100 / ratio, within(4.0)));
  }

  @Test
  void classesOfThePageAreTheSnapshotsOfTheCube(RunningServer server, SampleCompany company) {
    Map<String, List<String>> page = new LinkedHashMap<>();
    server
        .get("/export/classes/sizes.csv?lang=en")
        .body()
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .forEach(row -> page.put(row.get(0), row.subList(1, 6)));
    CellSet cube =
        mdx(
            company,
            "select {CrossJoin([Customer Class].[Class].Members, {[Measures].[Customers]}),"
                + " ([Customer Class].[All Classes], [Measures].[New Customers])} on columns,"
                + " [Time].[Month].Members on rows from [Customer Classes]");
    List<List<ResultMember>> columns = cube.axes().get(0).positions();
    int months = cube.axes().get(1).positions().size();
    assertThat(months).isEqualTo(36);
    assertThat(page).hasSize(36);
    List<List<String>> said = List.copyOf(page.values());
    for (int month = 0; month < months; month++) {
      Map<String, Double> snapshot = new HashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        snapshot.put(
            columns.get(column).get(0).name(),
            cube.cells().get(month * columns.size() + column).doubleValue(0));
      }
      List<String> row = said.get(month);
      for (String abc : List.of("A", "B", "C", "D")) {
        assertThat(number(row.get(abc.charAt(0) - 'A')))
            .as("class %s in month %d", abc, month)
            .isEqualTo(snapshot.get(abc));
      }
      assertThat(number(row.get(4))).isEqualTo(snapshot.get("All Classes"));
    }
  }

  private static double number(String text) {
    return text.isBlank() ? 0 : Double.parseDouble(text);
  }

  private static CubeReader reader(SampleCompany company, String cube) {
    return new CubeReader(company.catalog(), cube, QueryContext.DEFAULT);
  }

  private static CellSet mdx(SampleCompany company, String mdx) {
    return company.catalog().execute(mdx, QueryContext.DEFAULT);
  }

  /** Ranks the customers over all three years. */
  private static RankChain chain(SampleCompany company, AbcCut cut, ActiveRule active) {
    CubeReader reader = reader(company, "Sales");
    TimeLine time = TimeLine.read(reader).orElseThrow();
    HierarchyInfo customers = reader.roles().needHierarchy(DimensionRole.CUSTOMER);
    assertThat(customers.levels()).anyMatch(level -> level.uniqueName().equals(CUSTOMER));
    return RankChain.of(
        new FactsOfMembers(reader, time, CUSTOMER, AMOUNT).read(Slice.ALL, new Span(0, 35)),
        new RankChain.Rules(
            List.of(new RankStep(RankRule.VALUE, cut)),
            active,
            OneOffRule.DEFAULT,
            Map.of(),
            reader.roles().unknownOf(CUSTOMER),
            35));
  }

  private static Set<String> names(RankChain chain, Set<String> uniqueNames) {
    return uniqueNames.stream()
        .map(name -> Objects.requireNonNull(chain.facts().get(name)).member().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
