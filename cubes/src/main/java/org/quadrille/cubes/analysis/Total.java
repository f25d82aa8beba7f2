package org.quadrille.cubes.analysis;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;

/**
 * The member that stands for everything a slice has of a hierarchy.
 *
 * @param member its unique name
 * @param definitions what a query has to define for it
 */
record Total(String member, List<String> definitions) {
  Total {
    Objects.requireNonNull(member, "member");
    definitions = List.copyOf(definitions);
  }

  /**
   * The slice's member, else the All member, else the aggregate of a set.
   *
   * @param set all members of a level inside the slice
   */
  static Total of(HierarchyInfo hierarchy, Slice slice, String set) {
    return slice
        .of(hierarchy.uniqueName())
        .map(member -> new Total(member.uniqueName(), List.of()))
        .orElseGet(() -> ofAll(hierarchy, set));
  }

  /** The All member, else the aggregate of a set. */
  static Total ofAll(HierarchyInfo hierarchy, String set) {
    if (hierarchy.allMember() != null) {
      return new Total(hierarchy.allMember(), List.of());
    }
    String name = hierarchy.uniqueName() + ".[Total of all]";
    return new Total(name, List.of("MEMBER " + name + " AS Aggregate(" + set + ")"));
  }
}
