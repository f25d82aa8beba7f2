package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.catalog.Explanation.Fetch;
import org.quadrille.cubes.catalog.Explanation.JavaStep;
import org.quadrille.cubes.catalog.Explanation.Question;
import org.quadrille.cubes.catalog.Explanation.Region;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.result.QueryStatistics;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery;
import org.quadrille.cubes.store.StarQuery.AllOf;
import org.quadrille.cubes.store.StarQuery.AnyOf;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.MembersIn;
import org.quadrille.cubes.store.StatementPlan;

/** Tells how a query was answered. */
final class Explainer {
  private static final List<String> AXES =
      List.of("COLUMNS", "ROWS", "PAGES", "CHAPTERS", "SECTIONS");

  /** Members of a condition that are written out. */
  private static final int SHOWN = 5;

  private final BoundQuery query;
  private final QueryStatistics statistics;

  /**
   * Explains a query.
   *
   * @param statistics of the run that is explained
   */
  Explainer(BoundQuery query, QueryStatistics statistics) {
    this.query = query;
    this.statistics = statistics;
  }

  Explanation of(List<StatementPlan> plans) {
    List<Region> regions = regions();
    List<Fetch> fetches = plans.stream().map(Explainer::fetch).toList();
    List<JavaStep> java = JavaSteps.of(query, statistics.rounds());
    return new Explanation(steps(regions, fetches, java), regions, fetches, java, statistics);
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < query.axes().size(); i++) {
      String name = i < AXES.size() ? AXES.get(i) : "AXIS(" + i + ")";
      regions.addAll(RegionFinder.of(name, query.axes().get(i).set()));
    }
    if (query.slicer() != null) {
      regions.addAll(RegionFinder.of("SLICER", query.slicer()));
    }
    query
        .subselects()
        .forEach(s -> s.sets().forEach(set -> regions.addAll(RegionFinder.of("SUBSELECT", set))));
    return regions;
  }

  private static Fetch fetch(StatementPlan plan) {
    return new Fetch(
        plan.sql(), plan.questions().stream().map(Explainer::question).toList(), plan.aggregates());
  }

  private static Question question(StarQuery asked) {
    return new Question(
        asked.group().name(),
        asked.grain().stream().map(StarQuery.GrainLevel::toString).toList(),
        asked.conditions().stream().map(Explainer::condition).toList(),
        asked.measures().stream().map(m -> m.uniqueName()).toList());
  }

  private static String condition(Condition condition) {
    if (condition instanceof MembersIn in) {
      return members(in);
    }
    if (condition instanceof AllOf all) {
      return joined(all.conditions(), " and ");
    }
    List<Condition> parts = ((AnyOf) condition).conditions();
    return parts.isEmpty() ? "nothing" : joined(parts, " or ");
  }

  private static String joined(List<Condition> parts, String word) {
    String text =
        parts.stream().limit(SHOWN).map(Explainer::condition).collect(Collectors.joining(word));
    int more = parts.size() - SHOWN;
    return "(" + text + (more > 0 ? word + "… " + more + " more" : "") + ")";
  }

  private static String members(MembersIn in) {
    Hierarchy hierarchy = in.grain().hierarchy();
    Rows rows = in.rows();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, rows.size()); i++) {
      names.add(hierarchy.member(rows.get(i)).uniqueName());
    }
    int more = rows.size() - SHOWN;
    return in.grain()
        + " in {"
        + String.join(", ", names)
        + (more > 0 ? ", … " + more + " more" : "")
        + "}";
  }

  private List<String> steps(List<Region> regions, List<Fetch> fetches, List<JavaStep> java) {
    List<String> steps = new ArrayList<>();
    int members = statistics.statements() - fetches.size();
    steps.add(
        statistics.statements()
            + (statistics.statements() == 1 ? " statement" : " statements")
            + (members > 0 ? " (" + members + " of them for members)" : "")
            + " in "
            + statistics.rounds()
            + " rounds over data version "
            + statistics.dataVersion()
            + ", no cell known before");
    regions.forEach(region -> steps.add("region " + region));
    for (Fetch fetch : fetches) {
      fetch.questions().forEach(question -> steps.add("database: " + question));
      fetch.aggregates().forEach(line -> steps.add("  " + line));
      steps.add("  SQL: " + fetch.sql());
    }
    java.forEach(step -> steps.add("Java: " + step.what() + ": " + step.why()));
    return steps;
  }
}
