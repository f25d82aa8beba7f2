package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a hierarchy in columns; levels are read when they are first needed. A member is a
 * row number. Rows stand generation by generation from the top, each in hierarchical order: a
 * parent comes before its children, and the children of a member stand together. So the rows that
 * are known keep their numbers when a deeper level is read.
 *
 * <p>Members that a ragged hierarchy hides are rows too, since the keys and names of what is below
 * them run through them; navigation steps over them. Safe for use by many threads.
 */
public final class MemberTable {
  /** Row number that stands for no member. */
  public static final int NONE = -1;

  private final int levels;
  private final MemberSource source;
  private volatile Known known;
  private volatile int expected;

  /** The generations that were read. */
  private record Known(Part[] parts, int size, boolean complete, boolean branching) {
    Part of(int row) {
      for (int i = parts.length - 1; i > 0; i--) {
        if (row >= parts[i].first) {
          return parts[i];
        }
      }
      return parts[0];
    }
  }

  /** A generation and where its rows begin. */
  private static final class Part {
    private final int number;
    private final int first;
    private final Generation columns;
    private volatile @Nullable MemberIndexes indexes;

    Part(int number, int first, Generation columns) {
      this.number = number;
      this.first = first;
      this.columns = columns;
    }

    int end() {
      return first + columns.size();
    }

    MemberIndexes indexes() {
      MemberIndexes made = indexes;
      if (made == null) {
        made = new MemberIndexes(columns, first);
        indexes = made;
      }
      return made;
    }
  }

  /**
   * An empty table.
   *
   * @param levels number of levels, the All level included
   * @param allName name of the All member, null where there is none
   */
  public MemberTable(int levels, @Nullable String allName, MemberSource source) {
    this.levels = levels;
    this.source = source;
    Known none = new Known(new Part[0], 0, false, false);
    this.known = allName == null ? none : with(none, List.of(Generation.all(allName)));
  }

  private Known with(Known before, List<Generation> more) {
    List<Part> parts = new ArrayList<>(List.of(before.parts()));
    int size = before.size();
    boolean branching = before.branching();
    for (Generation each : more) {
      branching |= !parts.isEmpty() && parts.get(parts.size() - 1).columns.level() == each.level();
      branching |= each.hidden() != null;
      parts.add(new Part(parts.size(), size, each));
      size = Math.addExact(size, each.size());
    }
    boolean complete =
        !parts.isEmpty() && parts.get(parts.size() - 1).columns.level() == levels - 1;
    return new Known(parts.toArray(new Part[0]), size, complete, branching);
  }

  /** Says that levels down to a depth will be needed, so that they are read together. */
  public void expect(int depth) {
    if (depth > expected) {
      expected = Math.min(depth, levels - 1);
    }
  }

  private Known upTo(int depth) {
    Known now = known;
    return now.complete() || now.parts().length > depth ? now : read(depth);
  }

  private synchronized Known read(int depth) {
    Known now = known;
    if (!now.complete() && now.parts().length <= depth) {
      int from = now.parts().length;
      now = with(now, source.read(this, from, Math.max(depth, expected)));
      if (!now.complete() && now.parts().length <= depth) {
        throw new IllegalStateException("level " + depth + " was not read");
      }
      known = now;
    }
    return now;
  }

  private Known all() {
    return upTo(levels - 1);
  }

  /** Whether the members of a level were read already. */
  public boolean isKnown(int depth) {
    Known now = known;
    return now.complete() || now.parts().length > depth;
  }

  /** How many rows there are in all. */
  public int size() {
    return all().size();
  }

  /** How many rows were read so far. */
  int knownSize() {
    return known.size();
  }

  /** The depth of the level of a row; 0 is the topmost level. */
  public int level(int row) {
    return known.of(row).columns.level();
  }

  /** The row of the parent by key, hidden or not; {@link #NONE} at the top. */
  public int keyParent(int row) {
    Part part = known.of(row);
    return part.columns.parent()[row - part.first];
  }

  /** The row of the parent that navigation shows; {@link #NONE} at the top. */
  public int parent(int row) {
    int up = keyParent(row);
    while (up != NONE && isHidden(up)) {
      up = keyParent(up);
    }
    return up;
  }

  /** The member's key as the database gave it; null for the key null. */
  public @Nullable Object key(int row) {
    Part part = known.of(row);
    return part.columns.key().get(row - part.first);
  }

  /** The member's name. */
  public String name(int row) {
    Part part = known.of(row);
    return part.columns.nameOf(row - part.first);
  }

  /** The member's caption; the name where the level has no caption column. */
  public String caption(int row) {
    Part part = known.of(row);
    String[] captions = part.columns.caption();
    String caption = captions == null ? null : captions[row - part.first];
    return caption == null ? name(row) : caption;
  }

  /**
   * The value of a property of the row's level.
   *
   * @param index position of the property in the level
   */
  public @Nullable Object property(int row, int index) {
    Part part = known.of(row);
    List<@Nullable Object[]> properties = part.columns.properties();
    return index >= properties.size() ? null : properties.get(index)[row - part.first];
  }

  /** Whether a ragged hierarchy hides the row. */
  public boolean isHidden(int row) {
    Known now = known;
    if (!now.branching()) {
      return false;
    }
    Part part = now.of(row);
    return part.columns.isHidden(row - part.first);
  }

  /** How many members a level has, without hidden ones. */
  public int levelSize(int depth) {
    Known now = upTo(depth);
    return now.branching() ? rowsOfLevel(depth).length : now.parts()[depth].columns.size();
  }

  /** The rows of a level, in order, without hidden ones. */
  public int[] rowsOfLevel(int depth) {
    Known now = upTo(depth);
    if (!now.branching()) {
      return range(now.parts()[depth].first, now.parts()[depth].end());
    }
    return Arrays.stream(inOrder()).filter(r -> level(r) == depth && !isHidden(r)).toArray();
  }

  /** Whether members have parents in their own level, or some are hidden. */
  public boolean isBranching() {
    return known.branching();
  }

  /**
   * The first row of a level and the first one after it; only where members are not branching, so
   * that the rows between are the level in order.
   */
  public int[] rangeOfLevel(int depth) {
    Part part = upTo(depth).parts()[depth];
    return new int[] {part.first, part.end()};
  }

  private static int[] range(int from, int to) {
    int[] rows = new int[to - from];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = from + i;
    }
    return rows;
  }

  /** All rows in hierarchical order, hidden ones included. */
  public int[] inOrder() {
    Known now = all();
    Order order = new Order(new int[now.size()]);
    if (now.parts().length > 0) {
      order.add(now, now.parts()[0], 0, now.parts()[0].columns.size());
    }
    return order.rows;
  }

  /** A row and all that are below it, generation by generation. */
  public int[] branch(int row) {
    Known now = all();
    int[] rows = {row};
    int first = row;
    int end = row + 1;
    for (int p = now.of(row).number + 1; p < now.parts().length && first < end; p++) {
      Part part = now.parts()[p];
      int from = part.first + part.columns.firstChildOf(first);
      end = part.first + part.columns.firstChildOf(end);
      first = from;
      int count = rows.length;
      rows = Arrays.copyOf(rows, count + end - first);
      System.arraycopy(range(first, end), 0, rows, count, end - first);
    }
    return rows;
  }

  /** Rows while they are put in hierarchical order. */
  private static final class Order {
    private final int[] rows;
    private int count;

    Order(int[] rows) {
      this.rows = rows;
    }

    void add(Known now, Part part, int from, int to) {
      Part below = part.number + 1 < now.parts().length ? now.parts()[part.number + 1] : null;
      int child = below == null ? 0 : below.columns.firstChildOf(part.first + from);
      for (int i = from; i < to; i++) {
        rows[count++] = part.first + i;
        if (below != null) {
          int end = child;
          int[] parents = below.columns.parent();
          while (end < parents.length && parents[end] == part.first + i) {
            end++;
          }
          if (end > child) {
            add(now, below, child, end);
          }
          child = end;
        }
      }
    }
  }

  /** The place of a row among all in hierarchical order, hidden ones included; from 0. */
  public int ordinal(int row) {
    Known now = all();
    Part own = now.of(row);
    int before = row - own.first;
    for (int up = keyParent(row); up != NONE; up = keyParent(up)) {
      before += up - now.of(up).first + 1;
    }
    int bound = row;
    for (int p = own.number + 1; p < now.parts().length; p++) {
      Part part = now.parts()[p];
      int count = part.columns.firstChildOf(bound);
      before += count;
      bound = part.first + count;
    }
    return before;
  }

  /** Compares two rows by hierarchical order, a parent before its children. */
  public int compare(int a, int b) {
    Known now = known;
    int depthA = now.of(a).number;
    int depthB = now.of(b).number;
    int x = a;
    int y = b;
    for (int d = depthA; d > depthB; d--) {
      x = keyParent(x);
    }
    for (int d = depthB; d > depthA; d--) {
      y = keyParent(y);
    }
    return x == y ? Integer.compare(depthA, depthB) : Integer.compare(x, y);
  }

  /** Whether a row is another or below it, by key. */
  public boolean isAtOrBelow(int row, int top) {
    int at = row;
    while (at > top) {
      at = keyParent(at);
    }
    return at == top;
  }

  /** The rows of a row's children as navigation shows them, in order. */
  public int[] children(int row) {
    return children(below(row), row, row + 1);
  }

  /** With the generation after a row's, where it can have children at all. */
  private Known below(int row) {
    return upTo(Math.min(levels - 1, known.of(row).columns.level() + 1));
  }

  private static int[] children(Known now, int from, int to) {
    int next = now.of(from).number + 1;
    if (next >= now.parts().length) {
      return new int[0];
    }
    Part part = now.parts()[next];
    return shown(now, part, part.columns.firstChildOf(from), part.columns.firstChildOf(to));
  }

  /** Rows of a generation; what is below stands for those that are hidden. */
  private static int[] shown(Known now, Part part, int from, int to) {
    int[] rows = range(part.first + from, part.first + to);
    if (part.columns.hidden() == null) {
      return rows;
    }
    int[] shown = new int[0];
    for (int row : rows) {
      int[] more =
          part.columns.isHidden(row - part.first) ? children(now, row, row + 1) : new int[] {row};
      int count = shown.length;
      shown = Arrays.copyOf(shown, count + more.length);
      System.arraycopy(more, 0, shown, count, more.length);
    }
    return shown;
  }

  /** The topmost rows. */
  public int[] roots() {
    Known now = upTo(0);
    return now.parts().length == 0
        ? new int[0]
        : shown(now, now.parts()[0], 0, now.parts()[0].columns.size());
  }

  /** Whether a row has children that navigation shows. */
  public boolean hasChildren(int row) {
    return childCount(row) > 0;
  }

  /** How many children a row has, without reading the level below where its size is known. */
  public int childCount(int row) {
    Known now = known;
    Part part = now.of(row);
    if (part.number + 1 == now.parts().length && part.columns.childCount() != null) {
      return part.columns.childCount()[row - part.first];
    }
    Known more = below(row);
    return more.branching() ? children(more, row, row + 1).length : childCountByKey(row);
  }

  /** How many children a row has by key, hidden ones included. */
  public int childCountByKey(int row) {
    Known now = below(row);
    int next = now.of(row).number + 1;
    if (next >= now.parts().length) {
      return 0;
    }
    Generation columns = now.parts()[next].columns;
    return columns.firstChildOf(row + 1) - columns.firstChildOf(row);
  }

  /** Whether nothing is below a row, hidden or not. */
  public boolean isLeaf(int row) {
    return childCountByKey(row) == 0;
  }

  /**
   * The row of a child by name, without regard to case.
   *
   * @param row the parent, or {@link #NONE} for the topmost rows
   * @return {@link #NONE} where there is none
   */
  public int childByName(int row, String childName) {
    Known now = row == NONE ? upTo(0) : below(row);
    int next = row == NONE ? 0 : now.of(row).number + 1;
    if (next >= now.parts().length) {
      return NONE;
    }
    Part part = now.parts()[next];
    int found = part.indexes().byParentAndName(row, childName);
    return found == NONE && now.branching() && row != NONE
        ? visibleChildByName(row, childName)
        : found;
  }

  /** A child whose parents by key are hidden, so that navigation shows it directly below. */
  private int visibleChildByName(int row, String childName) {
    for (int child : children(row)) {
      if (name(child).equalsIgnoreCase(childName)) {
        return child;
      }
    }
    return NONE;
  }

  /**
   * The row of a child by key.
   *
   * @param row the parent by key, or {@link #NONE} for the topmost rows
   */
  public int childByKey(int row, @Nullable Object childKey) {
    Known now = row == NONE ? upTo(0) : below(row);
    int next = row == NONE ? 0 : now.of(row).number + 1;
    return next >= now.parts().length
        ? NONE
        : now.parts()[next].indexes().byParentAndKey(row, childKey);
  }

  /** The row of a level's member by its own key alone; for levels whose keys are unique. */
  public int rowByKey(int depth, @Nullable Object memberKey) {
    for (Part part : upTo(depth).parts()) {
      if (part.columns.level() == depth) {
        int row = part.indexes().byKey(memberKey);
        if (row != NONE) {
          return row;
        }
      }
    }
    return NONE;
  }

  /**
   * The row of a level's member by its key and those of its parents.
   *
   * @param path topmost first; the first is of the topmost level below All or unique in its level
   */
  public int rowByPath(int depth, @Nullable Object[] path) {
    int first = depth - path.length + 1;
    int row = rowByKey(first, path[0]);
    for (int i = 1; i < path.length && row != NONE; i++) {
      row = childByKey(row, path[i]);
    }
    return row;
  }

  /** The first row of a level with that name, without regard to case; {@link #NONE} without. */
  public int rowByName(int depth, String memberName) {
    Known now = upTo(depth);
    if (!now.branching()) {
      return now.parts()[depth].indexes().byName(memberName);
    }
    for (int row : rowsOfLevel(depth)) {
      if (name(row).equalsIgnoreCase(memberName)) {
        return row;
      }
    }
    return NONE;
  }
}
