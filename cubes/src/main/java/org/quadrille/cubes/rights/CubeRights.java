package org.quadrille.cubes.rights;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;

/** What may be seen of a cube. Safe for use by many threads. */
public final class CubeRights {
  /** The right to see everything. */
  public static final CubeRights ALL = new CubeRights(null, Set.of());

  private final @Nullable Map<Hierarchy, HierarchyRights> hierarchies;
  private final Set<Member> hidden;

  /**
   * Rights to some hierarchies.
   *
   * @param hierarchies those that may be seen, Measures left out; null for all
   * @param hidden measures and calculated members of the schema that may not be seen
   */
  CubeRights(@Nullable Map<Hierarchy, HierarchyRights> hierarchies, Set<Member> hidden) {
    this.hierarchies = hierarchies == null ? null : new IdentityHashMap<>(hierarchies);
    Set<Member> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(hidden);
    this.hidden = identities;
  }

  /** Whether everything may be seen. */
  public boolean isAll() {
    return hierarchies == null && hidden.isEmpty();
  }

  /** Whether some hierarchy of a dimension may be seen. */
  public boolean isVisible(Dimension dimension) {
    return dimension.hierarchies().stream().anyMatch(this::isVisible);
  }

  /** Whether a hierarchy may be seen. */
  public boolean isVisible(Hierarchy hierarchy) {
    return hierarchies == null || hierarchy.isMeasures() || hierarchies.containsKey(hierarchy);
  }

  /** Whether members of a level may be seen. */
  public boolean isVisible(Level level) {
    return isVisible(level.hierarchy())
        && (level.hierarchy().isMeasures()
            || rights(level.hierarchy()) == null
            || Objects.requireNonNull(rights(level.hierarchy())).isVisible(level));
  }

  /** Whether a member may be seen. What a query calculates may always. */
  public boolean isVisible(Member member) {
    if (hierarchies == null && hidden.isEmpty()) {
      return true;
    }
    if (member instanceof MeasureMember || member instanceof CalculatedMember) {
      return !hidden.contains(member);
    }
    if (!isVisible(member.hierarchy())) {
      return false;
    }
    HierarchyRights rights = rights(member.hierarchy());
    if (rights == null) {
      return true;
    }
    if (member instanceof DataMember own) {
      return rights.isOwnVisible(own.owner().row());
    }
    return !(member instanceof StoredMember stored) || rights.isVisible(stored.row());
  }

  private @Nullable HierarchyRights rights(Hierarchy hierarchy) {
    return hierarchies == null ? null : hierarchies.get(hierarchy);
  }

  /** Whether every member of a hierarchy may be seen. */
  public boolean isComplete(Hierarchy hierarchy) {
    if (hierarchy.isMeasures()) {
      return hidden.isEmpty();
    }
    HierarchyRights rights = rights(hierarchy);
    return hierarchies == null || (rights != null && rights.isComplete());
  }

  /** The hierarchies of which some facts belong to hidden members, in the cube's order. */
  public List<HierarchyRights> hidingFacts() {
    if (hierarchies == null) {
      return List.of();
    }
    return hierarchies.values().stream()
        .filter(HierarchyRights::hidesFacts)
        .sorted(java.util.Comparator.comparingInt(r -> r.hierarchy().ordinal()))
        .toList();
  }

  /** The hierarchies in which totals differ from what the facts hold, in the cube's order. */
  public List<HierarchyRights> limiting() {
    if (hierarchies == null) {
      return List.of();
    }
    return hierarchies.values().stream()
        .filter(HierarchyRights::limitsTotals)
        .sorted(java.util.Comparator.comparingInt(r -> r.hierarchy().ordinal()))
        .toList();
  }
}
