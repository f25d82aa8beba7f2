package org.quadrille.cubes.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;

/**
 * Ranks the members of any level by any measure that adds up and finds the few that bring the most.
 * The shares are of the total within the slice. Members without any fact in the slice are not
 * there.
 */
public final class ParetoAnalysis {
  private final CubeReader reader;

  /** Works on a cube. */
  public ParetoAnalysis(CubeReader reader) {
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  /**
   * A ranking with what it says about concentration.
   *
   * @param level the level that was ranked
   * @param measure the measure it was ranked by
   */
  public record Pareto(
      LevelInfo level, MeasureInfo measure, Ranking ranking, Concentration concentration) {
    public Pareto {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(measure, "measure");
      Objects.requireNonNull(ranking, "ranking");
      Objects.requireNonNull(concentration, "concentration");
    }
  }

  /**
   * Ranks.
   *
   * @throws UnknownNameException if the cube has no such level or measure
   */
  public Pareto rank(ParetoRequest request) {
    HierarchyInfo hierarchy = hierarchyOf(request.level());
    LevelInfo level =
        hierarchy.levels().stream()
            .filter(l -> l.uniqueName().equals(request.level()))
            .findFirst()
            .orElseThrow();
    MeasureInfo measure = measure(request.measure());
    String set = request.slice().levelSet(hierarchy.uniqueName(), level.uniqueName());
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(List.of(measure.uniqueName())))
            .rows("NON EMPTY " + set)
            .where(request.slice().outside(hierarchy.uniqueName()));
    List<Row> rows = reader.rows(query);
    Function<ResultMember, String> captions = captions(rows, hierarchy, level);
    List<Valued> items =
        rows.stream()
            .map(r -> new Valued(r.member().uniqueName(), captions.apply(r.member()), r.value(0)))
            .toList();
    double[] values = items.stream().mapToDouble(Valued::value).toArray();
    return new Pareto(level, measure, Ranking.of(items, request.lines()), Concentration.of(values));
  }

  /** Captions; where two members have the same, with that of the parent, such as Rex · Tea. */
  private Function<ResultMember, String> captions(
      List<Row> rows, HierarchyInfo hierarchy, LevelInfo level) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Row row : rows) {
      if (!seen.add(row.member().caption())) {
        twice.add(row.member().caption());
      }
    }
    int above = hierarchy.levels().indexOf(level) - 1;
    if (twice.isEmpty() || above < 0 || hierarchy.parentChild()) {
      return ResultMember::caption;
    }
    Map<String, String> parents = new HashMap<>();
    for (ResultMember parent : reader.levelMembers(hierarchy.levels().get(above).uniqueName())) {
      parents.put(parent.uniqueName(), parent.caption());
    }
    return member -> {
      String parent = member.parent() == null ? null : parents.get(member.parent());
      return parent == null || !twice.contains(member.caption())
          ? member.caption()
          : member.caption() + " · " + parent;
    };
  }

  /**
   * Whether a ranking by the measure makes sense: it adds up over members. A calculated measure is
   * believed to where it has the role of profit or cost.
   */
  public static boolean additive(MeasureInfo measure) {
    String aggregator = measure.aggregator();
    if (!measure.visible()) {
      return false;
    }
    if (aggregator != null) {
      return aggregator.equalsIgnoreCase("sum") || aggregator.equalsIgnoreCase("count");
    }
    String role = measure.annotations().getOrDefault(CubeRoles.ANNOTATION, "");
    return role.equals(MeasureRole.PROFIT.code()) || role.equals(MeasureRole.COST.code());
  }

  private HierarchyInfo hierarchyOf(String level) {
    for (DimensionInfo dimension : reader.cube().dimensions()) {
      for (HierarchyInfo hierarchy : dimension.hierarchies()) {
        if (hierarchy.levels().stream().anyMatch(l -> l.uniqueName().equals(level))) {
          return hierarchy;
        }
      }
    }
    throw new UnknownNameException("cube " + reader.cube().name() + " has no level " + level);
  }

  private MeasureInfo measure(String uniqueName) {
    return reader.cube().measures().stream()
        .filter(m -> m.uniqueName().equals(uniqueName))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "cube " + reader.cube().name() + " has no measure " + uniqueName));
  }
}
