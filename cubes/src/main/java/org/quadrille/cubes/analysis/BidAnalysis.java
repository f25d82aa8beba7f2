package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.result.ResultMember;

/**
 * Bids won and lost, by rival, region, product or month. The win rate is won divided by decided
 * ones; bids that are still open are counted apart.
 */
public final class BidAnalysis {
  private static final List<MeasureRole> ROLES =
      List.of(
          MeasureRole.BIDS,
          MeasureRole.BIDS_WON,
          MeasureRole.BIDS_LOST,
          MeasureRole.BID_AMOUNT_WON,
          MeasureRole.BID_AMOUNT_LOST);

  private final CubeReader reader;
  private final PeriodPair periods;
  private final Slice slice;
  private final DrillSets sets;
  private final List<String> measures;

  /**
   * Looks at a slice of a cube of bids; the slice has no member of time.
   *
   * @throws MissingRoleException if the cube lacks one of the figures
   */
  public BidAnalysis(CubeReader reader, PeriodPair periods, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.periods = Objects.requireNonNull(periods, "periods");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.sets = new DrillSets(reader, slice);
    this.measures =
        ROLES.stream().map(role -> reader.roles().needMeasure(role).uniqueName()).toList();
  }

  /**
   * Bids of a period.
   *
   * @param bids all of them, open ones included
   * @param amountWon money of those won
   * @param amountLost money of those lost
   */
  public record Tally(double bids, double won, double lost, double amountWon, double amountLost) {
    /** Neither won nor lost yet. */
    public double open() {
      return bids - won - lost;
    }

    /** Won of decided ones by number; NaN where none is decided. */
    public double winRate() {
      return won + lost > 0 ? won / (won + lost) : Double.NaN;
    }

    /** Won of decided ones by money; NaN where none is decided. */
    public double winRateByAmount() {
      double decided = amountWon + amountLost;
      return decided > 0 ? amountWon / decided : Double.NaN;
    }
  }

  /**
   * Bids of a part, now and a year before.
   *
   * @param part null for all
   * @param before null where the calendar does not reach back so far
   */
  public record Bids(@Nullable ResultMember part, Tally now, @Nullable Tally before) {
    public Bids {
      Objects.requireNonNull(now, "now");
    }

    /** The win rate by number. */
    public Change winRate() {
      return new Change(now.winRate(), before == null ? Double.NaN : before.winRate());
    }

    /** The win rate by money. */
    public Change winRateByAmount() {
      return new Change(
          now.winRateByAmount(), before == null ? Double.NaN : before.winRateByAmount());
    }
  }

  /** All bids of the slice. */
  public Bids whole() {
    MdxSelect query = select().where(slice.outside());
    return bids(null, reader.rows(query).get(0));
  }

  /** By the children of the slice's member in a dimension, or its top level. */
  public List<Bids> by(DimensionRole dimension) {
    HierarchyInfo hierarchy = reader.roles().needHierarchy(dimension);
    MdxSelect query =
        select()
            .rows("NON EMPTY " + sets.children(hierarchy))
            .where(slice.outside(hierarchy.uniqueName()));
    List<Bids> all = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      all.add(bids(row.member(), row));
    }
    return all;
  }

  /**
   * All parts of a region against all rivals, with the totals of both, in one query: what bids by
   * region, by rival and where we lose to whom are read from.
   *
   * @throws MissingRoleException if the cube has no regions or competitors
   */
  public BidGrid grid() {
    HierarchyInfo regions = reader.roles().needHierarchy(DimensionRole.REGION);
    HierarchyInfo rivals = reader.roles().needHierarchy(DimensionRole.COMPETITOR);
    Total allRegions = Total.of(regions, slice, sets.children(regions));
    Total allRivals = Total.of(rivals, slice, sets.children(rivals));
    String rows =
        MdxSelect.cross(
            "{" + allRegions.member() + ", " + sets.children(regions) + "}",
            "{" + allRivals.member() + ", " + sets.children(rivals) + "}");
    MdxSelect query =
        select()
            .with(allRegions.definitions())
            .with(allRivals.definitions())
            .rows("NON EMPTY " + rows)
            .where(slice.outside(regions.uniqueName(), rivals.uniqueName()));
    List<BidGrid.Field> fields = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      fields.add(new BidGrid.Field(row.members().get(0), row.members().get(1), bids(null, row)));
    }
    return new BidGrid(allRegions.member(), allRivals.member(), fields);
  }

  /** By the months of the period. */
  public List<Bids> overTime() {
    String time = periods.now().member().hierarchy();
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(measures))
            .rows(sets.months(periods.now()))
            .where(slice.outside(time));
    return reader.rows(query).stream()
        .map(row -> new Bids(row.member(), tally(row, 0), null))
        .toList();
  }

  private MdxSelect select() {
    String columns = MdxSelect.cross(periods.set(), MdxSelect.set(measures));
    return MdxSelect.of(reader.cube().name(), columns).with(periods.definitions());
  }

  private Bids bids(@Nullable ResultMember part, Row row) {
    Tally before = periods.before() == null ? null : tally(row, measures.size());
    return new Bids(part, tally(row, 0), before);
  }

  private static Tally tally(Row row, int first) {
    double[] figures = new double[ROLES.size()];
    for (int i = 0; i < figures.length; i++) {
      double value = row.value(first + i);
      figures[i] = Double.isNaN(value) ? 0 : value;
    }
    return new Tally(figures[0], figures[1], figures[2], figures[3], figures[4]);
  }
}
