package org.quadrille.cubes.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Generation;
import org.quadrille.cubes.model.Keys;
import org.quadrille.cubes.model.MemberTableBuilder;
import org.quadrille.cubes.model.MemberTableBuilder.Node;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Level;

/** The members of a parent-child or ragged hierarchy, all together. */
final class MemberTree {
  private final Hierarchy hierarchy;
  private final List<MemberStatement.Column> columns;
  private final int shift;

  /** For the rows of that statement. */
  MemberTree(Hierarchy hierarchy, MemberStatement statement) {
    this.hierarchy = hierarchy;
    this.columns = statement.columns();
    this.shift = hierarchy.hasAll() ? 1 : 0;
  }

  /** Whether members can only be laid out when all are known. */
  static boolean isNeeded(Hierarchy hierarchy) {
    return hierarchy.levels().stream()
        .anyMatch(l -> l.isParentChild() || l.hideMemberIf() != Level.HideMemberIf.NEVER);
  }

  /** The generations below the All member, or all. */
  List<Generation> generations(List<@Nullable Object[]> rows) {
    MemberTableBuilder table = new MemberTableBuilder();
    Node top = table.root();
    sortByOrdinals(rows);
    if (hierarchy.levels().stream().anyMatch(Level::isParentChild)) {
      readParentChild(table, top, rows);
    } else {
      for (@Nullable Object[] row : rows) {
        Node parent = top;
        for (MemberStatement.Column column : columns) {
          parent = member(table, parent, column, row);
        }
      }
    }
    return table.build(hierarchy.hasAll(), hierarchy.levels().size() + shift);
  }

  /** So that where rows of one key differ, the first in the level's order decides. */
  private void sortByOrdinals(List<@Nullable Object[]> rows) {
    rows.sort(
        (a, b) -> {
          for (MemberStatement.Column column : columns) {
            int by = column.ordinal() >= 0 ? column.ordinal() : column.key();
            int order = Keys.compare(a[by], b[by]);
            if (order != 0) {
              return order;
            }
          }
          return 0;
        });
  }

  private Node member(
      MemberTableBuilder table,
      Node parent,
      MemberStatement.Column column,
      @Nullable Object[] row) {
    Object key = row[column.key()];
    Node known = table.find(parent, key);
    if (known != null) {
      return known;
    }
    Object nameValue = column.name() < 0 ? key : row[column.name()];
    String name = nameValue == null ? "#null" : MemberNames.text(nameValue);
    Object captionValue = column.caption() < 0 ? null : row[column.caption()];
    @Nullable Object[] order =
        column.ordinal() < 0 ? null : new @Nullable Object[] {row[column.ordinal()]};
    @Nullable Object[] properties =
        column.properties().length == 0 ? null : new @Nullable Object[column.properties().length];
    for (int p = 0; p < column.properties().length; p++) {
      properties[p] = row[column.properties()[p]];
    }
    Node node =
        table.add(
            parent,
            column.level() + shift,
            key,
            name,
            captionValue == null ? null : MemberNames.text(captionValue),
            order,
            properties);
    if (isHidden(column, nameValue, name, parent)) {
      node.hide();
    }
    return node;
  }

  private boolean isHidden(
      MemberStatement.Column column, @Nullable Object nameValue, String name, Node parent) {
    return switch (hierarchy.levels().get(column.level()).hideMemberIf()) {
      case NEVER -> false;
      case IF_BLANK_NAME -> nameValue == null || name.isBlank();
      case IF_PARENTS_NAME -> name.equals(parent.name());
    };
  }

  private void readParentChild(MemberTableBuilder table, Node top, List<@Nullable Object[]> rows) {
    Map<Object, Node> nodes = new HashMap<>();
    Map<Object, Node> parents = new HashMap<>();
    Map<Object, Object> parentKeys = new HashMap<>();
    MemberStatement.Column column = columns.get(columns.size() - 1);
    for (@Nullable Object[] row : rows) {
      Node above = top;
      for (MemberStatement.Column upper : columns.subList(0, columns.size() - 1)) {
        above = member(table, above, upper, row);
      }
      Object key = Keys.canonical(row[column.key()]);
      if (!nodes.containsKey(key)) {
        nodes.put(key, member(table, above, column, row));
        parents.put(key, above);
        Object parentKey = row[column.parent()];
        if (parentKey != null && !isNullParent(parentKey)) {
          parentKeys.put(key, Keys.canonical(parentKey));
        }
      }
    }
    parentKeys.forEach(
        (key, parentKey) -> {
          Node parent = nodes.get(parentKey);
          if (parent != null && !key.equals(parentKey) && !isCycle(key, parentKeys)) {
            table.move(nodes.get(key), parents.get(key), parent);
          }
        });
  }

  private static boolean isCycle(Object key, Map<Object, Object> parentKeys) {
    Set<Object> seen = new HashSet<>();
    Object at = key;
    while (at != null) {
      if (!seen.add(at)) {
        return true;
      }
      at = parentKeys.get(at);
    }
    return false;
  }

  private boolean isNullParent(Object parentKey) {
    String written = hierarchy.levels().get(hierarchy.levels().size() - 1).nullParentValue();
    return written != null && written.equals(MemberNames.text(parentKey));
  }
}
