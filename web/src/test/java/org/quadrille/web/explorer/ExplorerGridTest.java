package org.quadrille.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.web.text.Language;

/** What the explorer shows against lines that are counted by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerGridTest {
  private ShopExplorer shop;
  private SalesLines lines;
  private Pivot pivot;
  private PivotActions actions;

  @BeforeAll
  void open(@TempDir Path folder) {
    shop = new ShopExplorer(folder);
    lines = new SalesLines(shop);
    pivot = shop.pivot("Sales");
    actions = new PivotActions(pivot.cube(), pivot);
  }

  @AfterAll
  void close() {
    shop.close();
  }

  private PivotState after(PivotState state, String... gestures) {
    PivotState now = state;
    for (String gesture : gestures) {
      now = actions.apply(now, gesture);
    }
    return now;
  }

  private static List<ResultMember> position(PivotGrid grid, int row, int column) {
    List<ResultMember> position = new ArrayList<>(grid.row(row));
    position.addAll(grid.column(column));
    return position;
  }

  private static List<String> captions(PivotGrid grid) {
    return IntStream.range(0, grid.rowCount())
        .mapToObj(r -> String.join("/", grid.row(r).stream().map(ResultMember::caption).toList()))
        .toList();
  }

  private void checkCells(PivotState state) {
    checkCells(state, 1);
  }

  /** Compares every so many-th cell. */
  private void checkCells(PivotState state, int step) {
    PivotGrid grid = pivot.grid(state);
    for (int r = 0; r < grid.rowCount(); r++) {
      for (int c = 0; c < grid.columnCount(); c++) {
        if ((r * grid.columnCount() + c) % step != 0) {
          continue;
        }
        List<ResultMember> position = position(grid, r, c);
        Double counted = lines.value(state, position);
        Cell cell = grid.cell(r, c);
        String what =
            position.stream().map(ResultMember::uniqueName).toList() + "\n" + pivot.mdx(state);
        if (counted == null) {
          assertThat(cell.value()).as(what).isNull();
        } else {
          assertThat(cell.doubleValue(Double.NaN)).as(what).isCloseTo(counted, within(1e-6));
        }
      }
    }
  }

  @Test
  void theFirstGridIsSalesByProductAndYear() {
    PivotState first = FirstState.of(pivot.cube());
    PivotGrid grid = pivot.grid(first);
    assertThat(captions(grid)).containsExactly("Paper", "Tea & Coffee", "All Products");
    assertThat(grid.columnCount()).isEqualTo(3);
    checkCells(first);
  }

  @Test
  void everyCellOfRandomStatesIsThatOfTheLinesBehindIt() {
    Random random = new Random(11);
    int filled = 0;
    for (int i = 0; i < 30; i++) {
      PivotState state = after(FirstState.of(pivot.cube()), "measure|[Measures].[Orders]");
      for (int step = random.nextInt(7); step >= 0; step--) {
        PivotState next = new RandomGesture(random, state, pivot).apply(actions);
        state = pivot.grid(next).isEmpty() ? state : next;
      }
      PivotGrid grid = pivot.grid(state);
      checkCells(state, 1 + grid.rowCount() * grid.columnCount() / 50);
      for (int n = 0; n < 3; n++) {
        int row = random.nextInt(grid.rowCount());
        int column = random.nextInt(grid.columnCount());
        filled += checkFacts(state, grid, row, column) ? 1 : 0;
      }
    }
    assertThat(filled).isGreaterThan(40);
  }

  /** The rows behind a cell add up to it. */
  private boolean checkFacts(PivotState state, PivotGrid grid, int row, int column) {
    PivotState opened = after(state, "cell|" + row + "|" + column);
    RowSet facts = pivot.facts(opened, 1, 100_000);
    Cell cell = grid.cell(row, column);
    String mdx = pivot.factsMdx(opened, 1, 100_000);
    if (cell.value() == null) {
      assertThat(facts.rows()).as(mdx).isEmpty();
      return false;
    }
    List<String> names = facts.columns().stream().map(RowSet.Column::name).toList();
    boolean orders = opened.cell().contains("[Measures].[Orders]");
    int at = names.indexOf(orders ? "[Measures].[Orders]" : "[Measures].[Amount]");
    double sum =
        orders
            ? facts.rows().stream().map(line -> line.get(at)).distinct().count()
            : facts.rows().stream().mapToDouble(line -> number(line.get(at))).sum();
    assertThat(sum).as(mdx).isCloseTo(cell.doubleValue(Double.NaN), within(1e-6));
    return true;
  }

  private static double number(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }

  @Test
  void theTopOfEachGroupIsRankedInTheGroupAndItsTotalCoversIt() {
    PivotState state =
        after(
            FirstState.of(pivot.cube()),
            "add|rows|[Region]",
            "move|rows|1|[Product]",
            "level|[Product]|[Product].[Product Name]");
    AxisField products = state.field("[Product]");
    state =
        new AxisMoves(pivot.cube())
            .replace(
                state,
                products,
                products.withLimit(
                    new AxisField.Limit(AxisField.LimitKind.TOP, 2, "[Measures].[Amount]")));
    state = after(state, "sort|2");
    PivotGrid grid = pivot.grid(state);
    List<List<Object>> counted =
        shop.sql(
            """
            with sums as (
              select r.country_en as country, p.name_en as product, sum(s.amount) as amount
              from fact_sales s join dim_region r using (region_key) join dim_product p using (product_key)
              group by all),
            ranked as (
              select *, row_number() over (partition by country order by amount desc) as rank from sums),
            best as (
              select country, product, amount, sum(amount) over (partition by country) as top,
                     (select sum(amount) from sums b where b.country = ranked.country) as whole
              from ranked where rank <= 2)
            select country, product, amount, top from best order by whole desc, amount desc
            """);
    List<String> expected = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      expected.add(counted.get(i).get(0) + "/" + counted.get(i).get(1));
      sums.add(((Number) counted.get(i).get(2)).doubleValue());
      if (i % 2 == 1) {
        expected.add(counted.get(i).get(0) + "/*total*");
        sums.add(((Number) counted.get(i).get(3)).doubleValue());
      }
    }
    assertThat(captions(grid).subList(0, expected.size())).isEqualTo(expected);
    for (int r = 0; r < expected.size(); r++) {
      assertThat(grid.cell(r, 2).doubleValue(Double.NaN))
          .as(expected.get(r))
          .isCloseTo(sums.get(r), within(1e-6));
      assertThat(checkFacts(state, grid, r, r % 3)).as(expected.get(r)).isTrue();
    }
  }

  @Test
  void aConditionKeepsThoseWhoseTotalMeetsIt() {
    PivotState state =
        after(FirstState.of(pivot.cube()), "level|[Product]|[Product].[Product Name]");
    AxisField products = state.field("[Product]");
    state =
        new AxisMoves(pivot.cube())
            .replace(
                state,
                products,
                products.withCondition(
                    new AxisField.Condition(">=", 25_000, "[Measures].[Amount]")));
    List<List<Object>> counted =
        shop.sql(
            "select p.name_en from fact_sales join dim_product p using (product_key) group by all"
                + " having sum(amount) >= 25000");
    PivotGrid grid = pivot.grid(state);
    assertThat(captions(grid).subList(0, grid.rowCount() - 1))
        .hasSizeBetween(1, 11)
        .containsExactlyInAnyOrderElementsOf(
            counted.stream().map(row -> row.get(0).toString()).toList());
  }

  @Test
  void namesAreSearchedInTheLanguageOfThePage() {
    Pivot chinese = shop.pivot("Sales", Language.ZH);
    PivotState state =
        after(FirstState.of(pivot.cube()), "level|[Product]|[Product].[Product Name]");
    AxisField products = state.field("[Product]");
    PivotState searched =
        new AxisMoves(pivot.cube()).replace(state, products, products.withSearch("商品1"));
    assertThat(captions(chinese.grid(searched))).contains("商品1", "商品10", "商品11", "商品12").hasSize(5);
  }

  @Test
  void sortingKeepsWhatWasOpenedBelowItsParent() {
    PivotState state =
        after(
            FirstState.of(pivot.cube()),
            "add|rows|[Region]",
            "remove|[Product]",
            "open|[Region]|[Region].[China]",
            "sort|2");
    PivotGrid grid = pivot.grid(state);
    assertThat(captions(grid).get(0)).isEqualTo("China");
    List<Double> cities =
        IntStream.range(1, 5).mapToObj(r -> grid.cell(r, 2).doubleValue(Double.NaN)).toList();
    assertThat(cities).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(captions(grid).get(5)).isEqualTo("Germany");
    checkCells(state);
    assertThat(after(state, "sort|2").sort().descending()).isFalse();
    assertThat(after(state, "sort|2", "sort|2").sort()).isNull();
  }

  @Test
  void goingAcrossShowsAMemberByAnotherDimension() {
    PivotState state =
        after(FirstState.of(pivot.cube()), "across|[Product]|[Product].[Paper]|[Customer]");
    assertThat(state.filters())
        .containsExactly(new MemberFilter("[Product]", List.of("[Product].[Paper]"), false));
    assertThat(captions(pivot.grid(state)))
        .containsExactlyInAnyOrder("School", "Shop", "All Customers");
    checkCells(state);
  }

  @Test
  void goingDownAndUpLeadsBack() {
    PivotState first = FirstState.of(pivot.cube());
    PivotState down = after(first, "into|[Time]|[Time].[2024]", "into|[Time]|[Time].[2024].[Q2]");
    assertThat(pivot.grid(down).column(0).get(0).caption()).isEqualTo("April");
    checkCells(down);
    assertThat(after(down, "up|[Time]", "up|[Time]")).isEqualTo(first);
    PivotState months = after(first, "level|[Time]|[Time].[Month]");
    assertThat(after(months, "up|[Time]", "up|[Time]", "up|[Time]")).isEqualTo(first);
  }

  @Test
  void emptyRowsAreShownOnlyWhereTheyAreWanted() {
    PivotState state =
        after(FirstState.of(pivot.cube()), "remove|[Product]", "add|rows|[Time].[Month]");
    assertThat(pivot.grid(state).rowCount()).isEqualTo(15 + 1);
    PivotState all = after(state, "empties");
    assertThat(pivot.grid(all).rowCount()).isEqualTo(24 + 1);
    checkCells(all);
  }

  @Test
  void everyCubeHasAFirstGrid() {
    for (String cube : List.of("Sales", "Market", "Bids", "Stock")) {
      Pivot other = shop.pivot(cube);
      PivotGrid grid = other.grid(FirstState.of(other.cube()));
      assertThat(grid.rowCount()).as(cube).isGreaterThan(1);
    }
  }
}
