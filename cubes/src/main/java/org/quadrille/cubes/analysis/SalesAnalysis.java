package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.ResultMember;

/** Sales of a period against the same period a year before: totals, over time, by a dimension. */
public final class SalesAnalysis {
  private static final List<MeasureRole> BASE =
      List.of(
          MeasureRole.SALES,
          MeasureRole.COST,
          MeasureRole.PROFIT,
          MeasureRole.ORDERS,
          MeasureRole.CUSTOMERS,
          MeasureRole.QUANTITY);

  private final CubeReader reader;
  private final PeriodPair periods;
  private final Slice slice;
  private final DrillSets sets;

  /** Looks at a slice of a cube in a period; the slice has no member of time. */
  public SalesAnalysis(CubeReader reader, PeriodPair periods, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.periods = Objects.requireNonNull(periods, "periods");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.sets = new DrillSets(reader, slice);
  }

  /** A figure of the cockpit's tiles. */
  public enum Figure {
    SALES,
    PROFIT,
    /** Profit divided by sales. */
    MARGIN,
    ORDERS,
    CUSTOMERS,
    /** Sales divided by orders. */
    ORDER_VALUE
  }

  /**
   * A member with its figure.
   *
   * @param change now and before
   */
  public record Item(ResultMember member, Change change) {
    public Item {
      Objects.requireNonNull(member, "member");
      Objects.requireNonNull(change, "change");
    }
  }

  /**
   * The members that rose and fell most.
   *
   * @param rising largest rise first
   * @param falling largest fall first
   */
  public record Movers(List<Item> rising, List<Item> falling) {
    public Movers {
      rising = List.copyOf(rising);
      falling = List.copyOf(falling);
    }
  }

  /**
   * The figures that the cube can give. Profit is sales less cost where the cube has a cost, else
   * its measure of profit.
   *
   * @throws MissingRoleException if the cube has no sales or no time
   */
  public Map<Figure, Change> figures() {
    reader.roles().needMeasure(MeasureRole.SALES);
    Map<MeasureRole, MeasureInfo> measures = new EnumMap<>(MeasureRole.class);
    for (MeasureRole role : BASE) {
      reader.roles().measure(role).ifPresent(measure -> measures.put(role, measure));
    }
    List<String> names = measures.values().stream().map(MeasureInfo::uniqueName).toList();
    String columns = MdxSelect.cross(periods.set(), MdxSelect.set(names));
    Row values = reader.rows(select(columns)).get(0);
    Map<MeasureRole, Change> base = new EnumMap<>(MeasureRole.class);
    int column = 0;
    for (MeasureRole role : measures.keySet()) {
      double before = periods.before() == null ? Double.NaN : values.value(column + names.size());
      base.put(role, new Change(values.value(column), before));
      column++;
    }
    return figures(base);
  }

  static Map<Figure, Change> figures(Map<MeasureRole, Change> base) {
    Map<Figure, Change> figures = new EnumMap<>(Figure.class);
    Change sales = Objects.requireNonNull(base.get(MeasureRole.SALES));
    figures.put(Figure.SALES, sales);
    Change cost = base.get(MeasureRole.COST);
    Change profit =
        cost == null
            ? base.get(MeasureRole.PROFIT)
            : new Change(sales.now() - cost.now(), sales.before() - cost.before());
    if (profit != null) {
      figures.put(Figure.PROFIT, profit);
      figures.put(Figure.MARGIN, ratio(profit, sales));
    }
    Change orders = base.get(MeasureRole.ORDERS);
    if (orders != null) {
      figures.put(Figure.ORDERS, orders);
      figures.put(Figure.ORDER_VALUE, ratio(sales, orders));
    }
    Change customers = base.get(MeasureRole.CUSTOMERS);
    if (customers != null) {
      figures.put(Figure.CUSTOMERS, customers);
    }
    return figures;
  }

  /**
   * What the sales of the period were to be, that of its months with data where it is not over;
   * empty where the cube has no target, or none for the period.
   */
  public OptionalDouble target() {
    Optional<MeasureInfo> target = reader.roles().measure(MeasureRole.TARGET);
    if (target.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<ResultMember> months = periods.now().filledMonths();
    List<ResultMember> parts = months.isEmpty() ? List.of(periods.now().member()) : months;
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), "{[Measures].[*target*]}")
            .with(
                List.of(
                    "MEMBER [Measures].[*target*] AS Sum(%s, %s)"
                        .formatted(
                            MdxSelect.set(MdxSelect.names(parts)), target.get().uniqueName())))
            .where(slice.outside(periods.now().member().hierarchy()));
    double value = reader.rows(query).get(0).value(0);
    return Double.isNaN(value) || value <= 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Change ratio(Change above, Change below) {
    return new Change(
        below.now() == 0 ? Double.NaN : above.now() / below.now(),
        below.before() == 0 ? Double.NaN : above.before() / below.before());
  }

  /**
   * A measure over the parts of the period: months of a year or quarter, days of a month. A part of
   * the year before stands beside the part of the same name.
   */
  public List<Item> overTime(MeasureRole role) {
    String measure = reader.roles().needMeasure(role).uniqueName();
    String now = sets.parts(periods.now());
    Period before = periods.before();
    String set = before == null ? now : "{" + now + ", " + sets.parts(before) + "}";
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(List.of(measure)))
            .rows(set)
            .where(slice.outside(periods.now().member().hierarchy()));
    Map<String, Double> last = new HashMap<>();
    List<Row> current = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      if (isIn(row.member(), periods.now())) {
        current.add(row);
      } else {
        last.put(row.member().name(), row.value(0));
      }
    }
    return current.stream()
        .map(row -> item(row, last.getOrDefault(row.member().name(), Double.NaN)))
        .toList();
  }

  private static Item item(Row row, double before) {
    return new Item(row.member(), new Change(row.value(0), before));
  }

  private static boolean isIn(ResultMember part, Period period) {
    return part.uniqueName().equals(period.member().uniqueName())
        || period.member().uniqueName().equals(part.parent())
        || period.months().stream()
            .anyMatch(month -> month.member().uniqueName().equals(part.uniqueName()));
  }

  /**
   * A measure by the children of the slice's member in a dimension, or by its top level.
   *
   * @return in hierarchical order, empty members left out
   */
  public List<Item> by(DimensionRole dimension, MeasureRole role) {
    HierarchyInfo hierarchy = reader.roles().needHierarchy(dimension);
    return items(hierarchy, sets.children(hierarchy), role);
  }

  /** The members of a dimension's lowest level with the largest rise and fall of a measure. */
  public Movers movers(DimensionRole dimension, MeasureRole role, int count) {
    HierarchyInfo hierarchy = reader.roles().needHierarchy(dimension);
    return movers(items(hierarchy, sets.leaves(hierarchy), role), count);
  }

  static Movers movers(List<Item> items, int count) {
    Comparator<Item> byDifference =
        Comparator.comparingDouble((Item item) -> item.change().difference());
    Stream<Item> rising =
        items.stream().filter(i -> i.change().difference() > 0).sorted(byDifference.reversed());
    Stream<Item> falling =
        items.stream().filter(i -> i.change().difference() < 0).sorted(byDifference);
    return new Movers(rising.limit(count).toList(), falling.limit(count).toList());
  }

  private List<Item> items(HierarchyInfo hierarchy, String set, MeasureRole role) {
    String measure = reader.roles().needMeasure(role).uniqueName();
    String columns = MdxSelect.cross(periods.set(), MdxSelect.set(List.of(measure)));
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), columns)
            .with(periods.definitions())
            .rows("NON EMPTY " + set)
            .where(slice.outside(hierarchy.uniqueName()));
    @Nullable Period before = periods.before();
    return reader.rows(query).stream()
        .map(row -> item(row, before == null ? Double.NaN : row.value(1)))
        .toList();
  }

  private MdxSelect select(String columns) {
    return MdxSelect.of(reader.cube().name(), columns)
        .with(periods.definitions())
        .where(slice.outside());
  }
}
