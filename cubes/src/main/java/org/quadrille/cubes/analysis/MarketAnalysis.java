package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.ResultMember;

/**
 * Ourselves among the competitors: market share, share of voice and price index, for the whole
 * slice, its regions, products or months. The slice has no member of time or competitor.
 */
public final class MarketAnalysis {
  private final CubeReader reader;
  private final PeriodPair periods;
  private final Slice slice;
  private final DrillSets sets;
  private final HierarchyInfo competitors;
  private final List<String> measures;

  /**
   * Looks at a slice of a cube of observations.
   *
   * @throws MissingRoleException if the cube has no competitors, market value or units
   */
  public MarketAnalysis(CubeReader reader, PeriodPair periods, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.periods = Objects.requireNonNull(periods, "periods");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.sets = new DrillSets(reader, slice);
    this.competitors = reader.roles().needHierarchy(DimensionRole.COMPETITOR);
    List<String> names = new ArrayList<>();
    names.add(reader.roles().needMeasure(MeasureRole.MARKET_VALUE).uniqueName());
    names.add(reader.roles().needMeasure(MeasureRole.MARKET_UNITS).uniqueName());
    reader
        .roles()
        .measure(MeasureRole.ADVERTISING)
        .map(MeasureInfo::uniqueName)
        .ifPresent(names::add);
    this.measures = List.copyOf(names);
  }

  /** Whether the cube knows what was spent on advertising. */
  public boolean hasAdvertising() {
    return measures.size() > 2;
  }

  /** The whole slice. */
  public MarketShares whole() {
    List<MarketShares> all = shares(null, periods.set(), periods.before() != null);
    return all.isEmpty() ? new MarketShares(null, List.of()) : all.get(0);
  }

  /** By the children of the slice's member in a dimension, or its top level. */
  public List<MarketShares> by(DimensionRole dimension) {
    HierarchyInfo hierarchy = reader.roles().needHierarchy(dimension);
    boolean before = periods.before() != null;
    return shares(group(hierarchy), periods.set(), before);
  }

  /** By the months of the period and of the year before it, oldest first. */
  public List<MarketShares> overTime() {
    Period before = periods.before();
    String set = sets.months(periods.now());
    String time = before == null ? set : "{" + sets.months(before) + ", " + set + "}";
    return shares(new Group(time, periods.now().member().hierarchy()), null, false);
  }

  /** The price indexes of the whole slice. */
  public PartIndexes priceIndexes() {
    List<PartIndexes> parts = priceIndexes(null);
    return parts.isEmpty() ? new PartIndexes(null, PriceIndex.NONE, Map.of()) : parts.get(0);
  }

  /** Price indexes by the children of the slice's member in a dimension, or its top level. */
  public List<PartIndexes> priceIndexesBy(DimensionRole dimension) {
    return priceIndexes(group(reader.roles().needHierarchy(dimension)));
  }

  /** Price indexes by the months of the period. */
  public List<PartIndexes> priceIndexesOverTime() {
    String months = sets.months(periods.now());
    return priceIndexes(new Group(months, periods.now().member().hierarchy()));
  }

  /**
   * Price indexes of a part.
   *
   * @param part null for the whole
   * @param all against all competitors together
   * @param each against each competitor
   */
  public record PartIndexes(
      @Nullable ResultMember part, PriceIndex all, Map<Competitor, PriceIndex> each) {
    public PartIndexes {
      Objects.requireNonNull(all, "all");
      each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
    }
  }

  /** What to break down by: a set, and the hierarchy it is of. */
  private record Group(String set, String hierarchy) {}

  private Group group(HierarchyInfo hierarchy) {
    return new Group(sets.children(hierarchy), hierarchy.uniqueName());
  }

  private String companies() {
    return DrillSets.topLevel(competitors).uniqueName() + ".Members";
  }

  private List<MarketShares> shares(
      @Nullable Group group, @Nullable String periodSet, boolean hasBefore) {
    String figures = MdxSelect.set(measures);
    String columns = periodSet == null ? figures : MdxSelect.cross(periodSet, figures);
    String rows = group == null ? companies() : MdxSelect.cross(group.set(), companies());
    List<Row> answer = reader.rows(select(columns, rows, group, periodSet != null));
    Map<String, List<MarketShares.Standing>> standings = new LinkedHashMap<>();
    Map<String, ResultMember> parts = new LinkedHashMap<>();
    for (Row row : answer) {
      String key = group == null ? "" : row.member().uniqueName();
      parts.putIfAbsent(key, row.member());
      standings
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(
              new MarketShares.Standing(
                  competitor(row),
                  change(row, 0, hasBefore),
                  change(row, 1, hasBefore),
                  hasAdvertising() ? change(row, 2, hasBefore) : nothing()));
    }
    List<MarketShares> shares = new ArrayList<>();
    standings.forEach(
        (key, list) -> shares.add(new MarketShares(group == null ? null : parts.get(key), list)));
    return shares;
  }

  private List<PartIndexes> priceIndexes(@Nullable Group group) {
    HierarchyInfo products = reader.roles().needHierarchy(DimensionRole.PRODUCT);
    String items = MdxSelect.cross(sets.leaves(products), companies());
    boolean byProduct = group != null && group.hierarchy().equals(products.uniqueName());
    boolean byTime = group != null && group.hierarchy().equals(periods.now().member().hierarchy());
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(measures.subList(0, 2)))
            .rows("NON EMPTY " + (group == null || byProduct ? items : cross(group, items)))
            .where(byTime ? List.of() : List.of(periods.now().member().uniqueName()))
            .where(outside(group, products.uniqueName()));
    Map<String, ResultMember> groupOfItem = byProduct ? groupsOfItems(products) : Map.of();
    Map<String, PriceComparison> comparisons = new LinkedHashMap<>();
    for (Row row : reader.rows(query)) {
      ResultMember item = row.members().get(row.members().size() - 2);
      ResultMember part =
          byProduct
              ? groupOfItem.getOrDefault(item.uniqueName(), item)
              : group == null ? null : row.member();
      comparisons
          .computeIfAbsent(part == null ? "" : part.uniqueName(), k -> new PriceComparison(part))
          .add(item.uniqueName(), competitor(row), row.value(0), row.value(1));
    }
    return comparisons.values().stream().map(PriceComparison::indexes).toList();
  }

  private static String cross(Group group, String items) {
    return MdxSelect.cross(group.set(), items);
  }

  /**
   * For each product the ancestor that the slice's member has as a child: a hierarchy cannot stand
   * on the axes twice, so products are grouped here.
   */
  private Map<String, ResultMember> groupsOfItems(HierarchyInfo products) {
    int all = products.allMember() == null ? 0 : 1;
    int depth = slice.of(products.uniqueName()).map(m -> m.depth() + 1).orElse(all);
    Map<String, ResultMember> groups = new HashMap<>();
    for (int level = depth; level < products.levels().size(); level++) {
      for (ResultMember member : reader.levelMembers(products.levels().get(level).uniqueName())) {
        ResultMember group = level == depth ? member : groups.get(String.valueOf(member.parent()));
        if (group != null) {
          groups.put(member.uniqueName(), group);
        }
      }
    }
    return groups;
  }

  private MdxSelect select(
      String columns, String rows, @Nullable Group group, boolean timeOnColumns) {
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), columns)
            .rows("NON EMPTY " + rows)
            .where(outside(group, competitors.uniqueName()));
    return timeOnColumns ? query.with(periods.definitions()) : query;
  }

  private List<String> outside(@Nullable Group group, String hierarchy) {
    return group == null
        ? slice.outside(hierarchy, competitors.uniqueName())
        : slice.outside(group.hierarchy(), hierarchy, competitors.uniqueName());
  }

  private Competitor competitor(Row row) {
    ResultMember member = row.members().get(row.members().size() - 1);
    DimensionInfo dimension = reader.roles().needDimension(DimensionRole.COMPETITOR);
    String own = dimension.annotations().get(CubeRoles.OWN);
    return new Competitor(member, member.name().equalsIgnoreCase(own));
  }

  private Change change(Row row, int column, boolean hasBefore) {
    double before = hasBefore ? row.value(column + measures.size()) : Double.NaN;
    return new Change(row.value(column), before);
  }

  private static Change nothing() {
    return new Change(Double.NaN, Double.NaN);
  }
}
