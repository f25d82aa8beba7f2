package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.result.ResultMember;

/**
 * Members that restrict an analysis, at most one of each hierarchy.
 *
 * @param members as the cube gave them
 */
public record Slice(List<ResultMember> members) {
  /** No restriction. */
  public static final Slice ALL = new Slice(List.of());

  public Slice {
    members = List.copyOf(members);
    long hierarchies = members.stream().map(ResultMember::hierarchy).distinct().count();
    if (hierarchies != members.size()) {
      throw new IllegalArgumentException("two members of one hierarchy: " + members);
    }
  }

  /** The same with a member, in place of one of the same hierarchy. */
  public Slice with(ResultMember member) {
    List<ResultMember> all = new ArrayList<>(without(member.hierarchy()).members);
    all.add(member);
    return new Slice(all);
  }

  /** The same without a hierarchy. */
  public Slice without(String hierarchy) {
    return new Slice(members.stream().filter(m -> !m.hierarchy().equals(hierarchy)).toList());
  }

  /** The member of a hierarchy. */
  public Optional<ResultMember> of(String hierarchy) {
    return members.stream().filter(m -> m.hierarchy().equals(hierarchy)).findFirst();
  }

  /** Unique names of the members of all other hierarchies, for a WHERE clause. */
  List<String> outside(String... hierarchies) {
    List<String> inner = List.of(hierarchies);
    return members.stream()
        .filter(m -> !inner.contains(m.hierarchy()))
        .map(ResultMember::uniqueName)
        .toList();
  }

  /** The members of a level inside the slice, as a set expression. */
  String levelSet(String hierarchy, String level) {
    return of(hierarchy)
        .map(m -> m.level().equals(level) ? "{" + m.uniqueName() + "}" : descendants(m, level))
        .orElse(level + ".Members");
  }

  private static String descendants(ResultMember member, String level) {
    return "Descendants(" + member.uniqueName() + ", " + level + ")";
  }
}
