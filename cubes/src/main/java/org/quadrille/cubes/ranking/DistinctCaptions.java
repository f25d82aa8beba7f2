package org.quadrille.cubes.ranking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.result.ResultMember;

/** Captions that tell members of a level apart. */
public final class DistinctCaptions {
  private DistinctCaptions() {}

  /**
   * Captions of members that share theirs with another, with that of the parent, such as Rex · Tea;
   * by unique name. Members with a caption of their own are not there.
   */
  public static Map<String, String> of(
      CubeReader reader, HierarchyInfo hierarchy, LevelInfo level, List<ResultMember> members) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (ResultMember member : members) {
      if (!seen.add(member.caption())) {
        twice.add(member.caption());
      }
    }
    int above = hierarchy.levels().indexOf(level) - 1;
    if (twice.isEmpty() || above < 0 || hierarchy.parentChild()) {
      return Map.of();
    }
    Map<String, String> parents = new HashMap<>();
    for (ResultMember parent : reader.levelMembers(hierarchy.levels().get(above).uniqueName())) {
      parents.put(parent.uniqueName(), parent.caption());
    }
    Map<String, String> captions = new HashMap<>();
    for (ResultMember member : members) {
      String parent = member.parent() == null ? null : parents.get(member.parent());
      if (parent != null && twice.contains(member.caption())) {
        captions.put(member.uniqueName(), member.caption() + " · " + parent);
      }
    }
    return captions;
  }
}
