package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.schema.DataType;
import org.quadrille.cubes.schema.Level;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.Membership;

/**
 * Facts joined to what a star query needs of its dimensions and nothing else. Hierarchies that join
 * the same table by the same key share the join. Ask for everything first ({@link #require}), then
 * take the expressions.
 */
final class FactJoins {
  private static final String FACT = "fact";

  private final MeasureGroup group;
  private final RelationBuilder relations;
  private final @Nullable AggregateChoice aggregate;

  /**
   * Starts from the facts or from an aggregate table that stands for them.
   *
   * @param aggregate null for the facts
   */
  FactJoins(MeasureGroup group, @Nullable AggregateChoice aggregate, Algebra algebra) {
    this.group = group;
    this.aggregate = aggregate;
    this.relations = new RelationBuilder(algebra);
    if (!(group.fact() instanceof Relation.Single fact)) {
      throw new StoreException("facts must be one table or view: " + group.name(), null);
    }
    relations.start(FACT, aggregate == null ? fact : aggregate.relation());
  }

  RelationBuilder relations() {
    return relations;
  }

  /** Joins what the keys of a grain need. */
  void require(GrainLevel grain) {
    for (Level level : keyLevels(grain)) {
      nodeOf(grain, level);
    }
  }

  /** The keys that identify a member of the grain, topmost first. */
  List<RexNode> keys(GrainLevel grain) {
    List<RexNode> keys = new ArrayList<>();
    for (Level level : keyLevels(grain)) {
      keys.add(key(grain, level));
    }
    return keys;
  }

  /**
   * The aggregate table's column with a level's key; null where there is no such table or it keeps
   * the foreign key, by which the dimension is joined.
   */
  private @Nullable String collapsed(GrainLevel grain, Level level) {
    if (aggregate == null || foreignKey(grain.hierarchy()) != null) {
      return null;
    }
    return aggregate.levelColumn(levelOf(grain.hierarchy(), level));
  }

  /** The column of the facts, or of what stands for them, that joins a hierarchy. */
  private @Nullable String foreignKey(Hierarchy hierarchy) {
    String column = link(hierarchy).foreignKey();
    return aggregate == null ? column : aggregate.foreignKey(column);
  }

  /** A column of the aggregate table. */
  RexNode aggregateColumn(String column) {
    return relations.column(FACT, column);
  }

  /** What a measure aggregates. */
  RexNode measure(SqlExpression expression) {
    return relations.expression(expression, FACT, Map.of());
  }

  /** Joins what an expression over a level's relation needs. */
  void require(org.quadrille.cubes.model.Level level, SqlExpression expression) {
    nodeOf(level.hierarchy(), expression);
  }

  /** An expression over a level's relation. */
  RexNode value(org.quadrille.cubes.model.Level level, SqlExpression expression) {
    Hierarchy hierarchy = level.hierarchy();
    return relations.expression(expression, nodeOf(hierarchy, expression), aliases(hierarchy));
  }

  /** The levels whose keys together identify a member, topmost first. */
  static List<Level> keyLevels(GrainLevel grain) {
    List<org.quadrille.cubes.model.Level> levels = grain.hierarchy().levels();
    List<Level> keys = new ArrayList<>();
    for (int depth = grain.level().depth(); depth >= 0; depth--) {
      Level definition = levels.get(depth).definition();
      if (definition == null) {
        break;
      }
      keys.add(0, definition);
      if (definition.uniqueMembers() || definition.isParentChild()) {
        break;
      }
    }
    return keys;
  }

  private RexNode key(GrainLevel grain, Level level) {
    String collapsed = collapsed(grain, level);
    if (collapsed != null) {
      return relations.column(FACT, collapsed);
    }
    String node = nodeOf(grain, level);
    if (isClosure(grain, level)) {
      return relations.column(
          node, level.closure() == null ? "parent_key" : level.closure().parentColumn());
    }
    return relations.expression(level.key(), node, aliases(grain.hierarchy()));
  }

  private static boolean isClosure(GrainLevel grain, Level level) {
    return level.isParentChild() && grain.membership() == Membership.ROLLED_UP;
  }

  private org.quadrille.cubes.schema.Hierarchy definition(Hierarchy hierarchy) {
    org.quadrille.cubes.schema.Hierarchy definition = hierarchy.definition();
    if (definition == null) {
      throw new IllegalStateException("measures are no dimension of facts");
    }
    return definition;
  }

  private MeasureGroup.Link link(Hierarchy hierarchy) {
    MeasureGroup.Link link = group.link(hierarchy.dimension().name());
    if (link == null) {
      throw new IllegalStateException(
          hierarchy.uniqueName() + " does not apply to the facts of " + group.name());
    }
    return link;
  }

  private boolean inFacts(Hierarchy hierarchy) {
    org.quadrille.cubes.schema.Hierarchy definition = definition(hierarchy);
    return definition.relation() == null || link(hierarchy).foreignKey() == null;
  }

  /** The relation that holds a level's key, joined if it was not yet. */
  private String nodeOf(GrainLevel grain, Level level) {
    Hierarchy hierarchy = grain.hierarchy();
    if (collapsed(grain, level) != null) {
      return FACT;
    }
    if (isClosure(grain, level)) {
      return closure(hierarchy, level);
    }
    return nodeOf(hierarchy, level.key());
  }

  private String nodeOf(Hierarchy hierarchy, SqlExpression expression) {
    if (inFacts(hierarchy)) {
      return FACT;
    }
    RelationGraph graph = graph(hierarchy);
    String root = rootAlias(hierarchy, graph);
    if (expression instanceof SqlExpression.Column column) {
      String table = column.table();
      return joined(hierarchy, graph, table == null ? root : table.toLowerCase(Locale.ROOT));
    }
    for (String alias : graph.nodes().keySet()) {
      joined(hierarchy, graph, alias);
    }
    String table = ((SqlExpression.Text) expression).table();
    return joined(hierarchy, graph, table == null ? root : table.toLowerCase(Locale.ROOT));
  }

  private RelationGraph graph(Hierarchy hierarchy) {
    Relation relation = definition(hierarchy).relation();
    if (relation == null) {
      throw new IllegalStateException(hierarchy.uniqueName() + " has no relation");
    }
    return RelationGraph.of(relation);
  }

  private String rootAlias(Hierarchy hierarchy, RelationGraph graph) {
    String table = definition(hierarchy).primaryKeyTable();
    return table == null ? graph.first() : table.toLowerCase(Locale.ROOT);
  }

  /** The name of the node of an alias in a hierarchy's relation, whether it is joined or not. */
  private String nodeName(Hierarchy hierarchy, RelationGraph graph, String alias) {
    String root = rootAlias(hierarchy, graph);
    StringBuilder name =
        new StringBuilder(link(hierarchy).foreignKey() + ":" + joinKey(hierarchy) + ":");
    name.append(describe(graph.nodes().get(root)));
    for (RelationGraph.Edge step : graph.path(root, alias)) {
      name.append('>').append(step.leftColumn()).append('=');
      name.append(describe(graph.nodes().get(step.right())));
      name.append('.').append(step.rightColumn());
    }
    return name.toString();
  }

  /** Tables of one name are one relation whatever their aliases; views and rows are themselves. */
  private static String describe(Relation.@Nullable Single single) {
    if (single instanceof Relation.Table table && table.filter() == null) {
      return table.schema() + "." + table.name();
    }
    return String.valueOf(single);
  }

  private String joinKey(Hierarchy hierarchy) {
    MeasureGroup.Link link = link(hierarchy);
    if (link.level() != null) {
      org.quadrille.cubes.model.Level level = hierarchy.level(link.level());
      if (level != null
          && level.definition() != null
          && level.definition().key() instanceof SqlExpression.Column column) {
        return column.name();
      }
    }
    String key = definition(hierarchy).primaryKey();
    if (key == null) {
      throw new StoreException(
          "hierarchy "
              + hierarchy.uniqueName()
              + " needs a primaryKey to be joined to "
              + group.name(),
          null);
    }
    return key;
  }

  private String joined(Hierarchy hierarchy, RelationGraph graph, String alias) {
    String root = rootAlias(hierarchy, graph);
    String at = nodeName(hierarchy, graph, root);
    if (!relations.has(at)) {
      relations.join(
          at, single(graph, root), FACT, String.valueOf(foreignKey(hierarchy)), joinKey(hierarchy));
    }
    String reached = root;
    for (RelationGraph.Edge step : graph.path(root, alias)) {
      String next = nodeName(hierarchy, graph, step.right());
      if (!relations.has(next)) {
        relations.join(
            next, single(graph, step.right()), at, step.leftColumn(), step.rightColumn());
      }
      at = next;
      reached = step.right();
    }
    if (!reached.equals(alias)) {
      throw new StoreException(hierarchy.uniqueName() + " has no table " + alias, null);
    }
    return at;
  }

  private static Relation.Single single(RelationGraph graph, String alias) {
    Relation.Single relation = graph.nodes().get(alias);
    if (relation == null) {
      throw new StoreException(
          "there is no table " + alias + " among " + graph.nodes().keySet(), null);
    }
    return relation;
  }

  private Map<String, String> aliases(Hierarchy hierarchy) {
    Map<String, String> aliases = new HashMap<>();
    if (inFacts(hierarchy)) {
      return aliases;
    }
    RelationGraph graph = graph(hierarchy);
    for (String alias : graph.nodes().keySet()) {
      String node = nodeName(hierarchy, graph, alias);
      if (relations.has(node)) {
        aliases.put(alias, node);
      }
    }
    return aliases;
  }

  /** Pairs of ancestor and descendant: the schema's closure table, else made of the dictionary. */
  private String closure(Hierarchy hierarchy, Level level) {
    String node = "closure of " + hierarchy.uniqueName();
    if (relations.has(node)) {
      return node;
    }
    Level.Closure closure = level.closure();
    Relation.Single pairs = closure == null ? pairs(hierarchy, level) : closure.table();
    String child = closure == null ? "child_key" : closure.childColumn();
    boolean direct =
        !inFacts(hierarchy)
            && level.key() instanceof SqlExpression.Column column
            && column.name().equalsIgnoreCase(joinKey(hierarchy));
    if (direct) {
      relations.join(node, pairs, FACT, String.valueOf(foreignKey(hierarchy)), child);
    } else {
      String at = nodeOf(new GrainLevel(levelOf(hierarchy, level), Membership.OWN), level);
      relations.join(node, pairs, at, ((SqlExpression.Column) level.key()).name(), child);
    }
    return node;
  }

  private static org.quadrille.cubes.model.Level levelOf(Hierarchy hierarchy, Level level) {
    return hierarchy.levels().stream()
        .filter(l -> l.definition() == level)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no level " + level.name()));
  }

  private static Relation.Single pairs(Hierarchy hierarchy, Level level) {
    MemberTable members = hierarchy.members();
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int row = 0; row < members.size(); row++) {
      Object key = members.key(row);
      if (key == null || key == org.quadrille.cubes.model.Keys.NULL) {
        continue;
      }
      for (int up = row; up != MemberTable.NONE; up = members.keyParent(up)) {
        Object ancestor = members.key(up);
        if (ancestor != null && ancestor != org.quadrille.cubes.model.Keys.NULL) {
          rows.add(List.of(MemberNames.text(ancestor), MemberNames.text(key)));
        }
      }
    }
    DataType type = level.type() == DataType.STRING ? DataType.STRING : DataType.LONG;
    return new Relation.InlineTable(
        "closure",
        List.of(
            new Relation.InlineColumn("parent_key", type),
            new Relation.InlineColumn("child_key", type)),
        rows,
        level.location());
  }
}
