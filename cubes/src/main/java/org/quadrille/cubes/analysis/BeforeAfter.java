package org.quadrille.cubes.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
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

  /**
   * Compares; empty where nothing was sold in the windows. The database sums the windows in one
   * statement, since no cell of MDX needs so many days of so many customers.
   */
  public Optional<Comparison> compare(Windows windows) {
    List<Windows> times = new ArrayList<>();
    times.add(windows);
    if (windows.lastYear()) {
      times.add(earlier(windows));
    }
    List<String> conditions = new ArrayList<>();
    for (Windows one : times) {
      conditions.add(condition(one.from(), one.cut()));
      conditions.add(condition(one.cut(), one.until()));
    }
    FactAnswer answer = reader.facts(question(conditions));
    List<Effect> effects = new ArrayList<>();
    @Nullable Effect total = null;
    for (int row = 0; row < answer.rows().size(); row++) {
      List<Contribution> parts = contributions(answer, row, conditions.size());
      ResultMember member = answer.member(row, 0);
      if (answer.number(row, 1) > 0) {
        total = effect(everybody(), parts);
      } else if (member != null) {
        effects.add(effect(member, parts));
      }
    }
    return total == null || effects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Comparison(windows, total, effects));
  }

  private static Effect effect(ResultMember member, List<Contribution> parts) {
    boolean earlier = parts.size() > 2;
    return new Effect(
        member,
        parts.get(0),
        parts.get(1),
        earlier ? parts.get(2) : Contribution.NONE,
        earlier ? parts.get(3) : Contribution.NONE);
  }

  /** Stands for all customers; it has no place in the hierarchy. */
  private ResultMember everybody() {
    HierarchyInfo customers = reader.roles().needHierarchy(DimensionRole.CUSTOMER);
    return reader.levelMembers(customers.levels().get(0).uniqueName()).get(0);
  }

  private List<Contribution> contributions(FactAnswer answer, int row, int count) {
    List<Contribution> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double sales = answer.number(row, 2 + 2 * i);
      parts.add(money.of(sales, answer.number(row, 3 + 2 * i)));
    }
    return parts;
  }

  private FactQuestion question(List<String> conditions) {
    HierarchyInfo customers = reader.roles().needHierarchy(DimensionRole.CUSTOMER);
    LevelInfo leaves = customers.levels().get(customers.levels().size() - 1);
    StringBuilder sums = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      sums.append(
          ", sum(s) filter (where %2$s) as s%1$d, sum(o) filter (where %2$s) as o%1$d"
              .formatted(i, conditions.get(i)));
    }
    String sql =
        "select {c}, grouping(c_0) as total%s from {facts} f where %s"
            + " group by grouping sets (({c}), ())";
    String any = "(" + String.join(" or ", conditions) + ")";
    List<String> slicer = slice.outside();
    String where = slicer.isEmpty() ? "" : " WHERE (" + String.join(", ", slicer) + ")";
    return new FactQuestion(
        "SELECT {%s} ON COLUMNS FROM %s%s"
            .formatted(money.names().get(0), MdxSelect.quote(reader.cube().name()), where),
        List.of(
            new FactQuestion.Members("c", leaves.uniqueName()),
            new FactQuestion.Ordinals("d", line.level().uniqueName()),
            new FactQuestion.Amount("s", money.names().get(0)),
            new FactQuestion.Amount("o", money.names().get(1))),
        sql.formatted(sums, any));
  }

  private String condition(LocalDate from, LocalDate until) {
    List<Integer> places = line.between(from, until);
    return "d between " + places.get(0) + " and " + places.get(places.size() - 1);
  }
}
