package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Generation;
import org.quadrille.cubes.model.KeyColumn;
import org.quadrille.cubes.model.Keys;
import org.quadrille.cubes.model.MemberTable;

/** The rows of a member statement as generations: sorted, each key once under its parent. */
final class LevelRows {
  private final MemberStatement statement;
  private final List<ValueColumn> values;
  private final int size;
  private final int[] parents;

  /**
   * Takes the columns of the result.
   *
   * @param values a column for each of the statement
   */
  LevelRows(MemberStatement statement, List<ValueColumn> values) {
    this.statement = statement;
    this.values = values;
    this.size = values.get(0).size();
    this.parents = new int[size];
  }

  /**
   * The generations.
   *
   * @param above the table with all levels above the first
   * @param firstDepth depth of the first level that was read
   */
  List<Generation> generations(MemberTable above, int firstDepth) {
    int[] rows = attach(above, firstDepth);
    List<Generation> generations = new ArrayList<>();
    int first = firstRow(above, firstDepth);
    for (MemberStatement.Column column : statement.columns()) {
      boolean isLowest = generations.size() == statement.columns().size() - 1;
      Generation generation =
          generation(column, firstDepth + generations.size(), rows, first, isLowest);
      generations.add(generation);
      first += generation.parent().length;
    }
    return generations;
  }

  private static int firstRow(MemberTable above, int firstDepth) {
    return firstDepth == 0 ? 0 : above.rangeOfLevel(firstDepth - 1)[1];
  }

  /** Finds the parents of the first level; rows without one are left out. */
  private int[] attach(MemberTable above, int firstDepth) {
    int[] rows = new int[size];
    int count = 0;
    @Nullable Object[] path = new @Nullable Object[statement.above().size()];
    for (int row = 0; row < size; row++) {
      int parent = firstDepth == 0 ? MemberTable.NONE : 0;
      if (path.length > 0) {
        for (int i = 0; i < path.length; i++) {
          path[i] = values.get(statement.above().get(i)).get(row);
        }
        parent = above.rowByPath(firstDepth - 1, path);
        if (parent == MemberTable.NONE) {
          continue;
        }
      }
      parents[row] = parent;
      rows[count++] = row;
    }
    return java.util.Arrays.copyOf(rows, count);
  }

  private Generation generation(
      MemberStatement.Column column, int depth, int[] rows, int first, boolean isLowest) {
    IntSort.sort(rows, (a, b) -> compare(column, a, b));
    ValueColumn keys = values.get(column.key());
    int[] chosen = new int[rows.length];
    int[] member = new int[rows.length];
    Siblings siblings = new Siblings(keys, column.ordinal() >= 0);
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      int known = siblings.find(parents[rows[i]], rows[i]);
      if (known < 0) {
        siblings.add(parents[rows[i]], rows[i], count);
        known = count;
        chosen[count++] = rows[i];
      }
      member[i] = known;
    }
    int[] places = java.util.Arrays.copyOf(chosen, count);
    int[] above = new int[count];
    for (int i = 0; i < count; i++) {
      above[i] = parents[places[i]];
    }
    int[] children = isLowest ? children(rows, member, count) : null;
    for (int i = 0; i < rows.length; i++) {
      parents[rows[i]] = first + member[i];
    }
    return new Generation(
        depth,
        above,
        KeyColumn.of(keys.pick(places)),
        names(column, places),
        captions(column, places),
        properties(column, places),
        null,
        children);
  }

  /** By parent, order and key; then by all else, so that which row decides is settled. */
  private int compare(MemberStatement.Column column, int a, int b) {
    int order = Integer.compare(parents[a], parents[b]);
    if (order == 0 && column.ordinal() >= 0) {
      order = values.get(column.ordinal()).compare(a, b);
    }
    if (order == 0) {
      order = values.get(column.key()).compare(a, b);
    }
    if (order == 0 && column.name() >= 0) {
      order = values.get(column.name()).compare(a, b);
    }
    if (order == 0 && column.caption() >= 0) {
      order = values.get(column.caption()).compare(a, b);
    }
    for (int p = 0; p < column.properties().length && order == 0; p++) {
      order = values.get(column.properties()[p]).compare(a, b);
    }
    return order;
  }

  private int @Nullable [] children(int[] rows, int[] member, int count) {
    if (statement.childCount() < 0) {
      return null;
    }
    int[] children = new int[count];
    for (int i = 0; i < rows.length; i++) {
      Object found = values.get(statement.childCount()).get(rows[i]);
      children[member[i]] += found == null ? 0 : ((Number) found).intValue();
    }
    return children;
  }

  private String @Nullable [] names(MemberStatement.Column column, int[] places) {
    ValueColumn from = values.get(column.name() < 0 ? column.key() : column.name());
    if (column.name() < 0 && from.isWhole()) {
      return null;
    }
    String[] names = new String[places.length];
    for (int i = 0; i < names.length; i++) {
      Object value = from.get(places[i]);
      names[i] = value == null ? "#null" : MemberNames.text(value);
    }
    return names;
  }

  private String @Nullable [] captions(MemberStatement.Column column, int[] places) {
    if (column.caption() < 0) {
      return null;
    }
    String[] captions = new String[places.length];
    for (int i = 0; i < captions.length; i++) {
      Object value = values.get(column.caption()).get(places[i]);
      captions[i] = value == null ? null : MemberNames.text(value);
    }
    return captions;
  }

  private List<@Nullable Object[]> properties(MemberStatement.Column column, int[] places) {
    List<@Nullable Object[]> properties = new ArrayList<>();
    for (int at : column.properties()) {
      properties.add(values.get(at).pick(places));
    }
    return properties;
  }

  /** The members found so far by parent and key. */
  private static final class Siblings {
    private final ValueColumn keys;
    private final @Nullable Map<Key, Integer> others;
    private int lastParent;
    private int lastRow = -1;
    private int lastMember = -1;

    private record Key(int parent, Object key) {}

    /**
     * None yet.
     *
     * @param scattered whether rows of one key may not follow each other
     */
    Siblings(ValueColumn keys, boolean scattered) {
      this.keys = keys;
      this.others = scattered ? new HashMap<>() : null;
    }

    int find(int parent, int row) {
      if (lastRow >= 0 && lastParent == parent && keys.compare(lastRow, row) == 0) {
        return lastMember;
      }
      return others == null
          ? -1
          : others.getOrDefault(new Key(parent, Keys.canonical(keys.get(row))), -1);
    }

    void add(int parent, int row, int member) {
      lastParent = parent;
      lastRow = row;
      lastMember = member;
      if (others != null) {
        others.put(new Key(parent, Keys.canonical(keys.get(row))), member);
      }
    }
  }
}
