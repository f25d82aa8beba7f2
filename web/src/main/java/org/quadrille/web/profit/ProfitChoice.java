package org.quadrille.web.profit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.Calendar;
import org.quadrille.cubes.analysis.Campaign;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.DayLine;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Input;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.page.Scope;
import org.quadrille.web.text.Messages;

/** What the address of the page asks for, and the form that changes it. */
final class ProfitChoice {
  private static final String VIEW = "view";
  private static final String LEVEL = "level";
  private static final String CAMPAIGN = "campaign";

  /** Above this number of bubbles the usual level is one higher. */
  private static final int BUBBLES = 150;

  private final PageContext context;
  private final CubeReader reader;
  private final Scope scope;
  private final ProfitView view;
  private final Settings settings;

  ProfitChoice(PageContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.reader = context.reader();
    String sales = reader.roles().needMeasure(MeasureRole.SALES).uniqueName();
    this.scope = Scope.read(context, reader, sales);
    this.settings = new Settings(context.request());
    String code = context.request().parameter(VIEW);
    this.view = code == null ? ProfitView.OVERVIEW : ProfitView.of(code);
  }

  Scope scope() {
    return scope;
  }

  ProfitView view() {
    return view;
  }

  Settings settings() {
    return settings;
  }

  Calendar calendar() {
    return scope.calendar();
  }

  /** The facts behind a member, with what it contributed. */
  String orders(ResultMember member) {
    return scope.drill(member).with(VIEW, ProfitView.ORDERS.code()).toString();
  }

  /** Another view of the same part. */
  Address view(ProfitView other) {
    return context.here().with(VIEW, other.code());
  }

  /** The level of products that was chosen; usually the lowest that a chart can hold. */
  LevelInfo productLevel() {
    List<LevelInfo> levels = productLevels();
    String name = context.request().parameter(LEVEL);
    if (name != null) {
      return levels.stream()
          .filter(level -> level.uniqueName().equals(name))
          .findFirst()
          .orElseThrow(() -> new UnknownNameException("there is no level of products " + name));
    }
    LevelInfo usual = levels.get(0);
    int depth = scope.slice().of(products().uniqueName()).map(ResultMember::depth).orElse(0);
    for (LevelInfo level : levels) {
      boolean inside = level.depth() > depth;
      if (level.memberCount() <= BUBBLES
          || level.depth() <= depth
          || (inside && usual.depth() <= depth)) {
        usual = level;
      }
    }
    return usual;
  }

  HierarchyInfo products() {
    return reader.roles().needHierarchy(DimensionRole.PRODUCT);
  }

  private List<LevelInfo> productLevels() {
    return products().levels().stream().filter(l -> !l.type().equalsIgnoreCase("ALL")).toList();
  }

  /** The calendar by days, empty where the cube's has no dates. */
  Optional<DayLine> days() {
    return DayLine.read(reader, calendar());
  }

  List<Campaign> campaigns() {
    return Campaign.all(reader);
  }

  /** The campaign that was chosen. */
  Optional<Campaign> campaign(List<Campaign> all) {
    String name = context.request().parameter(CAMPAIGN);
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        all.stream()
            .filter(one -> one.member().uniqueName().equals(name))
            .findFirst()
            .orElseThrow(() -> new UnknownNameException("there is no campaign " + name)));
  }

  /**
   * The day to compare around: that of the campaign, the chosen one, else a window before the end.
   */
  LocalDate cut(DayLine line) {
    return campaign(campaigns())
        .map(Campaign::start)
        .or(settings::date)
        .orElseGet(() -> line.end().minusDays(settings.window()));
  }

  List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    filters.add(viewFilter());
    filters.add(scope.periodFilter());
    scope.regionFilter().ifPresent(filters::add);
    switch (view) {
      case CUSTOMERS -> customerFields(filters);
      case OVERVIEW -> filters.add(levelFilter());
      case PRODUCTS -> productFields(filters);
      case CAMPAIGN -> campaignFields(filters);
      default -> {
        // Nothing but the part of the cube.
      }
    }
    return filters;
  }

  private void customerFields(List<Filter> filters) {
    filters.add(number(Settings.GRADE, "80", "1", "99", "1"));
    filters.add(
        Filter.field(
            Settings.TIERS,
            label(Settings.TIERS),
            new Input("text", settings.tierText(), "", "", "", "1,5,20")));
    filters.add(number(Settings.NEAR, "20", "1", "100", "1"));
    filters.add(number(Settings.TOP, "20", "1", "100", "1"));
    filters.add(number(Settings.STEADY, "0.5", "0.01", "10", "0.01"));
  }

  private void productFields(List<Filter> filters) {
    filters.add(levelFilter());
    filters.add(number(Settings.RATE, "", "-100", "100", "0.1"));
    filters.add(number(Settings.VOLUME, "", "0", "", "any"));
  }

  private void campaignFields(List<Filter> filters) {
    List<Campaign> all = campaigns();
    if (!all.isEmpty()) {
      String chosen = campaign(all).map(one -> one.member().uniqueName()).orElse("");
      List<Option> options = new ArrayList<>();
      options.add(new Option("", text().get("profit.own-date"), chosen.isEmpty()));
      for (Campaign one : all) {
        String name = one.member().uniqueName();
        String label = one.member().caption() + " · " + one.start();
        options.add(new Option(name, label, name.equals(chosen)));
      }
      filters.add(new Filter(CAMPAIGN, label(CAMPAIGN), List.of(new Group(null, options))));
    }
    String date = days().map(line -> cut(line).toString()).orElse("");
    filters.add(
        Filter.field(Settings.DATE, label(Settings.DATE), new Input("date", date, "", "", "", "")));
    filters.add(number(Settings.WINDOW, "60", "1", "730", "1"));
  }

  private Filter number(String name, String usual, String min, String max, String step) {
    String hint = usual.isEmpty() ? text().get("profit.median") : usual;
    return Filter.field(
        name, label(name), new Input("number", settings.shown(name, usual), min, max, step, hint));
  }

  private String label(String name) {
    return text().get("profit.filter." + name);
  }

  private Filter viewFilter() {
    List<Option> options = new ArrayList<>();
    for (ProfitView one : ProfitView.values()) {
      String label = text().get("profit.view." + one.code());
      options.add(new Option(one.code(), label, one == view));
    }
    return new Filter(VIEW, text().get("profit.filter.view"), List.of(new Group(null, options)));
  }

  private Filter levelFilter() {
    String chosen = productLevel().uniqueName();
    List<Option> options =
        productLevels().stream()
            .map(
                level ->
                    new Option(
                        level.uniqueName(), level.caption(), level.uniqueName().equals(chosen)))
            .toList();
    return new Filter(LEVEL, text().get("profit.filter.level"), List.of(new Group(null, options)));
  }

  private Messages text() {
    return context.text();
  }
}
