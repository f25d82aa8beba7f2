package org.quadrille.cubes.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The members of a hierarchy in columns. A member is a row number, and rows stand in hierarchical
 * order: a parent before its children, siblings by their order key. So comparing row numbers
 * compares positions in the hierarchy, and what is below a member is the range up to its end.
 *
 * <p>Members that a ragged hierarchy hides are rows too, since the keys and names of what is below
 * them run through them; navigation steps over them.
 */
public final class MemberTable {
  /** Row number that stands for no member. */
  public static final int NONE = -1;

  private static final int INDEX_FROM = 24;

  private final int[] parent;
  private final int[] end;
  private final int[] level;
  private final @Nullable Object[] key;
  private final String[] name;
  private final String @Nullable [] caption;
  private final @Nullable Object[] @Nullable [] orderKeys;
  private final @Nullable Object @Nullable [][] properties;
  private final boolean @Nullable [] hidden;
  private final int[][] byLevel;
  private final Map<Integer, Map<String, Integer>> childrenByName = new ConcurrentHashMap<>();
  private final Map<Integer, Map<Object, Integer>> childrenByKey = new ConcurrentHashMap<>();
  private final Map<Integer, Map<Object, Integer>> levelByKey = new ConcurrentHashMap<>();

  /** Takes over the columns; {@link MemberTableBuilder} makes them. */
  MemberTable(
      int levels,
      int[] parent,
      int[] end,
      int[] level,
      @Nullable Object[] key,
      String[] name,
      String @Nullable [] caption,
      @Nullable Object[] @Nullable [] orderKeys,
      @Nullable Object @Nullable [][] properties,
      boolean @Nullable [] hidden) {
    this.parent = parent;
    this.end = end;
    this.level = level;
    this.key = key;
    this.name = name;
    this.caption = caption;
    this.orderKeys = orderKeys;
    this.properties = properties;
    this.hidden = hidden;
    this.byLevel = rowsByLevel(levels);
  }

  private int[][] rowsByLevel(int levels) {
    int[] count = new int[levels];
    for (int row = 0; row < level.length; row++) {
      if (!isHidden(row)) {
        count[level[row]]++;
      }
    }
    int[][] rows = new int[levels][];
    for (int l = 0; l < levels; l++) {
      rows[l] = new int[count[l]];
    }
    int[] next = new int[levels];
    for (int row = 0; row < level.length; row++) {
      if (!isHidden(row)) {
        rows[level[row]][next[level[row]]++] = row;
      }
    }
    return rows;
  }

  /** How many rows there are. */
  public int size() {
    return parent.length;
  }

  /** The depth of the level of a row; 0 is the topmost level. */
  public int level(int row) {
    return level[row];
  }

  /** The row of the parent by key, hidden or not; {@link #NONE} at the top. */
  public int keyParent(int row) {
    return parent[row];
  }

  /** The row of the parent that navigation shows; {@link #NONE} at the top. */
  public int parent(int row) {
    int up = parent[row];
    while (up != NONE && isHidden(up)) {
      up = parent[up];
    }
    return up;
  }

  /** The first row after a row's descendants. */
  public int end(int row) {
    return end[row];
  }

  /** The member's key as the database gave it; null for the key null and for the All member. */
  public @Nullable Object key(int row) {
    return key[row];
  }

  /** The member's name. */
  public String name(int row) {
    return name[row];
  }

  /** The member's caption; the name where the level has no caption column. */
  public String caption(int row) {
    return caption == null || caption[row] == null ? name[row] : caption[row];
  }

  /** What orders the member among its siblings. */
  public @Nullable Object orderKey(int row) {
    return orderKeys == null || orderKeys[row] == null ? key[row] : orderKeys[row][0];
  }

  /**
   * The value of a property of the row's level.
   *
   * @param index position of the property in the level
   */
  public @Nullable Object property(int row, int index) {
    return properties == null || properties[row] == null ? null : properties[row][index];
  }

  /** Whether a ragged hierarchy hides the row. */
  public boolean isHidden(int row) {
    return hidden != null && hidden[row];
  }

  /** The rows of a level, in order, without hidden ones. Not to be changed. */
  public int[] rowsOfLevel(int depth) {
    return byLevel[depth];
  }

  /** The rows of a row's children as navigation shows them, in order. */
  public int[] children(int row) {
    return collectChildren(row + 1, end[row]);
  }

  /** The topmost rows. */
  public int[] roots() {
    return collectChildren(0, size());
  }

  private int[] collectChildren(int from, int to) {
    int[] rows = new int[8];
    int count = 0;
    int row = from;
    while (row < to) {
      if (isHidden(row)) {
        row++;
        continue;
      }
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, count * 2);
      }
      rows[count++] = row;
      row = end[row];
    }
    return Arrays.copyOf(rows, count);
  }

  /** Whether a row has children that navigation shows. */
  public boolean hasChildren(int row) {
    for (int r = row + 1; r < end[row]; r++) {
      if (!isHidden(r)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The row of a child by name, without regard to case.
   *
   * @param row the parent, or {@link #NONE} for the topmost rows
   * @return {@link #NONE} where there is none
   */
  public int childByName(int row, String childName) {
    int from = row == NONE ? 0 : row + 1;
    int to = row == NONE ? size() : end[row];
    if (to - from < INDEX_FROM) {
      for (int r = from; r < to; r++) {
        if (parent[r] == row && name[r].equalsIgnoreCase(childName)) {
          return r;
        }
      }
      return visibleChildByName(row, childName);
    }
    Integer found =
        childrenByName
            .computeIfAbsent(row, r -> indexNames(r, from, to))
            .get(childName.toLowerCase(Locale.ROOT));
    return found == null ? visibleChildByName(row, childName) : found;
  }

  /** A child whose parents by key are hidden, so that navigation shows it directly below. */
  private int visibleChildByName(int row, String childName) {
    if (hidden == null || row == NONE) {
      return NONE;
    }
    for (int r = row + 1; r < end[row]; r++) {
      if (name[r].equalsIgnoreCase(childName) && parent(r) == row && !isHidden(r)) {
        return r;
      }
    }
    return NONE;
  }

  private Map<String, Integer> indexNames(int row, int from, int to) {
    Map<String, Integer> index = new HashMap<>();
    for (int r = from; r < to; r++) {
      if (parent[r] == row) {
        index.putIfAbsent(name[r].toLowerCase(Locale.ROOT), r);
      }
    }
    return index;
  }

  /**
   * The row of a child by key.
   *
   * @param row the parent by key, or {@link #NONE} for the topmost rows
   */
  public int childByKey(int row, @Nullable Object childKey) {
    return childrenByKey
        .computeIfAbsent(row, this::indexKeys)
        .getOrDefault(Keys.canonical(childKey), NONE);
  }

  private Map<Object, Integer> indexKeys(int row) {
    int from = row == NONE ? 0 : row + 1;
    int to = row == NONE ? size() : end[row];
    Map<Object, Integer> index = new HashMap<>();
    int r = from;
    while (r < to) {
      index.putIfAbsent(Keys.canonical(key[r]), r);
      r = end[r];
    }
    return index;
  }

  /** The row of a level's member by its own key alone; for levels whose keys are unique. */
  public int rowByKey(int depth, @Nullable Object memberKey) {
    return levelByKey
        .computeIfAbsent(depth, this::indexLevel)
        .getOrDefault(Keys.canonical(memberKey), NONE);
  }

  private Map<Object, Integer> indexLevel(int depth) {
    Map<Object, Integer> index = new HashMap<>();
    for (int row = 0; row < size(); row++) {
      if (level[row] == depth) {
        index.putIfAbsent(Keys.canonical(key[row]), row);
      }
    }
    return index;
  }

  /** The first row of a level with that name, without regard to case; {@link #NONE} without. */
  public int rowByName(int depth, String memberName) {
    for (int row : byLevel[depth]) {
      if (name[row].equalsIgnoreCase(memberName)) {
        return row;
      }
    }
    return NONE;
  }

  /** The keys from the top of the hierarchy down to the row, the All member left out. */
  public List<@Nullable Object> keyPath(int row, int firstLevel) {
    int length = 0;
    for (int r = row; r != NONE && level[r] >= firstLevel; r = parent[r]) {
      length++;
    }
    @Nullable Object[] path = new @Nullable Object[length];
    int r = row;
    for (int i = length - 1; i >= 0; i--) {
      path[i] = key[r];
      r = parent[r];
    }
    return Arrays.asList(path);
  }
}
