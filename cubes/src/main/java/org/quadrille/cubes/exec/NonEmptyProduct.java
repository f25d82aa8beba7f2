package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery.GrainLevel;

/**
 * Finds the tuples of a product of sets that have facts. Instead of trying every combination it
 * fetches the cells of the levels that the sets are of and picks the combinations that occur.
 */
final class NonEmptyProduct {
  /** From this share of a level on, the whole level is fetched instead of a list of members. */
  private static final double WHOLE_LEVEL = 0.6;

  private final BatchedCells cells;
  private final @Nullable Member[] current;
  private final List<Restriction> restrictions;

  /**
   * Looks among these cells.
   *
   * @param current by ordinal of the hierarchy; null for one that a restriction stands for
   */
  NonEmptyProduct(BatchedCells cells, @Nullable Member[] current, List<Restriction> restrictions) {
    this.cells = cells;
    this.current = current.clone();
    this.restrictions = restrictions;
  }

  /** A set with, for each of its tuples' rows, where in the set it stands. */
  private record Factor(
      TupleSet set, List<Hierarchy> hierarchies, Map<List<Integer>, int[]> places) {}

  /**
   * The tuples with a value, in the order of the crossjoin.
   *
   * @return null where it cannot be told without trying
   */
  @Nullable TupleSet of(List<TupleSet> sets, List<MeasureMember> measures) {
    List<Factor> factors = new ArrayList<>();
    int arity = 0;
    double size = 1;
    for (TupleSet set : sets) {
      arity += set.arity();
      size *= set.size();
      if (!set.isEmpty() && !isUniform(set)) {
        return null;
      }
    }
    if (size == 0) {
      return TupleSet.empty(arity);
    }
    if (size > Long.MAX_VALUE || isCalculated(sets)) {
      return null;
    }
    sets.forEach(set -> factors.add(factor(set)));
    long[] found = new long[0];
    for (List<MeasureMember> group : byGroup(measures)) {
      long[] places = places(factors, group);
      if (places == null) {
        return null;
      }
      found = union(found, places);
    }
    return build(factors, arity, found);
  }

  /** Whether each column has stored members of one level, none of them a measure. */
  private static boolean isUniform(TupleSet set) {
    for (int k = 0; k < set.arity(); k++) {
      Level level = set.member(0, k).level();
      for (int i = 0; i < set.size(); i++) {
        if (!(set.member(i, k) instanceof StoredMember member) || member.level() != level) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a calculated member is current that the sets do not replace; puts theirs in place. */
  private boolean isCalculated(List<TupleSet> sets) {
    for (TupleSet set : sets) {
      for (int k = 0; k < set.arity(); k++) {
        current[set.member(0, k).hierarchy().ordinal()] = set.member(0, k);
      }
    }
    for (int h = 1; h < current.length; h++) {
      Member member = current[h];
      if (member != null && member.isCalculated()) {
        return true;
      }
    }
    return false;
  }

  private static Factor factor(TupleSet set) {
    List<Hierarchy> hierarchies = new ArrayList<>();
    for (int k = 0; k < set.arity(); k++) {
      hierarchies.add(set.member(0, k).hierarchy());
    }
    Map<List<Integer>, int[]> places = new HashMap<>(set.size() * 2);
    for (int i = 0; i < set.size(); i++) {
      List<Integer> rows = new ArrayList<>(set.arity());
      for (int k = 0; k < set.arity(); k++) {
        rows.add(((StoredMember) set.member(i, k)).row());
      }
      int place = i;
      places.merge(rows, new int[] {place}, NonEmptyProduct::concat);
    }
    return new Factor(set, hierarchies, places);
  }

  private static int[] concat(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static List<List<MeasureMember>> byGroup(List<MeasureMember> measures) {
    Map<Object, List<MeasureMember>> groups = new LinkedHashMap<>();
    for (MeasureMember measure : measures) {
      groups.computeIfAbsent(measure.group(), g -> new ArrayList<>()).add(measure);
    }
    return List.copyOf(groups.values());
  }

  /**
   * The places in the product at which a measure of one group has a value, in order.
   *
   * @return null where a hierarchy does not apply but is ignored
   */
  private long @Nullable [] places(List<Factor> factors, List<MeasureMember> measures) {
    List<Restriction> outside = restrictions;
    for (Factor factor : factors) {
      for (Hierarchy hierarchy : factor.hierarchies) {
        outside = without(outside, hierarchy);
      }
    }
    CellAddress address = CellAddress.of(measures.get(0), current, outside);
    if (address == null) {
      return new long[0];
    }
    List<GrainLevel> grain = address.kind().grain();
    for (Factor factor : factors) {
      for (Hierarchy hierarchy : factor.hierarchies) {
        boolean isAll = requireCurrent(hierarchy).isAll();
        if (!isAll && grain.stream().noneMatch(g -> g.hierarchy() == hierarchy)) {
          return null;
        }
      }
    }
    @Nullable Rows[] covered = new @Nullable Rows[grain.size()];
    boolean[] fixed = new boolean[grain.size()];
    for (int g = 0; g < covered.length; g++) {
      TupleSet set = setOf(factors, grain.get(g).hierarchy());
      fixed[g] = set == null;
      covered[g] = set == null ? Rows.of(new int[] {address.rows()[g]}) : rows(set, grain.get(g));
    }
    Segment segment = cells.fetchBox(address.kind(), covered, measures);
    return new Walk(factors, segment, measures, address, fixed).places();
  }

  private Member requireCurrent(Hierarchy hierarchy) {
    return java.util.Objects.requireNonNull(current[hierarchy.ordinal()]);
  }

  private static List<Restriction> without(List<Restriction> restrictions, Hierarchy hierarchy) {
    List<Restriction> rest = new ArrayList<>();
    for (Restriction restriction : restrictions) {
      Restriction shorter = restriction.without(hierarchy);
      if (shorter != null) {
        rest.add(shorter);
      }
    }
    return rest;
  }

  private static @Nullable TupleSet setOf(List<Factor> factors, Hierarchy hierarchy) {
    for (Factor factor : factors) {
      if (factor.hierarchies.contains(hierarchy)) {
        return factor.set;
      }
    }
    return null;
  }

  private static @Nullable Rows rows(TupleSet set, GrainLevel grain) {
    int column = 0;
    while (set.member(0, column).hierarchy() != grain.hierarchy()) {
      column++;
    }
    BitRows rows = new BitRows();
    for (int i = 0; i < set.size(); i++) {
      rows.add(((StoredMember) set.member(i, column)).row());
    }
    int all = grain.hierarchy().members().rowsOfLevel(grain.level().depth()).length;
    return rows.size() > 1 && rows.size() >= all * WHOLE_LEVEL ? null : rows.toRows();
  }

  private static long[] union(long[] a, long[] b) {
    if (a.length == 0) {
      return b;
    }
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return Arrays.stream(both).sorted().distinct().toArray();
  }

  private static TupleSet build(List<Factor> factors, int arity, long[] places) {
    TupleSet.Builder result = new TupleSet.Builder(arity, places.length);
    for (long place : places) {
      Member[] tuple = new Member[arity];
      long rest = place;
      int end = arity;
      for (int f = factors.size() - 1; f >= 0; f--) {
        TupleSet set = factors.get(f).set;
        int index = (int) (rest % set.size());
        rest /= set.size();
        end -= set.arity();
        for (int k = 0; k < set.arity(); k++) {
          tuple[end + k] = set.member(index, k);
        }
      }
      result.add(tuple);
    }
    return result.build();
  }

  /** Goes through the cells of a segment. */
  private static final class Walk {
    private final List<Factor> factors;
    private final Segment segment;
    private final List<MeasureMember> measures;
    private final CellAddress address;
    private final boolean[] fixed;
    private final List<int[]> columns = new ArrayList<>();
    private long[] found = new long[64];
    private int count;

    Walk(
        List<Factor> factors,
        Segment segment,
        List<MeasureMember> measures,
        CellAddress address,
        boolean[] fixed) {
      this.factors = factors;
      this.segment = segment;
      this.measures = measures;
      this.address = address;
      this.fixed = fixed;
      for (Factor factor : factors) {
        columns.add(factor.hierarchies.stream().mapToInt(h -> columnOf(h)).toArray());
      }
    }

    /** -1 where the hierarchy stands at All or does not apply. */
    private int columnOf(Hierarchy hierarchy) {
      List<GrainLevel> grain = address.kind().grain();
      for (int g = 0; g < grain.size(); g++) {
        if (grain.get(g).hierarchy() == hierarchy) {
          return g;
        }
      }
      return -1;
    }

    long[] places() {
      for (int row = 0; row < segment.index().size(); row++) {
        if (isInside(row) && hasValue(row)) {
          add(row, 0, 0);
        }
      }
      return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    private boolean isInside(int row) {
      for (int g = 0; g < fixed.length; g++) {
        if (fixed[g] && segment.index().code(row, g) != address.rows()[g]) {
          return false;
        }
      }
      return true;
    }

    private boolean hasValue(int row) {
      for (MeasureMember measure : measures) {
        if (segment.value(row, segment.measures().indexOf(measure)) != null) {
          return true;
        }
      }
      return false;
    }

    private void add(int row, int factor, long place) {
      if (factor == factors.size()) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = place;
        return;
      }
      Factor at = factors.get(factor);
      List<Integer> rows = new ArrayList<>(columns.get(factor).length);
      for (int k = 0; k < columns.get(factor).length; k++) {
        int column = columns.get(factor)[k];
        rows.add(
            column < 0
                ? ((StoredMember) at.set.member(0, k)).row()
                : segment.index().code(row, column));
      }
      int[] indexes = at.places.get(rows);
      if (indexes != null) {
        for (int index : indexes) {
          add(row, factor + 1, place * at.set.size() + index);
        }
      }
    }
  }
}
