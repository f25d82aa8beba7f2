package org.quadrille.cubes.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.result.ResultMember;

/**
 * What customers contributed before and after a day, such as that of a campaign or a price change,
 * over windows of equal length, beside the same windows a year earlier, which tell what the season
 * alone does.
 */
public final class BeforeAfter {
  private final CubeReader reader;
  private final DayLine line;
  private final Slice slice;
  private final ProfitMeasures money;

  /**
   * Looks at a slice of a cube; the slice has no member of time.
   *
   * @throws MissingRoleException if the cube has no sales, or neither cost nor profit
   */
  public BeforeAfter(CubeReader reader, DayLine line, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.line = Objects.requireNonNull(line, "line");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.money = new ProfitMeasures(reader.roles());
  }

  /**
   * What is compared.
   *
   * @param cut the first day after
   * @param days length of each window in days; for a calendar of months about that
   * @param from first day of the window before
   * @param until the day after the window after
   * @param cutShort whether the windows are shorter than was asked for, as the data end
   * @param lastYear whether the data have the same windows a year earlier
   */
  public record Windows(
      LocalDate cut,
      long days,
      LocalDate from,
      LocalDate until,
      boolean cutShort,
      boolean lastYear) {
    public Windows {
      Objects.requireNonNull(cut, "cut");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
    }
  }

  /** A customer's, or everybody's, contribution in the windows. */
  public record Effect(
      ResultMember member,
      Contribution before,
      Contribution after,
      Contribution beforeLastYear,
      Contribution afterLastYear) {
    public Effect {
      Objects.requireNonNull(member, "member");
    }

    /** Profit after less profit before; nothing counts as zero. */
    public double change() {
      return after.profitOrZero() - before.profitOrZero();
    }

    /**
     * Profit after less what the season would have made of the profit before: before × after ÷
     * before of a year earlier. NaN where the year before has no profit to compare with.
     */
    public double netOfSeason() {
      double season = beforeLastYear.profit() > 0 ? seasonal() : Double.NaN;
      return after.profitOrZero() - before.profitOrZero() * season;
    }

    /** What the season did a year earlier: profit after ÷ profit before; NaN where not known. */
    public double seasonal() {
      return beforeLastYear.profit() > 0
          ? afterLastYear.profitOrZero() / beforeLastYear.profit()
          : Double.NaN;
    }
  }

  /**
   * The comparison.
   *
   * @param total everybody, as the cube gave it
   * @param customers those with any figure in one of the windows
   */
  public record Comparison(Windows windows, Effect total, List<Effect> customers) {
    public Comparison {
      Objects.requireNonNull(windows, "windows");
      Objects.requireNonNull(total, "total");
      customers = List.copyOf(customers);
    }
  }

  /**
   * The windows around a day.
   *
   * @param days how long each may be; at least 1
   * @return empty where the data have no day before or none after it
   */
  public Optional<Windows> windows(LocalDate day, int days) {
    LocalDate cut = line.days() ? day : day.withDayOfMonth(1);
    long most =
        Math.min(
            ChronoUnit.DAYS.between(line.start(), cut), ChronoUnit.DAYS.between(cut, line.end()));
    long length = Math.min(days, most);
    if (length < 1) {
      return Optional.empty();
    }
    LocalDate from = cut.minusDays(length);
    LocalDate until = cut.plusDays(length);
    if (!line.days()) {
      long months = Math.max(1, Math.round(length / 30.4));
      from = cut.minusMonths(months);
      until = cut.plusMonths(months);
    }
    Windows windows = new Windows(cut, length, from, until, length < days, false);
    boolean lastYear = !earlier(windows).from().isBefore(line.start());
    return Optional.of(new Windows(cut, length, from, until, length < days, lastYear));
  }

  /** As many days around the same date a year earlier, also where a leap day lies between. */
  private Windows earlier(Windows windows) {
    LocalDate cut = windows.cut().minusYears(1);
    LocalDate from = line.days() ? cut.minusDays(windows.days()) : windows.from().minusYears(1);
    LocalDate until = line.days() ? cut.plusDays(windows.days()) : windows.until().minusYears(1);
    return new Windows(cut, windows.days(), from, until, windows.cutShort(), false);
  }

  /** Compares; empty where nothing was sold in the windows. */
  public Optional<Comparison> compare(Windows windows) {
    HierarchyInfo customers = reader.roles().needHierarchy(DimensionRole.CUSTOMER);
    LevelInfo leaves = customers.levels().get(customers.levels().size() - 1);
    String set = slice.levelSet(customers.uniqueName(), leaves.uniqueName());
    Total total = Total.of(customers, slice, set);
    List<String> definitions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    window("Before", windows.from(), windows.cut(), names, definitions);
    window("After", windows.cut(), windows.until(), names, definitions);
    if (windows.lastYear()) {
      Windows earlier = earlier(windows);
      window("Before, a year earlier", earlier.from(), earlier.cut(), names, definitions);
      window("After, a year earlier", earlier.cut(), earlier.until(), names, definitions);
    }
    String columns = MdxSelect.cross(MdxSelect.set(names), MdxSelect.set(money.names()));
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), columns)
            .with(definitions)
            .with(total.definitions())
            .rows("NON EMPTY {" + total.member() + ", " + set + "}")
            .where(slice.outside(customers.uniqueName()));
    List<Effect> effects = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      effects.add(
          new Effect(
              row.member(),
              money.read(row, 0),
              money.read(row, ProfitMeasures.COUNT),
              windows.lastYear() ? money.read(row, 2 * ProfitMeasures.COUNT) : Contribution.NONE,
              windows.lastYear() ? money.read(row, 3 * ProfitMeasures.COUNT) : Contribution.NONE));
    }
    return effects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Comparison(windows, effects.get(0), effects.subList(1, effects.size())));
  }

  private void window(
      String name, LocalDate from, LocalDate until, List<String> names, List<String> definitions) {
    List<ResultMember> steps = line.between(from, until);
    String member =
        reader.roles().needHierarchy(DimensionRole.TIME).uniqueName() + "." + MdxSelect.quote(name);
    names.add(member);
    String range =
        steps.size() < 2
            ? String.join("", MdxSelect.names(steps))
            : steps.get(0).uniqueName() + ":" + steps.get(steps.size() - 1).uniqueName();
    definitions.add("MEMBER " + member + " AS Aggregate({" + range + "})");
  }
}
