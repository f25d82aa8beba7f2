package org.quadrille.cubes.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.analysis.Ranking.Placed;

/**
 * Rankings one after the other: all who count, then the vital few of them, then the vital few of
 * these. Pure; made of what was counted.
 *
 * @param stages at least one
 * @param facts what was counted, by unique name, those left out included
 * @param unknown what stands for members that nobody knows; never ranked
 * @param inactive who did not count because of the active rule
 * @param oneOffs who is marked as one-off among the active
 */
public record RankChain(
    List<Stage> stages,
    Map<String, MemberFacts> facts,
    Group unknown,
    Group inactive,
    Group oneOffs) {
  /**
   * A ranking of the chain.
   *
   * @param scores of a weighted ranking, by unique name
   */
  public record Stage(RankStep step, Ranking ranking, Map<String, Double> scores) {
    public Stage {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(ranking, "ranking");
      scores = Map.copyOf(scores);
    }
  }

  /**
   * Members that are told apart.
   *
   * @param names unique names
   * @param value what they have together; negative values count as they are
   */
  public record Group(Set<String> names, double value) {
    public Group {
      names = Set.copyOf(names);
    }

    /** How many. */
    public int count() {
      return names.size();
    }

    static Group of(List<MemberFacts> members) {
      Set<String> names = new HashSet<>();
      double value = 0;
      for (MemberFacts member : members) {
        names.add(member.member().uniqueName());
        value += Double.isNaN(member.value()) ? 0 : member.value();
      }
      return new Group(names, value);
    }
  }

  public RankChain {
    stages = List.copyOf(stages);
    facts = Map.copyOf(facts);
    Objects.requireNonNull(unknown, "unknown");
    Objects.requireNonNull(inactive, "inactive");
    Objects.requireNonNull(oneOffs, "oneOffs");
  }

  /**
   * What decides.
   *
   * @param captions of members that are not told apart by their own
   * @param unknown caption-free name of the member that stands for unknown ones; empty for none
   * @param lastMonth place of the last month of the period
   */
  public record Rules(
      List<RankStep> steps,
      ActiveRule active,
      OneOffRule oneOff,
      Map<String, String> captions,
      String unknown,
      int lastMonth) {
    public Rules {
      steps = List.copyOf(steps);
      Objects.requireNonNull(active, "active");
      Objects.requireNonNull(oneOff, "oneOff");
      captions = Map.copyOf(captions);
      Objects.requireNonNull(unknown, "unknown");
    }
  }

  /**
   * Ranks.
   *
   * @param members who has facts; those without a value in the period are left out
   */
  public static RankChain of(List<MemberFacts> members, Rules rules) {
    ActiveRule active = rules.active();
    OneOffRule oneOff = rules.oneOff();
    Map<String, String> captions = rules.captions();
    List<MemberFacts> unknown = new ArrayList<>();
    List<MemberFacts> inactive = new ArrayList<>();
    List<MemberFacts> marked = new ArrayList<>();
    List<MemberFacts> count = new ArrayList<>();
    Map<String, MemberFacts> facts = new HashMap<>();
    for (MemberFacts member : members) {
      if (Double.isNaN(member.value())) {
        continue;
      }
      facts.put(member.member().uniqueName(), member);
      if (member.member().name().equals(rules.unknown())) {
        unknown.add(member);
        continue;
      }
      if (!active.holds(member, rules.lastMonth())) {
        inactive.add(member);
        continue;
      }
      boolean isMarked = oneOff.marks(member);
      if (isMarked) {
        marked.add(member);
      }
      if (!isMarked || !oneOff.leaveOut()) {
        count.add(member);
      }
    }
    List<Stage> stages = new ArrayList<>();
    List<MemberFacts> here = count;
    for (RankStep step : rules.steps()) {
      RankRule.Order order =
          step.rule().order(here.stream().filter(m -> m.value() > 0).toList(), captions);
      List<Placed> placed = new ArrayList<>(order.placed());
      here.stream()
          .filter(m -> !(m.value() > 0))
          .sorted(Comparator.comparingDouble(MemberFacts::value).reversed())
          .forEach(m -> placed.add(new Placed(m.valued(captions), order.placed().size() + 1)));
      Ranking ranking = Ranking.inOrder(placed, step.cut(), 0);
      stages.add(new Stage(step, ranking, order.scores()));
      here =
          ranking.entries().stream()
              .filter(entry -> entry.abc() == AbcClass.A)
              .map(entry -> Objects.requireNonNull(facts.get(entry.item().key())))
              .toList();
    }
    return new RankChain(stages, facts, Group.of(unknown), Group.of(inactive), Group.of(marked));
  }

  /** The last ranking. */
  public Stage last() {
    return stages.get(stages.size() - 1);
  }

  /** Who is in class A of the first ranking. */
  public Set<String> vitalFew() {
    Set<String> names = new HashSet<>();
    stages.get(0).ranking().entries().stream()
        .filter(entry -> entry.abc() == AbcClass.A)
        .forEach(entry -> names.add(entry.item().key()));
    return names;
  }

  /** Who took part in the first ranking with a value above zero. */
  public Set<String> ranked() {
    Set<String> names = new HashSet<>();
    stages.get(0).ranking().ranked().forEach(entry -> names.add(entry.item().key()));
    return names;
  }
}
