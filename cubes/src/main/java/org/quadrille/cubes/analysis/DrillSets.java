package org.quadrille.cubes.analysis;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.result.ResultMember;

/** The sets that an analysis breaks a figure down by, as MDX, inside a slice. */
final class DrillSets {
  private final CubeReader reader;
  private final Slice slice;

  DrillSets(CubeReader reader, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.slice = Objects.requireNonNull(slice, "slice");
  }

  /** Children of the slice's member of a hierarchy, itself if it has none; else the top level. */
  String children(HierarchyInfo hierarchy) {
    return slice
        .of(hierarchy.uniqueName())
        .map(m -> isLeaf(m, hierarchy) ? one(m) : m.uniqueName() + ".Children")
        .orElse(topLevel(hierarchy).uniqueName() + ".Members");
  }

  /** The level of {@link #children}. */
  LevelInfo childLevel(HierarchyInfo hierarchy) {
    return slice
        .of(hierarchy.uniqueName())
        .map(m -> isLeaf(m, hierarchy) ? m.depth() : m.depth() + 1)
        .map(depth -> hierarchy.levels().get(depth))
        .orElse(topLevel(hierarchy));
  }

  /** Members of the lowest level below the slice's member of a hierarchy. */
  String leaves(HierarchyInfo hierarchy) {
    LevelInfo lowest = hierarchy.levels().get(hierarchy.levels().size() - 1);
    return slice.levelSet(hierarchy.uniqueName(), lowest.uniqueName());
  }

  /** Months of a year or quarter, days of a month; the period itself where it has no parts. */
  String parts(Period period) {
    if (period.grain() == Period.Grain.MONTH) {
      List<LevelInfo> levels = reader.hierarchy(period.member().hierarchy()).levels();
      boolean days = levels.size() > period.member().depth() + 1;
      return days ? period.member().uniqueName() + ".Children" : one(period.member());
    }
    return period.months().isEmpty() ? one(period.member()) : months(period);
  }

  /** Months of a period, itself for a month or where the calendar has none. */
  String months(Period period) {
    if (period.months().isEmpty()) {
      return one(period.member());
    }
    List<ResultMember> months = period.months().stream().map(Period.Month::member).toList();
    return MdxSelect.set(MdxSelect.names(months));
  }

  /** The first level below All. */
  static LevelInfo topLevel(HierarchyInfo hierarchy) {
    return hierarchy.levels().stream()
        .filter(level -> !level.type().equalsIgnoreCase("ALL"))
        .findFirst()
        .orElseThrow();
  }

  private static String one(ResultMember member) {
    return "{" + member.uniqueName() + "}";
  }

  private static boolean isLeaf(ResultMember member, HierarchyInfo hierarchy) {
    return hierarchy.parentChild()
        ? member.childCount() == 0
        : member.depth() == hierarchy.levels().size() - 1;
  }
}
