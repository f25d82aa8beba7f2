package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.ranking.Criterion;
import org.quadrille.cubes.ranking.RankRule.Mix;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Input;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.pareto.RankSettings.CutKind;
import org.quadrille.web.text.Messages;

/** The choices of how to rank. */
final class RankFilters {
  private static final List<Integer> THRESHOLDS = List.of(80, 50, 60, 70, 75, 85, 90, 95);
  private static final List<Integer> MONTHS = List.of(0, 1, 2, 3, 6, 12, 24);
  private static final List<Integer> ORDERS = List.of(0, 2, 3, 5, 10, 20);
  private static final List<Integer> GUARDS = List.of(80, 0, 50, 60, 70, 90, 100);
  private static final List<Integer> GUARD_MONTHS = List.of(0, 2, 3, 4, 6);

  private final PageContext context;
  private final Messages text;
  private final RankSettings settings;
  private final String measure;

  RankFilters(PageContext context, RankSettings settings, String measure) {
    this.context = Objects.requireNonNull(context, "context");
    this.text = context.text();
    this.settings = Objects.requireNonNull(settings, "settings");
    this.measure = Objects.requireNonNull(measure, "measure");
  }

  Filter threshold() {
    return numbers(RankSettings.THRESHOLD, "filter.threshold", THRESHOLDS, settings.threshold());
  }

  /** Those that few need. */
  List<Filter> further() {
    List<Filter> filters = new ArrayList<>();
    filters.add(cut());
    filters.add(mix());
    if (settings.mix() == Mix.IN_ORDER) {
      filters.add(criterion(RankSettings.BY, "filter.rank-by", List.of(settings.by()), false));
      filters.add(criterion(RankSettings.THEN, "filter.rank-then", settings.then(), true));
    } else {
      settings.possible().forEach(criterion -> filters.add(weight(criterion)));
    }
    filters.add(numbers(RankSettings.ACTIVE, "filter.active", MONTHS, settings.active().months()));
    filters.add(numbers(RankSettings.ORDERS, "filter.orders", ORDERS, settings.active().orders()));
    filters.add(numbers(RankSettings.GUARD, "filter.guard", GUARDS, settings.guard()));
    filters.add(
        numbers(
            RankSettings.GUARD_MONTHS,
            "filter.guard-months",
            GUARD_MONTHS,
            settings.guardMonths()));
    boolean leave = settings.leavesOneOffsOut();
    filters.add(
        filter(
            RankSettings.ONE_OFF,
            "filter.oneoff",
            List.of(
                new Option("mark", text.get("filter.oneoff.mark"), !leave),
                new Option("leave", text.get("filter.oneoff.leave"), leave))));
    return filters;
  }

  private Filter cut() {
    List<Option> options = new ArrayList<>();
    for (CutKind kind : CutKind.values()) {
      options.add(
          new Option(
              kind.code(), text.get("filter.cut." + kind.code()), kind == settings.cutKind()));
    }
    return filter(RankSettings.CUT, "filter.cut", options);
  }

  private Filter mix() {
    boolean weights = settings.mix() == Mix.WEIGHTED;
    return filter(
        RankSettings.MIX,
        "filter.mix",
        List.of(
            new Option("order", text.get("filter.mix.order"), !weights),
            new Option("weights", text.get("filter.mix.weights"), weights)));
  }

  private Filter criterion(String name, String label, List<Criterion> chosen, boolean none) {
    List<Option> options = new ArrayList<>();
    if (none) {
      options.add(new Option("", text.get("filter.none"), chosen.isEmpty()));
    }
    for (Criterion criterion : settings.possible()) {
      options.add(new Option(criterion.code(), name(criterion), chosen.contains(criterion)));
    }
    return filter(name, label, options);
  }

  private Filter weight(Criterion criterion) {
    Input input =
        new Input("number", String.valueOf(settings.weight(criterion)), "0", "100", "5", "0");
    String label = text.get("filter.weight", name(criterion));
    return Filter.field(RankSettings.WEIGHT + criterion.code(), label, input);
  }

  private String name(Criterion criterion) {
    return criterion == Criterion.VALUE ? measure : text.get("criterion." + criterion.code());
  }

  /** Numbers with the texts {@code LABEL.NUMBER} or {@code LABEL.n} for them. */
  private Filter numbers(String name, String label, List<Integer> numbers, int chosen) {
    List<Integer> all = new ArrayList<>(numbers);
    if (!all.contains(chosen)) {
      all.add(chosen);
    }
    List<Integer> rest = new ArrayList<>(all.subList(1, all.size()));
    rest.sort(null);
    rest.add(0, all.get(0));
    List<Option> options = new ArrayList<>();
    for (int number : rest) {
      String shown =
          text.find(label + "." + number)
              .orElseGet(() -> text.get(label + ".n", context.numbers().whole(number)));
      options.add(new Option(String.valueOf(number), shown, number == chosen));
    }
    return filter(name, label, options);
  }

  private Filter filter(String name, String label, List<Option> options) {
    return new Filter(name, text.get(label), List.of(new Group(null, options)));
  }
}
