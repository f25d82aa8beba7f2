package org.quadrille.cubes.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.analysis.TimeLine.Span;
import org.quadrille.cubes.analysis.Valued;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.result.ResultMember;

/**
 * The vital few of each category, and the hidden champions: who is in class A of a category but not
 * of all. Only members that count in the ranking of all take part.
 *
 * @param categories in hierarchical order
 * @param champions largest share of their category first
 */
public record CategoryLeaders(List<Category> categories, List<Champion> champions) {
  /**
   * A category.
   *
   * @param ranking of its buyers
   */
  public record Category(ResultMember member, Ranking ranking) {
    public Category {
      Objects.requireNonNull(member, "member");
      Objects.requireNonNull(ranking, "ranking");
    }
  }

  /**
   * A hidden champion in one category.
   *
   * @param entry its place in the category
   */
  public record Champion(ResultMember category, Ranking.Entry entry) {
    public Champion {
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(entry, "entry");
    }
  }

  public CategoryLeaders {
    categories = List.copyOf(categories);
    champions = List.copyOf(champions);
  }

  /**
   * Counts by category in one statement and ranks.
   *
   * @param level unique name of the ranked level
   * @param category unique name of the level of the categories
   */
  public static CategoryLeaders read(
      CubeReader reader,
      TimeLine time,
      String level,
      String category,
      String measure,
      Slice slice,
      Span period,
      AbcCut cut,
      RankChain chain) {
    FactAnswer answer =
        reader.facts(
            new FactQuestion(
                time.cell(reader.cube().name(), measure, slice),
                List.of(
                    new FactQuestion.Members("m", level),
                    new FactQuestion.Members("g", category),
                    new FactQuestion.Ordinals("t", time.months().uniqueName()),
                    new FactQuestion.Amount("a", measure)),
                """
                select {g}, {m}, sum(a) as v from {facts} f where t between %d and %d
                group by {g}, {m}
                """
                    .formatted(period.first(), period.last())));
    Map<ResultMember, List<Valued>> values = new LinkedHashMap<>();
    reader.levelMembers(category).forEach(member -> values.put(member, new ArrayList<>()));
    Set<String> ranked = chain.ranked();
    for (int row = 0; row < answer.rows().size(); row++) {
      ResultMember group = answer.member(row, 0);
      ResultMember member = answer.member(row, 1);
      if (group != null && member != null && ranked.contains(member.uniqueName())) {
        values
            .computeIfAbsent(group, g -> new ArrayList<>())
            .add(new Valued(member.uniqueName(), member.caption(), answer.number(row, 2)));
      }
    }
    return of(values, cut, chain.vitalFew());
  }

  static CategoryLeaders of(
      Map<ResultMember, List<Valued>> values, AbcCut cut, Set<String> vitalFew) {
    List<Category> categories = new ArrayList<>();
    List<Champion> champions = new ArrayList<>();
    values.forEach(
        (group, items) -> {
          Ranking ranking = Ranking.of(items, cut);
          if (ranking.ranked().isEmpty()) {
            return;
          }
          categories.add(new Category(group, ranking));
          ranking.entries().stream()
              .filter(e -> e.abc() == AbcClass.A && !vitalFew.contains(e.item().key()))
              .forEach(e -> champions.add(new Champion(group, e)));
        });
    champions.sort((x, y) -> Double.compare(y.entry().share(), x.entry().share()));
    return new CategoryLeaders(categories, champions);
  }
}
