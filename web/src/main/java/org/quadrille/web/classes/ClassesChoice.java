package org.quadrille.web.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.Period;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.classes.ClassHistory;
import org.quadrille.cubes.classes.ClassMoves;
import org.quadrille.cubes.classes.ClassRule;
import org.quadrille.cubes.classes.CustomerClasses;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.FactsAddress;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Input;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.page.Scope;

/**
 * What the address of the page asks for: {@code month} and {@code against} (months), {@code by}
 * (sales, profit), {@code cut} (members, 70-20-10, 80-15-5), {@code near} (percent), and {@code
 * was} and {@code now} for a list of customers.
 */
final class ClassesChoice {
  static final String MONTH = "month";
  static final String AGAINST = "against";
  static final String BY = "by";
  static final String CUT = "cut";
  static final String NEAR = "near";
  static final String WAS = "was";
  static final String NOW = "now";

  /** The code of customers who had not ordered in the earlier month. */
  static final String NEW = "new";

  private static final List<String> CUTS = List.of("members", "70-20-10", "80-15-5");

  private final PageContext context;
  private final CubeReader reader;
  private final MeasureInfo measure;
  private final boolean profit;
  private final Scope scope;
  private final TimeLine time;
  private final LevelInfo level;
  private final HierarchyInfo customers;
  private final List<Integer> filled;
  private final int month;
  private final int against;

  ClassesChoice(PageContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.reader = context.reader();
    this.profit = choice(BY, List.of("sales", "profit")).equals("profit");
    this.measure = reader.roles().needMeasure(profit ? MeasureRole.PROFIT : MeasureRole.SALES);
    MeasureInfo sales = reader.roles().needMeasure(MeasureRole.SALES);
    this.scope = Scope.read(context, reader, sales.uniqueName());
    this.time =
        TimeLine.read(reader)
            .orElseThrow(
                () ->
                    new UnknownNameException(
                        "cube " + reader.cube().name() + " has a calendar without months"));
    this.customers = reader.roles().needHierarchy(DimensionRole.CUSTOMER);
    this.level = customers.levels().get(customers.levels().size() - 1);
    this.filled =
        scope.allPeriods().stream()
            .filter(p -> p.grain() == Period.Grain.MONTH && !p.filledMonths().isEmpty())
            .map(p -> time.place(p.member().uniqueName()))
            .sorted()
            .toList();
    if (filled.size() < 2) {
      throw new UnknownNameException("classes need two months with data at least");
    }
    this.month = chosen(MONTH, usualMonth());
    int at = filled.indexOf(month);
    this.against = chosen(AGAINST, filled.get(Math.max(0, at - 1)));
    if (against >= month) {
      throw new UnknownNameException(
          "the month to compare with comes before the month that is looked at");
    }
  }

  /** The last month with data in the period, but the second one at least. */
  private int usualMonth() {
    int last = time.span(scope.periods().now()).last();
    return Math.max(last, filled.get(1));
  }

  private int chosen(String name, int usual) {
    String text = context.request().parameter(name);
    if (text == null || text.isBlank()) {
      return usual;
    }
    int place = time.place(text);
    if (!filled.contains(place)) {
      throw new UnknownNameException("there is no month with data " + text);
    }
    return place;
  }

  private String choice(String name, List<String> codes) {
    String text = context.request().parameter(name);
    String code = text == null || text.isBlank() ? codes.get(0) : text.strip();
    if (!codes.contains(code)) {
      throw new UnknownNameException(
          name + " is one of " + String.join(", ", codes) + ", not " + code);
    }
    return code;
  }

  Scope scope() {
    return scope;
  }

  MeasureInfo measure() {
    return measure;
  }

  LevelInfo level() {
    return level;
  }

  HierarchyInfo customers() {
    return customers;
  }

  boolean profit() {
    return profit;
  }

  String cutCode() {
    return choice(CUT, CUTS);
  }

  ClassRule rule() {
    return switch (cutCode()) {
      case "members" -> ClassRule.BY_CUSTOMERS;
      case "70-20-10" -> ClassRule.SEVENTY;
      default -> ClassRule.EIGHTY;
    };
  }

  /** Percent of the line within which a customer is near it. */
  int near() {
    String text = context.request().parameter(NEAR);
    if (text == null || text.isBlank()) {
      return 10;
    }
    if (!text.strip().matches("[0-9]{1,2}")) {
      throw new UnknownNameException("near is a whole percent from 0 to 99, not " + text);
    }
    return Integer.parseInt(text.strip());
  }

  int month() {
    return month;
  }

  int against() {
    return against;
  }

  String monthText(int place) {
    return scope.monthText(time.members().get(place).uniqueName());
  }

  /** The address of the page about another month and the one before it. */
  String monthAddress(int place) {
    return context
        .here()
        .with(MONTH, time.members().get(place).uniqueName())
        .without(AGAINST, WAS, NOW, "page")
        .toString();
  }

  private CustomerClasses classes() {
    return new CustomerClasses(
        reader, time, level.uniqueName(), measure.uniqueName(), scope.slice(), rule());
  }

  /** The classes of up to three years up to the month. */
  ClassHistory history() {
    int first = Math.max(filled.get(0), filled.get(filled.size() - 1) - 35);
    return classes().history(first, filled.get(filled.size() - 1));
  }

  ClassMoves moves() {
    return classes().moves(against, month);
  }

  /** Whether a list of customers is asked for. */
  boolean lists() {
    return context.request().parameter(NOW) != null;
  }

  AbcClass now() {
    return abc(choice(NOW, List.of("a", "b", "c", "d")));
  }

  /** Null for new customers. */
  @Nullable AbcClass was() {
    String code = choice(WAS, List.of(NEW, "a", "b", "c", "d"));
    return code.equals(NEW) ? null : abc(code);
  }

  private static AbcClass abc(String code) {
    return AbcClass.valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  static String code(@Nullable AbcClass abc) {
    return abc == null ? NEW : abc.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The address of a cell's customers. */
  String list(@Nullable AbcClass was, AbcClass now) {
    return context.here().with(WAS, code(was)).with(NOW, code(now)).without("page") + "#panel-list";
  }

  /** The address without a list. */
  Address withoutList() {
    return context.here().without(WAS, NOW, "page");
  }

  /** Where the orders of a customer in the two months' years are shown one by one. */
  String rows(String member, int place) {
    List<String> cell = new ArrayList<>();
    cell.add(member);
    cell.add(time.members().get(place).uniqueName());
    scope.slice().without(customers.uniqueName()).members().forEach(m -> cell.add(m.uniqueName()));
    MeasureInfo sales = reader.roles().needMeasure(MeasureRole.SALES);
    return FactsAddress.of(context, reader, sales.uniqueName(), cell);
  }

  List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    filters.add(months(MONTH, month, filled.subList(1, filled.size())));
    filters.add(months(AGAINST, against, filled.subList(0, filled.indexOf(month))));
    List<Option> by = new ArrayList<>();
    reader
        .roles()
        .measure(MeasureRole.SALES)
        .ifPresent(m -> by.add(new Option("sales", m.caption(), !profit)));
    Optional<MeasureInfo> gain = reader.roles().measure(MeasureRole.PROFIT);
    gain.ifPresent(m -> by.add(new Option("profit", m.caption(), profit)));
    filters.add(filter(BY, by));
    List<Option> cuts = new ArrayList<>();
    for (String code : CUTS) {
      cuts.add(new Option(code, context.text().get("classes.cut." + code), code.equals(cutCode())));
    }
    filters.add(filter(CUT, cuts));
    scope.regionFilter().ifPresent(filters::add);
    filters.add(
        Filter.field(
            NEAR,
            context.text().get("classes.filter.near"),
            new Input("number", String.valueOf(near()), "0", "99", "1", "10")));
    return filters;
  }

  private Filter months(String name, int chosen, List<Integer> places) {
    List<Option> options = new ArrayList<>();
    for (int place : places) {
      String value = time.members().get(place).uniqueName();
      options.add(0, new Option(value, monthText(place), place == chosen));
    }
    return filter(name, options);
  }

  private Filter filter(String name, List<Option> options) {
    return new Filter(
        name, context.text().get("classes.filter." + name), List.of(new Group(null, options)));
  }
}
