package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Collections;
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

  /** By each combination of the children in two dimensions. */
  public List<MarketPair> by(DimensionRole first, DimensionRole second) {
    HierarchyInfo one = reader.roles().needHierarchy(first);
    HierarchyInfo two = reader.roles().needHierarchy(second);
    boolean before = periods.before() != null;
    String figures = MdxSelect.cross(periods.set(), MdxSelect.set(measures));
    String parts = MdxSelect.cross(sets.children(one), sets.children(two));
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), figures)
            .with(periods.definitions())
            .rows("NON EMPTY " + MdxSelect.cross(parts, companies()))
            .where(slice.outside(one.uniqueName(), two.uniqueName(), competitors.uniqueName()));
    Map<List<ResultMember>, List<MarketShares.Standing>> standings = new LinkedHashMap<>();
    for (Row row : reader.rows(query)) {
      standings
          .computeIfAbsent(row.members().subList(0, 2), k -> new ArrayList<>())
          .add(standing(row, before));
    }
    List<MarketPair> pairs = new ArrayList<>();
    standings.forEach(
        (key, list) ->
            pairs.add(new MarketPair(key.get(0), key.get(1), new MarketShares(null, list))));
    return pairs;
  }

  /** What every company is like in the whole slice; figures that the cube lacks are NaN. */
  public List<MarketProfile> profiles() {
    List<MeasureRole> roles =
        List.of(
            MeasureRole.RATING,
            MeasureRole.PROMOTIONS,
            MeasureRole.OBSERVATIONS,
            MeasureRole.CHANNELS);
    List<String> names = new ArrayList<>();
    for (MeasureRole role : roles) {
      reader.roles().measure(role).map(MeasureInfo::uniqueName).ifPresent(names::add);
    }
    if (names.isEmpty()) {
      return List.of();
    }
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(names))
            .rows("NON EMPTY " + companies())
            .where(List.of(periods.now().member().uniqueName()))
            .where(slice.outside(competitors.uniqueName()));
    List<MarketProfile> profiles = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      double[] figures = new double[roles.size()];
      int column = 0;
      for (int i = 0; i < figures.length; i++) {
        boolean known = reader.roles().measure(roles.get(i)).isPresent();
        figures[i] = known ? row.value(column++) : Double.NaN;
      }
      double promoted = figures[2] > 0 ? figures[1] / figures[2] : Double.NaN;
      profiles.add(new MarketProfile(competitor(row), figures[0], promoted, figures[3]));
    }
    return profiles;
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
    List<PartIndexes> parts = prices().by(null);
    return parts.isEmpty() ? new PartIndexes(null, PriceIndex.NONE, Map.of()) : parts.get(0);
  }

  private MarketPrices prices() {
    return new MarketPrices(reader, periods.now().member(), slice);
  }

  /** Price indexes by the children of the slice's member in a dimension, or its top level. */
  public List<PartIndexes> priceIndexesBy(DimensionRole dimension) {
    return prices().by(sets.childLevel(reader.roles().needHierarchy(dimension)));
  }

  /** Price indexes by the months of the period; of the whole where the calendar has none. */
  public List<PartIndexes> priceIndexesOverTime() {
    HierarchyInfo time = reader.hierarchy(periods.now().member().hierarchy());
    return prices()
        .by(
            CubeRoles.level(time, "TIME_MONTHS")
                .or(() -> CubeRoles.level(time, "TIME_YEARS"))
                .orElseThrow());
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

    /** The index against a competitor, by the unique name of its member. */
    public PriceIndex against(String uniqueName) {
      return each.entrySet().stream()
          .filter(entry -> entry.getKey().member().uniqueName().equals(uniqueName))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(PriceIndex.NONE);
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
      standings.computeIfAbsent(key, k -> new ArrayList<>()).add(standing(row, hasBefore));
    }
    List<MarketShares> shares = new ArrayList<>();
    standings.forEach(
        (key, list) -> shares.add(new MarketShares(group == null ? null : parts.get(key), list)));
    return shares;
  }

  private MarketShares.Standing standing(Row row, boolean hasBefore) {
    return new MarketShares.Standing(
        competitor(row),
        change(row, 0, hasBefore),
        change(row, 1, hasBefore),
        hasAdvertising() ? change(row, 2, hasBefore) : nothing());
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
