package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Level;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.SqlExpression;

/**
 * The statement that reads the members of some levels of a hierarchy: their keys, names and
 * properties, the keys of what is above them, and how many children the lowest have.
 */
final class MemberStatement {
  private final Hierarchy hierarchy;
  private final RelationBuilder relations;
  private final String first;
  private final Map<String, String> byAlias = new HashMap<>();
  private final List<RexNode> select = new ArrayList<>();
  private final List<Integer> above = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final int childCount;
  private final String sql;

  /**
   * Where a level's values stand in a row; -1 for what the level does not have.
   *
   * @param level index in the hierarchy, the All level not counted
   */
  record Column(
      int level, int key, int name, int caption, int ordinal, int parent, int[] properties) {}

  /**
   * Builds the statement.
   *
   * @param fact the facts' relation, for a hierarchy that has none of its own
   * @param from index of the first level to read, the All level not counted
   * @param to index of the last
   */
  MemberStatement(Hierarchy hierarchy, Relation fact, int from, int to, Algebra algebra) {
    this.hierarchy = hierarchy;
    RelationGraph graph =
        RelationGraph.of(hierarchy.relation() == null ? fact : hierarchy.relation());
    this.relations = new RelationBuilder(algebra);
    this.first = graph.first();
    join(graph);
    for (int level : keyLevels(from - 1)) {
      above.add(add(hierarchy.levels().get(level).key()));
    }
    for (int level = from; level <= to; level++) {
      add(level);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < select.size(); i++) {
      names.add("c" + i);
    }
    RelBuilder builder = relations.builder();
    if (to + 1 == hierarchy.levels().size()) {
      childCount = -1;
      builder.project(select, names, true).distinct();
    } else {
      childCount = select.size();
      aggregate(hierarchy.levels().get(to + 1), names);
    }
    this.sql = algebra.toSql(builder.build());
  }

  private void join(RelationGraph graph) {
    for (String alias : graph.nodes().keySet()) {
      byAlias.put(alias, alias);
    }
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
  }

  /** The levels whose keys together identify a member of a level, topmost first. */
  private List<Integer> keyLevels(int level) {
    List<Integer> levels = new ArrayList<>();
    for (int at = level; at >= 0; at--) {
      levels.add(0, at);
      if (hierarchy.levels().get(at).uniqueMembers()) {
        break;
      }
    }
    return levels;
  }

  private void add(int index) {
    Level level = hierarchy.levels().get(index);
    int key = add(level.key());
    int name = add(level.nameKey());
    int caption = add(level.captionKey());
    int ordinal = add(level.ordinalKey());
    int parent = add(level.parentKey());
    int[] properties = new int[level.properties().size()];
    for (int p = 0; p < properties.length; p++) {
      properties[p] = add(level.properties().get(p).expression());
    }
    columns.add(new Column(index, key, name, caption, ordinal, parent, properties));
  }

  private int add(@Nullable SqlExpression expression) {
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

  /** Groups by all columns and counts the keys of the level below. */
  private void aggregate(Level below, List<String> names) {
    RelBuilder builder = relations.builder();
    boolean eachRowIsOne =
        hierarchy.relation() instanceof Relation.Single
            && below.key() instanceof SqlExpression.Column column
            && column.name().equalsIgnoreCase(hierarchy.primaryKey());
    List<RexNode> inputs = new ArrayList<>(select);
    List<String> inputNames = new ArrayList<>(names);
    if (!eachRowIsOne) {
      inputs.add(relations.expression(below.key(), first, byAlias));
      inputNames.add("child");
    }
    builder.project(inputs, inputNames, true);
    int[] keys = new int[select.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = i;
    }
    builder.aggregate(
        builder.groupKey(keys),
        eachRowIsOne
            ? builder.countStar("children")
            : builder.count(true, "children", builder.field(select.size())));
  }

  String sql() {
    return sql;
  }

  /** Where the keys of the level above the first one stand, topmost first. */
  List<Integer> above() {
    return above;
  }

  /** The levels that are read, topmost first. */
  List<Column> columns() {
    return columns;
  }

  /** Where the number of children of the lowest members stands; -1 at the bottom. */
  int childCount() {
    return childCount;
  }
}
