package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Keys;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.MemberTableBuilder;
import org.quadrille.cubes.model.MemberTableBuilder.Node;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Level;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.SqlExpression;

/** Reads the members of a hierarchy by one statement. */
final class MemberReader {
  private final Hierarchy hierarchy;
  private final Relation relation;
  private final String allName;
  private final List<Column> columns = new ArrayList<>();

  /** Where a level's values stand in a row; -1 for what the level does not have. */
  private record Column(
      int level, int key, int name, int caption, int ordinal, int parent, int[] properties) {}

  /**
   * Reads that hierarchy.
   *
   * @param fact the facts' relation, for a hierarchy that has none of its own
   */
  MemberReader(Hierarchy hierarchy, String allName, Relation fact) {
    this.hierarchy = hierarchy;
    this.allName = allName;
    this.relation = hierarchy.relation() == null ? fact : hierarchy.relation();
  }

  /** The statement. */
  String sql(Algebra algebra) {
    RelationGraph graph = RelationGraph.of(relation);
    RelationBuilder relations = new RelationBuilder(algebra);
    Map<String, String> byAlias = new HashMap<>();
    for (String alias : graph.nodes().keySet()) {
      byAlias.put(alias, alias);
    }
    String first = graph.first();
    relations.start(first, graph.nodes().get(first));
    for (String alias : graph.nodes().keySet()) {
      for (RelationGraph.Edge step : graph.path(first, alias)) {
        if (!relations.has(step.right())) {
          relations.join(
              step.right(),
              graph.nodes().get(step.right()),
              step.left(),
              step.leftColumn(),
              step.rightColumn());
        }
      }
    }
    RelBuilder builder = relations.builder();
    List<RexNode> select = new ArrayList<>();
    for (int i = 0; i < hierarchy.levels().size(); i++) {
      addLevel(i, hierarchy.levels().get(i), select, relations, first, byAlias);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < select.size(); i++) {
      names.add("c" + i);
    }
    builder.project(select, names, true).distinct();
    return algebra.toSql(builder.build());
  }

  private void addLevel(
      int index,
      Level level,
      List<RexNode> select,
      RelationBuilder relations,
      String first,
      Map<String, String> byAlias) {
    int[] properties = new int[level.properties().size()];
    int key = add(level.key(), select, relations, first, byAlias);
    int name = add(level.nameKey(), select, relations, first, byAlias);
    int caption = add(level.captionKey(), select, relations, first, byAlias);
    int ordinal = add(level.ordinalKey(), select, relations, first, byAlias);
    int parent = add(level.parentKey(), select, relations, first, byAlias);
    for (int p = 0; p < properties.length; p++) {
      properties[p] =
          add(level.properties().get(p).expression(), select, relations, first, byAlias);
    }
    columns.add(new Column(index, key, name, caption, ordinal, parent, properties));
  }

  private static int add(
      @Nullable SqlExpression expression,
      List<RexNode> select,
      RelationBuilder relations,
      String first,
      Map<String, String> byAlias) {
    if (expression == null) {
      return -1;
    }
    RexNode node = relations.expression(expression, first, byAlias);
    int at = select.indexOf(node);
    if (at >= 0) {
      return at;
    }
    select.add(node);
    return select.size() - 1;
  }

  /** The members of the rows that the statement gave. */
  MemberTable read(List<@Nullable Object[]> rows) {
    int shift = hierarchy.hasAll() ? 1 : 0;
    MemberTableBuilder table = new MemberTableBuilder(hierarchy.levels().size() + shift);
    Node top = table.root();
    if (hierarchy.hasAll()) {
      top = table.add(top, 0, Keys.NULL, allName, null, null, null);
    }
    sortByOrdinals(rows);
    if (hierarchy.levels().stream().anyMatch(Level::isParentChild)) {
      readParentChild(table, top, rows, shift);
    } else {
      for (@Nullable Object[] row : rows) {
        Node parent = top;
        for (Column column : columns) {
          parent = member(table, parent, column, row, shift);
        }
      }
    }
    return table.build();
  }

  /** So that where rows of one key differ, the first in the level's order decides. */
  private void sortByOrdinals(List<@Nullable Object[]> rows) {
    rows.sort(
        (a, b) -> {
          for (Column column : columns) {
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
      MemberTableBuilder table, Node parent, Column column, @Nullable Object[] row, int shift) {
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

  private boolean isHidden(Column column, @Nullable Object nameValue, String name, Node parent) {
    return switch (hierarchy.levels().get(column.level()).hideMemberIf()) {
      case NEVER -> false;
      case IF_BLANK_NAME -> nameValue == null || name.isBlank();
      case IF_PARENTS_NAME -> name.equals(parent.name());
    };
  }

  private void readParentChild(
      MemberTableBuilder table, Node top, List<@Nullable Object[]> rows, int shift) {
    Map<Object, Node> nodes = new HashMap<>();
    Map<Object, Node> parents = new HashMap<>();
    Map<Object, Object> parentKeys = new HashMap<>();
    Column column = columns.get(columns.size() - 1);
    for (@Nullable Object[] row : rows) {
      Node above = top;
      for (Column upper : columns.subList(0, columns.size() - 1)) {
        above = member(table, above, upper, row, shift);
      }
      Object key = Keys.canonical(row[column.key()]);
      if (!nodes.containsKey(key)) {
        nodes.put(key, member(table, above, column, row, shift));
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
