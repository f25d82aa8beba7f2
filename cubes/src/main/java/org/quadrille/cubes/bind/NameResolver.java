package org.quadrille.cubes.bind;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.rights.CubeRights;

/**
 * Finds what a dotted name stands for. A dimension's name may be left out; a level may stand before
 * a member; the All member may be named or not. What may not be seen is not found, but a name may
 * lead through it to what may.
 */
final class NameResolver {
  private final Scope scope;

  NameResolver(Scope scope) {
    this.scope = scope;
  }

  /**
   * What was found.
   *
   * @param consumed how many segments it took
   */
  record Found(Expr object, int consumed) {}

  /** The object of the longest beginning of the name that is one; null where none is. */
  @Nullable Found resolve(List<Segment> segments) {
    Found best = null;
    for (Expr start : starts(segments.get(0))) {
      Found found = follow(start, segments);
      if (found != null && (best == null || found.consumed() > best.consumed())) {
        best = found;
      }
      if (best != null && best.consumed() == segments.size()) {
        break;
      }
    }
    return best;
  }

  /** Goes on while names are found; gives the last of them that may be seen. */
  private @Nullable Found follow(Expr start, List<Segment> segments) {
    Expr at = start;
    int consumed = 1;
    Found found = isVisible(start) ? new Found(start, 1) : null;
    while (consumed < segments.size()) {
      Expr next = step(at, segments.get(consumed));
      if (next == null) {
        break;
      }
      at = next;
      consumed++;
      found = isVisible(at) ? new Found(at, consumed) : found;
    }
    return found;
  }

  private boolean isVisible(Expr object) {
    CubeRights rights = scope.navigation().rights();
    if (rights.isAll()) {
      return true;
    }
    if (object instanceof Expr.DimensionRef ref) {
      return rights.isVisible(ref.dimension());
    }
    if (object instanceof Expr.HierarchyRef ref) {
      return rights.isVisible(ref.hierarchy());
    }
    if (object instanceof Expr.LevelRef ref) {
      return rights.isVisible(ref.level());
    }
    return !(object instanceof Expr.MemberRef ref) || rights.isVisible(ref.member());
  }

  private List<Expr> starts(Segment segment) {
    List<Expr> starts = new ArrayList<>();
    if (!(segment instanceof Segment.Name name)) {
      return starts;
    }
    Cube cube = scope.cube();
    Dimension dimension = cube.dimension(name.name());
    if (dimension != null) {
      starts.add(new Expr.DimensionRef(dimension));
    }
    Hierarchy hierarchy = cube.hierarchy(name.name());
    if (hierarchy != null) {
      starts.add(new Expr.HierarchyRef(hierarchy));
    }
    if (starts.isEmpty()) {
      for (Dimension each : cube.dimensions()) {
        Expr found = inDimension(each, name);
        if (found != null && isVisible(found)) {
          starts.add(found);
          break;
        }
      }
    }
    return starts;
  }

  private @Nullable Expr step(Expr from, Segment segment) {
    if (from instanceof Expr.DimensionRef ref) {
      return inDimension(ref.dimension(), segment);
    }
    if (from instanceof Expr.HierarchyRef ref) {
      return inHierarchy(ref.hierarchy(), segment);
    }
    if (from instanceof Expr.LevelRef ref) {
      return member(inLevel(ref.level(), segment));
    }
    if (from instanceof Expr.MemberRef ref) {
      return member(child(ref.member(), segment));
    }
    return null;
  }

  private static @Nullable Expr member(@Nullable Member member) {
    return member == null ? null : new Expr.MemberRef(member);
  }

  /** A level is preferred to a hierarchy that has the dimension's own name. */
  private @Nullable Expr inDimension(Dimension dimension, Segment segment) {
    Hierarchy named = null;
    if (segment instanceof Segment.Name name) {
      for (Hierarchy each : dimension.hierarchies()) {
        if (each.name().equalsIgnoreCase(name.name())) {
          named = each;
        }
      }
    }
    if (named != null && !named.name().equals(dimension.name())) {
      return new Expr.HierarchyRef(named);
    }
    Hierarchy main = dimension.hierarchies().get(0);
    if (named != null) {
      Level level = main.level(named.name());
      return level == null ? new Expr.HierarchyRef(named) : new Expr.LevelRef(level);
    }
    Expr found = inHierarchy(main, segment);
    return found;
  }

  private @Nullable Expr inHierarchy(Hierarchy hierarchy, Segment segment) {
    if (segment instanceof Segment.Name name) {
      Level level = hierarchy.level(name.name());
      if (level != null && (!hierarchy.isMeasures() || measure(segment) == null)) {
        return new Expr.LevelRef(level);
      }
    }
    return member(root(hierarchy, segment));
  }

  /** A topmost member, or a child of the All member. */
  @Nullable Member root(Hierarchy hierarchy, Segment segment) {
    if (hierarchy.isMeasures()) {
      return measure(segment);
    }
    if (segment instanceof Segment.Name name) {
      if (hierarchy.hasAll() && isAllName(hierarchy, name.name())) {
        return hierarchy.allMember();
      }
      int row =
          hierarchy.members().childByName(hierarchy.hasAll() ? 0 : MemberTable.NONE, name.name());
      if (row != MemberTable.NONE) {
        return hierarchy.member(row);
      }
      return calculated(hierarchy, null, name.name());
    }
    return rootByKey(hierarchy, (Segment.Key) segment);
  }

  private @Nullable Member rootByKey(Hierarchy hierarchy, Segment.Key key) {
    Member top = null;
    int row = hierarchy.hasAll() ? 0 : MemberTable.NONE;
    for (String part : key.parts()) {
      row = childByKeyText(hierarchy, row, part);
      if (row == MemberTable.NONE) {
        return null;
      }
      top = hierarchy.member(row);
    }
    return top;
  }

  private static boolean isAllName(Hierarchy hierarchy, String name) {
    return name.equalsIgnoreCase(hierarchy.allMemberName())
        || name.equalsIgnoreCase("All " + hierarchy.name() + "s");
  }

  private @Nullable Member measure(Segment segment) {
    if (!(segment instanceof Segment.Name name)) {
      return null;
    }
    Hierarchy measures = scope.cube().measuresHierarchy();
    Member calculated = calculated(measures, null, name.name());
    if (calculated != null) {
      return calculated;
    }
    return scope.cube().measures().stream()
        .filter(m -> m.name().equalsIgnoreCase(name.name()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable CalculatedMember calculated(
      Hierarchy hierarchy, @Nullable Member parent, String name) {
    CalculatedMember near = null;
    for (CalculatedMember member : scope.calculatedMembers(hierarchy)) {
      if (!member.name().equalsIgnoreCase(name)) {
        continue;
      }
      Member above = member.parent();
      if (java.util.Objects.equals(parent, above)) {
        return member;
      }
      boolean bothAtTop = (parent == null || parent.isAll()) && (above == null || above.isAll());
      near = bothAtTop ? member : near;
    }
    return near;
  }

  private @Nullable Member inLevel(Level level, Segment segment) {
    Hierarchy hierarchy = level.hierarchy();
    if (hierarchy.isMeasures()) {
      return measure(segment);
    }
    if (segment instanceof Segment.Name name) {
      if (level.isAll()) {
        return isAllName(hierarchy, name.name()) ? hierarchy.allMember() : null;
      }
      Member named = visibleByName(level, name.name());
      if (named != null) {
        return named;
      }
      return scope.calculatedMembers(hierarchy).stream()
          .filter(m -> m.level() == level && m.name().equalsIgnoreCase(name.name()))
          .findFirst()
          .orElse(null);
    }
    return levelKey(level, (Segment.Key) segment);
  }

  private @Nullable Member visibleByName(Level level, String name) {
    Hierarchy hierarchy = level.hierarchy();
    if (!scope.navigation().rights().isComplete(hierarchy)) {
      return scope.navigation().levelMembers(level).stream()
          .filter(m -> m.name().equalsIgnoreCase(name))
          .findFirst()
          .orElse(null);
    }
    int row = hierarchy.members().rowByName(level.depth(), name);
    return row == MemberTable.NONE ? null : hierarchy.member(row);
  }

  /** Parts of a compound key are the member's own key and those of its parents, own first. */
  private @Nullable Member levelKey(Level level, Segment.Key key) {
    MemberTable table = level.hierarchy().members();
    for (int row : table.rowsOfLevel(level.depth())) {
      if (matchesKey(table, row, key.parts())
          && scope.navigation().rights().isVisible(level.hierarchy().member(row))) {
        return level.hierarchy().member(row);
      }
    }
    return null;
  }

  private static boolean matchesKey(MemberTable table, int row, List<String> parts) {
    int at = row;
    for (String part : parts) {
      if (at == MemberTable.NONE || !keyText(table, at).equalsIgnoreCase(part)) {
        return false;
      }
      at = table.keyParent(at);
    }
    return true;
  }

  private static String keyText(MemberTable table, int row) {
    Object key = table.key(row);
    return key == null ? "#null" : org.quadrille.cubes.eval.Values.text(key);
  }

  private static int childByKeyText(Hierarchy hierarchy, int parent, String text) {
    MemberTable table = hierarchy.members();
    int[] rows = parent == MemberTable.NONE ? table.roots() : table.children(parent);
    for (int row : rows) {
      if (keyText(table, row).equalsIgnoreCase(text)) {
        return row;
      }
    }
    return MemberTable.NONE;
  }

  /** A child by name or key. */
  @Nullable Member child(Member member, Segment segment) {
    if (!(member instanceof StoredMember stored)) {
      return null;
    }
    Hierarchy hierarchy = stored.hierarchy();
    if (segment instanceof Segment.Name name) {
      int row = hierarchy.members().childByName(stored.row(), name.name());
      if (row != MemberTable.NONE) {
        return hierarchy.member(row);
      }
      return calculated(hierarchy, member, name.name());
    }
    int row = stored.row();
    for (String part : ((Segment.Key) segment).parts()) {
      row = childByKeyText(hierarchy, row, part);
      if (row == MemberTable.NONE) {
        return null;
      }
    }
    return hierarchy.member(row);
  }
}
