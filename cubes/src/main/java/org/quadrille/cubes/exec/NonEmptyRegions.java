package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.rights.HierarchyRights;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.Membership;

/**
 * Finds the tuples of a crossjoin that are not empty from the cells instead of trying every
 * combination: the cells of all combinations are fetched as boxes, one for each combination of
 * levels, and the tuples are the keys of the rows that came back.
 */
final class NonEmptyRegions {
  private final BatchedCells cells;
  private final CellRights rights;

  NonEmptyRegions(BatchedCells cells, CellRights rights) {
    this.cells = cells;
    this.rights = rights;
  }

  /**
   * The tuples of a crossjoin at which some measure has a value.
   *
   * @param factors the sets that are joined
   * @param others sets whose members are current besides, such as those of other axes
   * @param current members of all hierarchies; null where a restriction stands for one
   * @return in the order of the crossjoin; null where members are calculated, so that cells do not
   *     tell
   */
  @Nullable TupleSet find(
      List<TupleSet> factors,
      List<TupleSet> others,
      Set<MeasureMember> measures,
      @Nullable Member[] current,
      List<Restriction> restrictions) {
    List<Factor> all = new ArrayList<>();
    for (TupleSet set : factors) {
      all.add(new Factor(set));
    }
    for (TupleSet set : others) {
      all.add(new Factor(set));
    }
    if (rights.empties() || !all.stream().allMatch(Factor::isStored) || !isStored(current, all)) {
      return null;
    }
    List<Region> regions = regions(all, measures, current, restrictions);
    cells.fetch(regions.stream().map(Region::request).toList());
    Matches matches = new Matches(all.subList(0, factors.size()));
    for (Region region : regions) {
      matches.collect(region, cells.segmentOf(region.request()));
    }
    return matches.tuples();
  }

  private static boolean isStored(@Nullable Member[] current, List<Factor> factors) {
    for (int h = 1; h < current.length; h++) {
      Member member = current[h];
      if (member == null || member instanceof StoredMember) {
        continue;
      }
      if (factors.stream().noneMatch(f -> f.hierarchies.contains(member.hierarchy()))) {
        return false;
      }
    }
    return true;
  }

  /** A set of the crossjoin with its tuples by the levels of their members. */
  private static final class Factor {
    private final TupleSet set;
    private final List<Hierarchy> hierarchies = new ArrayList<>();
    private final Map<List<GrainLevel>, Group> groups = new LinkedHashMap<>();
    private boolean stored = true;

    Factor(TupleSet set) {
      this.set = set;
      if (set.isEmpty()) {
        return;
      }
      for (int i = 0; i < set.arity(); i++) {
        hierarchies.add(set.member(0, i).hierarchy());
      }
      for (int t = 0; t < set.size() && stored; t++) {
        add(t);
      }
    }

    boolean isStored() {
      return stored;
    }

    private void add(int tuple) {
      List<GrainLevel> signature = new ArrayList<>(set.arity());
      int[] rows = new int[set.arity()];
      for (int i = 0; i < set.arity(); i++) {
        Member member = set.member(tuple, i);
        if (member instanceof MeasureMember) {
          continue;
        }
        if (!(member instanceof StoredMember row)) {
          stored = false;
          return;
        }
        if (!row.isAll()) {
          rows[signature.size()] = row.row();
          signature.add(new GrainLevel(row.level(), Membership.ROLLED_UP));
        }
      }
      groups
          .computeIfAbsent(signature, s -> new Group(s))
          .add(Arrays.copyOf(rows, signature.size()), tuple);
    }
  }

  /** Tuples of one factor whose members have the same levels. */
  private static final class Group {
    private final List<GrainLevel> levels;
    private final List<BitRows> rows = new ArrayList<>();
    private final Map<CodeKey, List<Integer>> positions = new HashMap<>();

    /** Where members are single and each once: by row the position and one, 0 for none. */
    private int @Nullable [] single = new int[64];

    Group(List<GrainLevel> levels) {
      this.levels = levels;
      levels.forEach(l -> rows.add(new BitRows()));
    }

    void add(int[] codes, int tuple) {
      for (int i = 0; i < codes.length; i++) {
        rows.get(i).add(codes[i]);
      }
      if (single != null && codes.length == 1) {
        if (codes[0] >= single.length) {
          single = Arrays.copyOf(single, Math.max(codes[0] + 1, single.length * 2));
        }
        if (single[codes[0]] == 0) {
          single[codes[0]] = tuple + 1;
          return;
        }
        for (int row = 0; row < single.length; row++) {
          if (single[row] > 0) {
            addPosition(new int[] {row}, single[row] - 1);
          }
        }
      }
      single = null;
      addPosition(codes, tuple);
    }

    private void addPosition(int[] codes, int tuple) {
      positions.computeIfAbsent(new CodeKey(codes), k -> new ArrayList<>(1)).add(tuple);
    }
  }

  private record CodeKey(int[] codes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof CodeKey that && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(codes);
    }
  }

  /** A box of cells: one group of each factor, for the measures of one measure group. */
  private record Region(List<Group> groups, BatchedCells.BoxRequest request) {}

  private List<Region> regions(
      List<Factor> factors,
      Set<MeasureMember> measures,
      @Nullable Member[] current,
      List<Restriction> restrictions) {
    Map<MeasureGroup, Set<MeasureMember>> byGroup = new LinkedHashMap<>();
    for (MeasureMember measure : measures) {
      byGroup.computeIfAbsent(measure.group(), g -> new LinkedHashSet<>()).add(measure);
    }
    Set<Hierarchy> joined = new LinkedHashSet<>();
    factors.forEach(f -> joined.addAll(f.hierarchies));
    List<Region> regions = new ArrayList<>();
    byGroup.forEach(
        (facts, ofGroup) -> {
          for (List<Group> groups : combinations(factors)) {
            BatchedCells.BoxRequest request =
                request(facts, ofGroup, groups, joined, current, restrictions);
            if (request != null) {
              regions.add(new Region(groups, request));
            }
          }
        });
    return regions;
  }

  private static List<List<Group>> combinations(List<Factor> factors) {
    List<List<Group>> all = List.of(List.of());
    for (Factor factor : factors) {
      List<List<Group>> longer = new ArrayList<>();
      for (List<Group> beginning : all) {
        for (Group group : factor.groups.values()) {
          List<Group> next = new ArrayList<>(beginning);
          next.add(group);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private BatchedCells.@Nullable BoxRequest request(
      MeasureGroup facts,
      Set<MeasureMember> measures,
      List<Group> groups,
      Set<Hierarchy> joined,
      @Nullable Member[] current,
      List<Restriction> restrictions) {
    Map<Integer, GrainLevel> grain = new java.util.TreeMap<>();
    Map<Integer, BitRows> rows = new HashMap<>();
    for (int h = 1; h < current.length; h++) {
      if (current[h] instanceof StoredMember member
          && !member.isAll()
          && !joined.contains(member.hierarchy())) {
        BitRows single = new BitRows();
        single.add(member.row());
        grain.put(h, new GrainLevel(member.level(), Membership.ROLLED_UP));
        rows.put(h, single);
      }
    }
    for (Group group : groups) {
      for (int i = 0; i < group.levels.size(); i++) {
        int ordinal = group.levels.get(i).hierarchy().ordinal();
        grain.put(ordinal, group.levels.get(i));
        rows.put(ordinal, group.rows.get(i));
      }
    }
    List<BitRows> box = new ArrayList<>();
    List<GrainLevel> levels = new ArrayList<>();
    for (Map.Entry<Integer, GrainLevel> entry : grain.entrySet()) {
      if (!CellAddress.joins(facts, entry.getValue().hierarchy())) {
        Member only = current[entry.getKey()];
        boolean isDefault =
            only != null
                && !joined.contains(only.hierarchy())
                && only.equals(only.hierarchy().defaultMember());
        if (facts.ignoreUnrelatedDimensions() || isDefault) {
          continue;
        }
        return null;
      }
      levels.add(entry.getValue());
      box.add(rows.get(entry.getKey()));
    }
    List<Restriction> kept = new ArrayList<>();
    for (Restriction restriction : restrictions) {
      Restriction rest = restriction;
      for (Hierarchy hierarchy : joined) {
        rest = rest == null ? null : rest.without(hierarchy);
      }
      if (rest != null) {
        kept.add(rest);
      }
    }
    List<Restriction> allowed =
        rights.apply(facts, kept, r -> isLimited(r, grain, rows, current, kept));
    return allowed == null
        ? null
        : new BatchedCells.BoxRequest(
            new CellAddress.Kind(facts, levels, allowed), box, List.copyOf(measures));
  }

  /**
   * Whether facts are hidden of some member of a box; rows that hide none are not changed by it.
   */
  private static boolean isLimited(
      HierarchyRights limits,
      Map<Integer, GrainLevel> grain,
      Map<Integer, BitRows> rows,
      @Nullable Member[] current,
      List<Restriction> restrictions) {
    int ordinal = limits.hierarchy().ordinal();
    BitRows box = rows.get(ordinal);
    if (grain.containsKey(ordinal) && box != null) {
      return box.anyMatch(row -> !limits.isFull(row));
    }
    boolean isRestricted =
        current[ordinal] == null
            && restrictions.stream().anyMatch(r -> r.hierarchies().contains(limits.hierarchy()));
    return isRestricted
        ? CellRights.isLimited(limits, current, restrictions)
        : limits.hierarchy().hasAll() && !limits.isFull(limits.hierarchy().allMember());
  }

  /** The ordinals of tuples that were found. */
  private static final class Matches {
    private final List<Factor> factors;
    private long[] ordinals = new long[1024];
    private int count;

    Matches(List<Factor> factors) {
      this.factors = factors;
    }

    void collect(Region region, Segment segment) {
      int[][] places = places(region, segment);
      for (int row = 0; row < segment.index().size(); row++) {
        if (segment.hasValue(row, region.request().measures())) {
          match(region, segment, places, row, 0, 0);
        }
      }
    }

    /** For each factor the columns of the segment that hold its members. */
    private int[][] places(Region region, Segment segment) {
      int[][] places = new int[factors.size()][];
      List<GrainLevel> grain = segment.kind().grain();
      for (int f = 0; f < places.length; f++) {
        List<GrainLevel> levels = region.groups().get(f).levels;
        places[f] = levels.stream().mapToInt(grain::indexOf).toArray();
      }
      return places;
    }

    private void match(
        Region region, Segment segment, int[][] places, int row, int factor, long ordinal) {
      if (factor == factors.size()) {
        add(ordinal);
        return;
      }
      int[] single = region.groups().get(factor).single;
      if (single != null) {
        int code = places[factor][0] < 0 ? -1 : segment.index().code(row, places[factor][0]);
        int position = code < 0 || code >= single.length ? 0 : single[code];
        if (position > 0) {
          match(
              region,
              segment,
              places,
              row,
              factor + 1,
              ordinal * factors.get(factor).set.size() + position - 1);
        }
        return;
      }
      int[] codes = new int[places[factor].length];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = places[factor][i] < 0 ? -1 : segment.index().code(row, places[factor][i]);
      }
      List<Integer> positions = region.groups().get(factor).positions.get(new CodeKey(codes));
      if (positions == null) {
        return;
      }
      for (int position : positions) {
        match(
            region,
            segment,
            places,
            row,
            factor + 1,
            ordinal * factors.get(factor).set.size() + position);
      }
    }

    private void add(long ordinal) {
      if (count == ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, count * 2);
      }
      ordinals[count++] = ordinal;
    }

    TupleSet tuples() {
      long[] sorted = Arrays.stream(ordinals, 0, count).sorted().distinct().toArray();
      int arity = factors.stream().mapToInt(f -> f.set.arity()).sum();
      TupleSet.Builder result = new TupleSet.Builder(arity, sorted.length);
      Member[] tuple = new Member[arity];
      for (long ordinal : sorted) {
        long rest = ordinal;
        int at = arity;
        for (int f = factors.size() - 1; f >= 0; f--) {
          TupleSet set = factors.get(f).set;
          int position = (int) (rest % set.size());
          rest /= set.size();
          for (int i = set.arity() - 1; i >= 0; i--) {
            tuple[--at] = set.member(position, i);
          }
        }
        result.add(tuple);
      }
      return result.build();
    }
  }
}
