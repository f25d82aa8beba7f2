package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.ranking.ActiveRule;
import org.quadrille.cubes.ranking.Criterion;
import org.quadrille.cubes.ranking.OneOffRule;
import org.quadrille.cubes.ranking.RankRule;
import org.quadrille.cubes.ranking.RankRule.Mix;
import org.quadrille.cubes.ranking.RankRule.Weighted;
import org.quadrille.cubes.ranking.RankStep;
import org.quadrille.web.http.PageRequest;

/**
 * How an address asks to rank: {@code cut} (value, 70-20-10, members, data) with {@code threshold},
 * {@code mix} (order, weights) with {@code by} and {@code then} or a {@code w-…} for each
 * criterion, {@code active} months, {@code orders}, {@code guard} percent, {@code guard-months},
 * {@code oneoff} (mark, leave), and {@code step=CRITERION-PERCENT} for each further ranking.
 */
final class RankSettings {
  static final String THRESHOLD = "threshold";
  static final String CUT = "cut";
  static final String MIX = "mix";
  static final String BY = "by";
  static final String THEN = "then";
  static final String WEIGHT = "w-";
  static final String ACTIVE = "active";
  static final String ORDERS = "orders";
  static final String GUARD = "guard";
  static final String GUARD_MONTHS = "guard-months";
  static final String ONE_OFF = "oneoff";
  static final String STEP = "step";

  /** Ways to cut, as addresses name them. */
  enum CutKind {
    VALUE("value"),
    SEVENTY("70-20-10"),
    MEMBERS("members"),
    DATA("data");

    private final String code;

    CutKind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * A further ranking of those before.
   *
   * @param percent how many of a hundred are the vital few
   */
  record Step(Criterion criterion, int percent) {
    Step {
      Objects.requireNonNull(criterion, "criterion");
    }

    String code() {
      return criterion.code() + "-" + percent;
    }
  }

  private final PageRequest request;
  private final Set<Criterion> possible;

  /** Reads a request; only possible criteria can be asked for. */
  RankSettings(PageRequest request, Set<Criterion> possible) {
    this.request = Objects.requireNonNull(request, "request");
    this.possible = Set.copyOf(possible);
  }

  int threshold() {
    return number(THRESHOLD, 80, 1, 99);
  }

  CutKind cutKind() {
    String code = text(CUT, CutKind.VALUE.code());
    for (CutKind kind : CutKind.values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new UnknownNameException("cut is value, 70-20-10, members or data, not " + code);
  }

  AbcCut cut() {
    AbcCut byThreshold = AbcCut.byValue(AbcLines.upTo(threshold() / 100.0));
    return switch (cutKind()) {
      case VALUE -> byThreshold;
      case SEVENTY -> AbcCut.byValue(new AbcLines(0.7, 0.9));
      case MEMBERS -> AbcCut.TWENTY_SIXTY;
      case DATA ->
          rule().byValue() ? new AbcCut(AbcCut.Basis.COMPUTED, byThreshold.lines()) : byThreshold;
    };
  }

  /** The same for prospects, where the data choose nothing. */
  AbcCut prospectCut() {
    AbcCut cut = cut();
    return cut.basis() == AbcCut.Basis.COMPUTED ? AbcCut.byValue(cut.lines()) : cut;
  }

  Mix mix() {
    return switch (text(MIX, "order")) {
      case "order" -> Mix.IN_ORDER;
      case "weights" -> Mix.WEIGHTED;
      default -> throw new UnknownNameException("mix is order or weights, not " + text(MIX, ""));
    };
  }

  Criterion by() {
    return criterion(text(BY, Criterion.VALUE.code()));
  }

  /** The criterion that breaks ties; empty for none. */
  List<Criterion> then() {
    String code = text(THEN, "");
    return code.isEmpty() || criterion(code) == by() ? List.of() : List.of(criterion(code));
  }

  /** The weight of a criterion: as told, else 50 for the value and 25 for recency. */
  int weight(Criterion criterion) {
    int usual = criterion == Criterion.VALUE ? 50 : criterion == Criterion.RECENCY ? 25 : 0;
    return possible.contains(criterion) ? number(WEIGHT + criterion.code(), usual, 0, 100) : 0;
  }

  RankRule rule() {
    if (mix() == Mix.IN_ORDER) {
      List<Weighted> criteria = new ArrayList<>();
      criteria.add(new Weighted(by(), 1));
      then().forEach(c -> criteria.add(new Weighted(c, 1)));
      return new RankRule(Mix.IN_ORDER, criteria);
    }
    List<Weighted> criteria = new ArrayList<>();
    for (Criterion criterion : Criterion.values()) {
      if (weight(criterion) > 0) {
        criteria.add(new Weighted(criterion, weight(criterion)));
      }
    }
    return criteria.isEmpty() ? RankRule.VALUE : new RankRule(Mix.WEIGHTED, criteria);
  }

  ActiveRule active() {
    return new ActiveRule(number(ACTIVE, 0, 0, 120), number(ORDERS, 0, 0, 100_000));
  }

  /** Percent from which a largest order or month marks a member; 0 for no such rule. */
  int guard() {
    return number(GUARD, 80, 0, 100);
  }

  int guardMonths() {
    return number(GUARD_MONTHS, 0, 0, 120);
  }

  boolean leavesOneOffsOut() {
    String text = text(ONE_OFF, "mark");
    if (!text.equals("mark") && !text.equals("leave")) {
      throw new UnknownNameException("oneoff is mark or leave, not " + text);
    }
    return text.equals("leave");
  }

  OneOffRule oneOff() {
    return new OneOffRule(guard() == 0 ? 2 : guard() / 100.0, guardMonths(), leavesOneOffsOut());
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String code : request.parameters(STEP)) {
      int dash = code.lastIndexOf('-');
      if (dash <= 0 || !code.substring(dash + 1).matches("[1-9][0-9]?")) {
        throw new UnknownNameException("a step is such as recency-20, not " + code);
      }
      steps.add(
          new Step(criterion(code.substring(0, dash)), Integer.parseInt(code.substring(dash + 1))));
    }
    return steps;
  }

  /** All rankings, the first one included. */
  List<RankStep> chain() {
    List<RankStep> chain = new ArrayList<>();
    chain.add(new RankStep(rule(), cut()));
    for (Step step : steps()) {
      chain.add(
          new RankStep(RankRule.by(step.criterion()), AbcCut.topMembers(step.percent() / 100.0)));
    }
    return chain;
  }

  /** The criteria that the cube has what is needed for, in order. */
  Set<Criterion> possible() {
    Set<Criterion> inOrder = new LinkedHashSet<>();
    for (Criterion criterion : Criterion.values()) {
      if (possible.contains(criterion)) {
        inOrder.add(criterion);
      }
    }
    return inOrder;
  }

  private Criterion criterion(String code) {
    return Criterion.of(code)
        .filter(possible::contains)
        .orElseThrow(
            () -> new UnknownNameException("the cube has nothing to rank by criterion " + code));
  }

  private String text(String name, String usual) {
    String text = request.parameter(name);
    return text == null || text.isBlank() ? usual : text.strip();
  }

  private int number(String name, int usual, int least, int most) {
    String text = text(name, String.valueOf(usual));
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new UnknownNameException(
        "%s is a whole number from %d to %d, not %s".formatted(name, least, most, text));
  }
}
