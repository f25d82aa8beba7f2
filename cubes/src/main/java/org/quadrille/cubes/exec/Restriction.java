package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.TupleSet.TupleKey;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery.AllOf;
import org.quadrille.cubes.store.StarQuery.AnyOf;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.MembersIn;
import org.quadrille.cubes.store.StarQuery.Membership;

/**
 * Facts of any of several tuples: what a slicer with several tuples or an Aggregate over a set
 * stands for. A fact that belongs to more than one tuple counts once.
 *
 * @param hierarchies of the tuples' members, in order
 * @param tuples without repetition
 * @param lasting whether it holds whatever members are current, as a subselect does; else it stands
 *     for the current members of its hierarchies
 */
record Restriction(
    List<Hierarchy> hierarchies,
    Set<TupleKey> tuples,
    List<List<Member>> members,
    boolean lasting) {
  Restriction {
    hierarchies = List.copyOf(hierarchies);
  }

  /** The union of a set's tuples; all its members are stored ones. */
  static Restriction of(TupleSet set) {
    List<Hierarchy> hierarchies = new ArrayList<>();
    for (int i = 0; i < set.arity(); i++) {
      hierarchies.add(set.member(0, i).hierarchy());
    }
    Set<TupleKey> keys = new LinkedHashSet<>();
    List<List<Member>> members = new ArrayList<>();
    for (int t = 0; t < set.size(); t++) {
      if (keys.add(set.key(t))) {
        members.add(List.of(set.tuple(t)));
      }
    }
    return new Restriction(hierarchies, keys, members, false);
  }

  /** The same for whatever members are current. */
  Restriction forGood() {
    return new Restriction(hierarchies, tuples, members, true);
  }

  /**
   * The union of a set's tuples as conditions that all hold: one for each hierarchy, in the cube's
   * order, where the set has every combination of its members. Such a set is the same condition in
   * whatever order it is written, and a short one.
   */
  static List<Restriction> allOf(TupleSet set) {
    Restriction whole = of(set);
    if (set.arity() < 2) {
      return List.of(whole);
    }
    List<Restriction> factors = new ArrayList<>();
    long combinations = 1;
    for (int i = 0; i < set.arity(); i++) {
      TupleSet.Builder column = new TupleSet.Builder(1, set.size());
      for (int t = 0; t < set.size(); t++) {
        column.add(set.member(t, i));
      }
      Restriction factor = of(column.build());
      combinations *= factor.members().size();
      if (combinations > whole.members().size()) {
        return List.of(whole);
      }
      factors.add(factor);
    }
    factors.sort(Comparator.comparingInt(factor -> factor.hierarchies().get(0).ordinal()));
    return factors;
  }

  /** Whether facts can be restricted to a set: its members are stored, and there are some. */
  static boolean isPossible(TupleSet set) {
    if (set.isEmpty()) {
      return false;
    }
    for (int t = 0; t < set.size(); t++) {
      for (int i = 0; i < set.arity(); i++) {
        Member member = set.member(t, i);
        if (!(member instanceof StoredMember) && !(member instanceof DataMember)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The same without a hierarchy; null where nothing is left. */
  @Nullable Restriction without(Hierarchy hierarchy) {
    int at = hierarchies.indexOf(hierarchy);
    if (at < 0 || lasting) {
      return this;
    }
    if (hierarchies.size() == 1) {
      return null;
    }
    TupleSet.Builder rest = new TupleSet.Builder(hierarchies.size() - 1, members.size());
    for (List<Member> tuple : members) {
      List<Member> shorter = new ArrayList<>(tuple);
      shorter.remove(at);
      rest.add(shorter.toArray(new Member[0]));
    }
    return of(rest.build());
  }

  /** The only member that all tuples have of a hierarchy, null where they differ. */
  @Nullable Member only(Hierarchy hierarchy) {
    int at = hierarchies.indexOf(hierarchy);
    Member first = members.get(0).get(at);
    return members.stream().allMatch(t -> t.get(at).equals(first)) ? first : null;
  }

  /**
   * The condition on the facts of a measure group.
   *
   * @param applies whether a hierarchy applies to those facts
   * @return null where no fact can meet it
   */
  @Nullable Condition condition(java.util.function.Predicate<Hierarchy> applies) {
    if (hierarchies.size() == 1) {
      return single(applies);
    }
    List<Condition> alternatives = new ArrayList<>();
    for (List<Member> tuple : members) {
      List<Condition> parts = new ArrayList<>();
      boolean possible = true;
      for (Member member : tuple) {
        if (member.isAll()) {
          continue;
        }
        if (!applies.test(member.hierarchy())) {
          possible = false;
          break;
        }
        parts.add(membersIn(List.of(member)).get(0));
      }
      if (possible) {
        if (parts.isEmpty()) {
          return new AllOf(List.of());
        }
        alternatives.add(parts.size() == 1 ? parts.get(0) : new AllOf(parts));
      }
    }
    return alternatives.isEmpty() ? null : new AnyOf(alternatives);
  }

  private @Nullable Condition single(java.util.function.Predicate<Hierarchy> applies) {
    List<Member> all = members.stream().map(t -> t.get(0)).toList();
    if (all.stream().anyMatch(Member::isAll)) {
      return new AllOf(List.of());
    }
    if (!applies.test(hierarchies.get(0))) {
      return null;
    }
    List<Condition> conditions = membersIn(all);
    return conditions.size() == 1 ? conditions.get(0) : new AnyOf(conditions);
  }

  /** One condition for each level that the members are of. */
  static List<Condition> membersIn(List<Member> members) {
    Map<Level, List<Integer>> byLevel = new LinkedHashMap<>();
    for (Member member : members) {
      List<Integer> rows = byLevel.computeIfAbsent(member.level(), l -> new ArrayList<>());
      if (member instanceof DataMember own) {
        rows.add(own.owner().row());
      } else if (member.hierarchy().isParentChild()) {
        addBranch(rows, (StoredMember) member);
      } else {
        rows.add(((StoredMember) member).row());
      }
    }
    List<Condition> conditions = new ArrayList<>();
    byLevel.forEach(
        (level, rows) ->
            conditions.add(
                new MembersIn(
                    new GrainLevel(
                        level,
                        level.hierarchy().isParentChild() ? Membership.OWN : Membership.ROLLED_UP),
                    Rows.of(rows.stream().mapToInt(i -> i).toArray()))));
    return conditions;
  }

  /** A member of a parent-child hierarchy with all below it, so that each fact counts once. */
  private static void addBranch(List<Integer> rows, StoredMember member) {
    for (int row : member.hierarchy().members().branch(member.row())) {
      rows.add(row);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Restriction that
        && lasting == that.lasting
        && hierarchies.equals(that.hierarchies)
        && tuples.equals(that.tuples);
  }

  @Override
  public int hashCode() {
    return Objects.hash(hierarchies, tuples);
  }
}
