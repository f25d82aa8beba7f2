package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quadrille.cubes.schema.Relation;

/** The single relations of a join and the equalities between them. */
record RelationGraph(Map<String, Relation.Single> nodes, List<Edge> edges) {

  /** An equality between columns of two relations, by alias in lower case. */
  record Edge(String left, String leftColumn, String right, String rightColumn) {}

  static RelationGraph of(Relation relation) {
    RelationGraph graph = new RelationGraph(new LinkedHashMap<>(), new ArrayList<>());
    graph.add(relation);
    return graph;
  }

  private void add(Relation relation) {
    if (relation instanceof Relation.Single single) {
      nodes.put(single.alias().toLowerCase(Locale.ROOT), single);
      return;
    }
    Relation.Join join = (Relation.Join) relation;
    add(join.left());
    add(join.right());
    edges.add(
        new Edge(
            join.leftAlias().toLowerCase(Locale.ROOT),
            join.leftKey(),
            join.rightAlias().toLowerCase(Locale.ROOT),
            join.rightKey()));
  }

  /** The first relation, which is the one nearest to the facts where nothing else is said. */
  String first() {
    return nodes.keySet().iterator().next();
  }

  /** The steps that lead from one relation to another; empty for the same. */
  List<Edge> path(String from, String to) {
    List<Edge> path = new ArrayList<>();
    if (!from.equals(to) && !search(from, to, from, path)) {
      throw new StoreException("nothing joins " + from + " to " + to, null);
    }
    return path;
  }

  private boolean search(String at, String to, String cameFrom, List<Edge> path) {
    for (Edge edge : edges) {
      Edge step =
          edge.left().equals(at)
              ? edge
              : edge.right().equals(at)
                  ? new Edge(edge.right(), edge.rightColumn(), edge.left(), edge.leftColumn())
                  : null;
      if (step == null || step.right().equals(cameFrom)) {
        continue;
      }
      path.add(step);
      if (step.right().equals(to) || search(step.right(), to, at, path)) {
        return true;
      }
      path.remove(path.size() - 1);
    }
    return false;
  }
}
