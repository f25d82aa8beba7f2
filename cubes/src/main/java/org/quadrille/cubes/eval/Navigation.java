package org.quadrille.cubes.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.NullMember;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.rights.CubeRights;

/**
 * Steps through hierarchies, over what may be seen of them. Calculated members are not among
 * children and level members.
 */
public final class Navigation {
  private final Cube cube;
  private final CubeRights rights;
  private final Visibility visibility;

  /** Navigates a cube without restrictions. */
  public Navigation(Cube cube) {
    this(cube, CubeRights.ALL);
  }

  /** Navigates what may be seen of a cube. */
  public Navigation(Cube cube, CubeRights rights) {
    this(cube, rights, Visibility.ALL);
  }

  private Navigation(Cube cube, CubeRights rights, Visibility visibility) {
    this.cube = Objects.requireNonNull(cube, "cube");
    this.rights = Objects.requireNonNull(rights, "rights");
    this.visibility = Objects.requireNonNull(visibility, "visibility");
  }

  /** The same, over nothing but what is visible besides; default members stay. */
  public Navigation within(Visibility visible) {
    return new Navigation(cube, rights, visibility.and(visible));
  }

  /** What may be seen by right, whatever a query confines itself to. */
  public CubeRights rights() {
    return rights;
  }

  /** The tuples all of whose members may be seen. */
  public TupleSet visible(TupleSet tuples) {
    TupleSet set = visibility.visible(tuples);
    if (rights.isAll()) {
      return set;
    }
    int[] kept = new int[set.size()];
    int count = 0;
    for (int t = 0; t < set.size(); t++) {
      boolean all = true;
      for (int i = 0; i < set.arity() && all; i++) {
        all = isVisible(set.member(t, i));
      }
      if (all) {
        kept[count++] = t;
      }
    }
    return count == set.size() ? set : set.pick(java.util.Arrays.copyOf(kept, count));
  }

  private boolean isVisible(Member member) {
    return member.isNull() || rights.isVisible(member);
  }

  /** Whether a hierarchy has an All member that may be seen. */
  public boolean showsAll(Hierarchy hierarchy) {
    return hierarchy.hasAll() && rights.isVisible(hierarchy.allMember());
  }

  /**
   * The member that is current where none is given: that of the hierarchy, or the first that may be
   * seen where that one may not; a null member where none may be seen. Of a hierarchy that may not
   * be seen at all it is the hierarchy's own, since facts are to be found somewhere.
   */
  public Member defaultMember(Hierarchy hierarchy) {
    Member usual = hierarchy.defaultMember();
    if (!rights.isVisible(hierarchy) || isVisible(usual)) {
      return usual;
    }
    List<Member> roots = new Navigation(cube, rights).roots(hierarchy);
    return roots.isEmpty() ? new NullMember(hierarchy) : roots.get(0);
  }

  /** Members of a level in hierarchical order. */
  public List<Member> levelMembers(Level level) {
    Hierarchy hierarchy = level.hierarchy();
    if (hierarchy.isMeasures()) {
      return visibleMeasures();
    }
    if (!rights.isVisible(level)) {
      return List.of();
    }
    if (level.isAll()) {
      return List.of(hierarchy.allMember());
    }
    return members(hierarchy, hierarchy.members().rowsOfLevel(level.depth()));
  }

  /** All members of a hierarchy in hierarchical order. */
  public List<Member> hierarchyMembers(Hierarchy hierarchy) {
    if (hierarchy.isMeasures()) {
      return visibleMeasures();
    }
    MemberTable table = hierarchy.members();
    List<Member> all = new ArrayList<>(table.size());
    for (int row : table.inOrder()) {
      Member member = hierarchy.member(row);
      if (!table.isHidden(row) && visibility.sees(member)) {
        all.add(member);
      }
    }
    if (!rights.isComplete(hierarchy)) {
      all.removeIf(m -> !rights.isVisible(m));
    }
    return all;
  }

  private List<Member> visibleMeasures() {
    List<Member> measures = new ArrayList<>();
    for (var measure : cube.measures()) {
      if (measure.definition().visible() && visibility.sees(measure) && rights.isVisible(measure)) {
        measures.add(measure);
      }
    }
    return measures;
  }

  /** Children in order; none for calculated and null members. */
  public List<Member> children(Member member) {
    if (member instanceof StoredMember stored) {
      return members(stored.hierarchy(), stored.hierarchy().members().children(stored.row()));
    }
    return List.of();
  }

  private List<Member> members(Hierarchy hierarchy, int[] candidates) {
    int[] rows = visibility.visible(hierarchy, candidates);
    boolean every = rights.isComplete(hierarchy);
    List<Member> members = new ArrayList<>(rows.length);
    for (int row : rows) {
      Member member = hierarchy.member(row);
      if (every || rights.isVisible(member)) {
        members.add(member);
      }
    }
    return members;
  }

  private boolean isComplete(Hierarchy hierarchy) {
    return rights.isComplete(hierarchy) && visibility.seesAll(hierarchy);
  }

  /** How many children there are, without making them. */
  public int childCount(Member member) {
    if (!(member instanceof StoredMember stored)) {
      return 0;
    }
    if (!isComplete(stored.hierarchy())) {
      return children(member).size();
    }
    return stored.hierarchy().members().childCount(stored.row());
  }

  /** How many members a level has, without making them. */
  public int memberCount(Level level) {
    if (level.isAll()) {
      return 1;
    }
    return isComplete(level.hierarchy())
        ? level.hierarchy().members().levelSize(level.depth())
        : levelMembers(level).size();
  }

  /** The parent; a null member at the top of what may be seen. */
  public Member parent(Member member) {
    Member parent = member.parent();
    return parent == null || !isVisible(parent) ? new NullMember(member.hierarchy()) : parent;
  }

  /** The parent; null at the top of what may be seen. */
  public @Nullable Member parentOrNull(Member member) {
    Member parent = member.parent();
    return parent == null || !isVisible(parent) ? null : parent;
  }

  /** The member and those of the same parent, in order. */
  public List<Member> siblings(Member member) {
    if (member.isNull()) {
      return List.of();
    }
    if (member.hierarchy().isMeasures()) {
      return visibleMeasures();
    }
    Member parent = member.parent();
    if (parent != null) {
      return children(parent);
    }
    return roots(member.hierarchy());
  }

  /** The topmost members. */
  public List<Member> roots(Hierarchy hierarchy) {
    if (hierarchy.isMeasures()) {
      return visibleMeasures();
    }
    if (showsAll(hierarchy)) {
      return List.of(hierarchy.allMember());
    }
    if (rights.isComplete(hierarchy)) {
      return members(hierarchy, hierarchy.members().roots());
    }
    return hierarchy.levels().stream()
        .map(this::levelMembers)
        .filter(members -> !members.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * The member so many places further in its level.
   *
   * @param distance negative to go back
   */
  public Member lead(Member member, long distance) {
    if (distance == 0 || member.isNull()) {
      return member;
    }
    if (member instanceof StoredMember stored
        && isComplete(stored.hierarchy())
        && !stored.hierarchy().members().isBranching()) {
      int[] range = stored.hierarchy().members().rangeOfLevel(stored.level().depth());
      long row = stored.row() + distance;
      return row < range[0] || row >= range[1]
          ? new NullMember(member.hierarchy())
          : stored.hierarchy().member((int) row);
    }
    List<Member> neighbours =
        member instanceof StoredMember ? levelMembers(member.level()) : siblings(member);
    int index = indexOf(neighbours, member);
    long target = index + distance;
    if (index < 0 || target < 0 || target >= neighbours.size()) {
      return new NullMember(member.hierarchy());
    }
    return neighbours.get((int) target);
  }

  private static int indexOf(List<Member> members, Member member) {
    if (!(member instanceof StoredMember stored)) {
      return members.indexOf(member);
    }
    int low = 0;
    int high = members.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int row = ((StoredMember) members.get(middle)).row();
      if (row == stored.row()) {
        return middle;
      }
      if (stored.hierarchy().members().compare(row, stored.row()) < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The ancestor at a level, the member itself included; a null member where there is none. */
  public Member ancestor(Member member, Level level) {
    Member at = member;
    while (at != null && !at.isNull()) {
      if (at.level() == level) {
        return isVisible(at) ? at : new NullMember(member.hierarchy());
      }
      at = at.parent();
    }
    return new NullMember(member.hierarchy());
  }

  /** Whether a member is another or below it. */
  public boolean isAtOrBelow(Member member, Member top) {
    if (member instanceof StoredMember a && top instanceof StoredMember b) {
      return a.hierarchy() == b.hierarchy()
          && (b.isAll() || a.hierarchy().members().isAtOrBelow(a.row(), b.row()));
    }
    for (Member at = member; at != null; at = at.parent()) {
      if (at.equals(top)) {
        return true;
      }
    }
    return false;
  }

  /** Compares two members of one hierarchy by hierarchical order, a parent before its children. */
  public int compare(Member a, Member b) {
    if (a.equals(b)) {
      return 0;
    }
    if (a instanceof StoredMember x && b instanceof StoredMember y) {
      return x.hierarchy().members().compare(x.row(), y.row());
    }
    return compareMixed(a, b);
  }

  private int compareMixed(Member a, Member b) {
    List<Member> pathA = path(a);
    List<Member> pathB = path(b);
    int common = Math.min(pathA.size(), pathB.size());
    for (int i = 0; i < common; i++) {
      Member x = pathA.get(i);
      Member y = pathB.get(i);
      if (!x.equals(y)) {
        return compareSiblings(x, y);
      }
    }
    return Integer.compare(pathA.size(), pathB.size());
  }

  private static List<Member> path(Member member) {
    List<Member> path = new ArrayList<>();
    for (Member at = member; at != null; at = at.parent()) {
      path.add(0, at);
    }
    return path;
  }

  /** Stored members first in their order, then calculated ones in the order of their names. */
  private int compareSiblings(Member a, Member b) {
    int rankA = rank(a);
    int rankB = rank(b);
    if (rankA != rankB) {
      return Integer.compare(rankA, rankB);
    }
    if (a instanceof StoredMember x && b instanceof StoredMember y) {
      return x.hierarchy().members().compare(x.row(), y.row());
    }
    if (a.hierarchy().isMeasures()) {
      return Integer.compare(measureOrder(a), measureOrder(b));
    }
    return a.name().compareTo(b.name());
  }

  private int measureOrder(Member member) {
    int stored = cube.measures().indexOf(member);
    if (stored >= 0) {
      return stored;
    }
    int calculated = cube.calculatedMembers().indexOf(member);
    if (calculated < 0) {
      return Integer.MAX_VALUE;
    }
    Integer given = givenOrdinal((CalculatedMember) member);
    return given == null ? cube.measures().size() + calculated : given;
  }

  /** The ordinal that the schema gives to a calculated measure, null where it gives none. */
  private static @Nullable Integer givenOrdinal(CalculatedMember member) {
    if (member.property("MEMBER_ORDINAL") instanceof Expr.Literal literal
        && literal.value() != null
        && Values.text(literal.value()).matches("\\d{1,9}")) {
      return Integer.valueOf(Values.text(literal.value()));
    }
    return null;
  }

  private static int rank(Member member) {
    if (member instanceof DataMember) {
      return 0;
    }
    return member instanceof CalculatedMember ? 2 : 1;
  }

  /** The level of that kind of time nearest to the top, null where the hierarchy has none. */
  public @Nullable Level timeLevel(Hierarchy hierarchy, org.quadrille.cubes.schema.LevelType type) {
    return hierarchy.levels().stream().filter(l -> l.type() == type).findFirst().orElse(null);
  }
}
