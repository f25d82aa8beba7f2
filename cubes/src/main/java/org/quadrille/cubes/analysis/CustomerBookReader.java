package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.ResultMember;

/** Reads the book of customers in one query. */
public final class CustomerBookReader {
  /** Months that steadiness is measured over. */
  public static final int MONTHS = 12;

  private final CubeReader reader;
  private final Calendar calendar;
  private final Slice slice;
  private final ProfitMeasures money;
  private final HierarchyInfo customers;
  private final HierarchyInfo time;

  /**
   * Looks at a slice of a cube; the slice has no member of time.
   *
   * @throws MissingRoleException if the cube has no customers, time, sales, or neither cost nor
   *     profit
   */
  public CustomerBookReader(CubeReader reader, Calendar calendar, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.money = new ProfitMeasures(reader.roles());
    this.customers = reader.roles().needHierarchy(DimensionRole.CUSTOMER);
    this.time = reader.roles().needHierarchy(DimensionRole.TIME);
  }

  /**
   * The year to grade by: that of the period, or the one before where it is not over and there is
   * one.
   */
  public static Period gradedYear(Calendar calendar, Period period) {
    List<Period> years = calendar.years();
    for (int i = years.size() - 1; i > 0; i--) {
      Period year = years.get(i);
      if (year.year().uniqueName().equals(period.year().uniqueName())) {
        boolean over = year.filledMonths().size() == year.months().size();
        return over ? year : years.get(i - 1);
      }
    }
    return years.get(0);
  }

  /** The last months with data up to the end of a period, at most twelve, oldest first. */
  static List<ResultMember> lastMonths(Calendar calendar, Period period) {
    List<ResultMember> until = new ArrayList<>();
    for (Period year : calendar.years()) {
      until.addAll(year.filledMonths());
      if (year.year().uniqueName().equals(period.year().uniqueName())) {
        List<ResultMember> own = period.filledMonths();
        int end = own.isEmpty() ? until.size() : until.indexOf(own.get(own.size() - 1)) + 1;
        return List.copyOf(until.subList(Math.max(0, end - MONTHS), end));
      }
    }
    return List.of();
  }

  /**
   * Reads; empty where nothing was sold to anybody. The member for unknown customers is in the
   * total only.
   */
  public Optional<CustomerBook> read(Period period) {
    List<ResultMember> years = calendar.years().stream().map(Period::member).toList();
    Period graded = gradedYear(calendar, period);
    int year = years.indexOf(graded.member());
    List<ResultMember> months = lastMonths(calendar, period);
    Optional<String> orders =
        reader.roles().measure(MeasureRole.ORDERS).map(MeasureInfo::uniqueName);
    LevelInfo leaves = customers.levels().get(customers.levels().size() - 1);
    @Nullable String dates = firstOrderProperty(leaves);
    MdxSelect query = query(years, graded, months, orders, leaves, dates);
    List<Row> rows = reader.rows(query);
    return reader
        .derived(
            "book of " + query.text(),
            Known.class,
            200L * rows.size() * (years.size() + months.size()) / 4,
            () -> new Known(book(rows, years, year, months, orders.isPresent(), dates)))
        .book();
  }

  /** A book as it is kept. */
  private record Known(Optional<CustomerBook> book) {}

  private Optional<CustomerBook> book(
      List<Row> rows,
      List<ResultMember> years,
      int year,
      List<ResultMember> months,
      boolean counted,
      @Nullable String dates) {
    List<CustomerBook.Customer> all = new ArrayList<>(rows.size());
    String unknown =
        reader
            .roles()
            .needDimension(DimensionRole.CUSTOMER)
            .annotations()
            .getOrDefault(CubeRoles.UNKNOWN, "");
    for (Row row : rows) {
      if (!all.isEmpty() && row.member().name().equals(unknown)) {
        continue;
      }
      all.add(customer(row, years.size(), months.size(), counted, dates));
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CustomerBook(
                years,
                year,
                months,
                counted,
                dates != null,
                all.get(0),
                all.subList(1, all.size())));
  }

  private MdxSelect query(
      List<ResultMember> years,
      Period graded,
      List<ResultMember> months,
      Optional<String> orders,
      LevelInfo leaves,
      @Nullable String dates) {
    Total ever = Total.ofAll(time, MdxSelect.set(MdxSelect.names(years)));
    List<String> times = new ArrayList<>();
    times.add(ever.member());
    times.addAll(MdxSelect.names(years));
    List<String> sets = new ArrayList<>();
    sets.add(MdxSelect.cross(MdxSelect.set(times), MdxSelect.set(money.names())));
    if (!months.isEmpty()) {
      String sales = MdxSelect.set(money.names().subList(0, 1));
      sets.add(MdxSelect.cross(MdxSelect.set(MdxSelect.names(months)), sales));
    }
    orders.ifPresent(
        measure -> sets.add("{(" + graded.member().uniqueName() + ", " + measure + ")}"));
    String set = slice.levelSet(customers.uniqueName(), leaves.uniqueName());
    Total total = Total.of(customers, slice, set);
    String properties =
        dates == null
            ? ""
            : " DIMENSION PROPERTIES " + leaves.uniqueName() + "." + MdxSelect.quote(dates);
    return MdxSelect.of(reader.cube().name(), MdxSelect.set(sets))
        .with(ever.definitions())
        .with(total.definitions())
        .rows("NON EMPTY {" + total.member() + ", " + set + "}" + properties)
        .where(slice.outside(customers.uniqueName()));
  }

  private CustomerBook.Customer customer(
      Row row, int years, int months, boolean counted, @Nullable String dates) {
    List<Contribution> byYear = new ArrayList<>(years);
    for (int i = 1; i <= years; i++) {
      byYear.add(money.read(row, i * ProfitMeasures.COUNT));
    }
    int first = (years + 1) * ProfitMeasures.COUNT;
    List<Double> sales = new ArrayList<>(months);
    for (int i = 0; i < months; i++) {
      double value = row.value(first + i);
      sales.add(Double.isNaN(value) ? 0 : value);
    }
    return new CustomerBook.Customer(
        row.member(),
        dates == null ? null : DateValues.date(row.member().properties().get(dates)),
        money.read(row, 0),
        byYear,
        counted ? row.value(first + months) : Double.NaN,
        sales);
  }

  /** The property that the dimension names by an annotation, where the lowest level has it. */
  private @Nullable String firstOrderProperty(LevelInfo leaves) {
    DimensionInfo dimension = reader.roles().needDimension(DimensionRole.CUSTOMER);
    String name = dimension.annotations().get(CubeRoles.FIRST_ORDER);
    boolean there = leaves.properties().stream().anyMatch(p -> p.name().equals(name));
    return there ? name : null;
  }
}
