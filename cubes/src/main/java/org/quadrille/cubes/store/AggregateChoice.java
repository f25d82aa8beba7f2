package org.quadrille.cubes.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.schema.AggregateTable;
import org.quadrille.cubes.schema.Aggregator;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.SqlExpression;

/**
 * An aggregate table that stands for the facts: where it has their levels, foreign keys and
 * measures.
 *
 * @param table name of the table in the database
 */
record AggregateChoice(AggregateTable declaration, String table) {
  AggregateChoice {
    Objects.requireNonNull(declaration, "declaration");
    Objects.requireNonNull(table, "table");
  }

  /** The table as a relation. */
  Relation.Single relation() {
    return new Relation.Table(null, table, table, null, declaration.location());
  }

  /** The column that holds the key of a level, null where it is not collapsed into the table. */
  @Nullable String levelColumn(Level level) {
    for (AggregateTable.AggregateLevel each : declaration.levels()) {
      if (each.collapsed() && names(each.level(), level)) {
        return each.column();
      }
    }
    return null;
  }

  /** The column that holds an expression over a level, null where the table has none. */
  @Nullable String valueColumn(Level level, SqlExpression expression) {
    org.quadrille.cubes.schema.Level definition = level.definition();
    for (AggregateTable.AggregateLevel each : declaration.levels()) {
      if (definition == null || !each.collapsed() || !names(each.level(), level)) {
        continue;
      }
      if (expression.equals(definition.key())) {
        return each.column();
      }
      if (expression.equals(definition.nameKey())) {
        return each.nameColumn();
      }
      if (expression.equals(definition.ordinalKey())) {
        return each.ordinalColumn();
      }
      return propertyColumn(each, definition, expression);
    }
    return null;
  }

  private static @Nullable String propertyColumn(
      AggregateTable.AggregateLevel level,
      org.quadrille.cubes.schema.Level definition,
      SqlExpression expression) {
    for (org.quadrille.cubes.schema.Level.Property property : definition.properties()) {
      for (AggregateTable.AggregateProperty kept : level.properties()) {
        if (property.expression().equals(expression)
            && kept.property().equalsIgnoreCase(property.name())) {
          return kept.column();
        }
      }
    }
    return null;
  }

  private static boolean names(String written, Level level) {
    Hierarchy hierarchy = level.hierarchy();
    Dimension dimension = hierarchy.dimension();
    return written.equalsIgnoreCase(level.uniqueName())
        || written.equalsIgnoreCase(Names.unique(dimension.name(), hierarchy.name(), level.name()))
        || (dimension.hierarchies().get(0) == hierarchy
            && written.equalsIgnoreCase(Names.unique(dimension.name(), level.name())));
  }

  /** The column that holds a foreign key of the facts, null where the table does not keep it. */
  @Nullable String foreignKey(@Nullable String factColumn) {
    for (AggregateTable.ForeignKey each : declaration.foreignKeys()) {
      if (each.factColumn().equalsIgnoreCase(factColumn)) {
        return each.aggregateColumn();
      }
    }
    return null;
  }

  /** The column from which a measure rolls up, null where the table cannot give it. */
  @Nullable String measureColumn(MeasureMember measure) {
    if (!measure.aggregator().rollsUp()) {
      return null;
    }
    for (AggregateTable.AggregateMeasure each : declaration.measures()) {
      if (each.measure().equalsIgnoreCase(measure.uniqueName())) {
        return each.column();
      }
    }
    boolean countsFacts =
        measure.aggregator() == Aggregator.COUNT && measure.definition().expression() == null;
    return countsFacts ? declaration.factCountColumn() : null;
  }

  /** How a measure is computed from its column: counts are added up. */
  static Aggregator rollup(MeasureMember measure) {
    return measure.aggregator() == Aggregator.COUNT ? Aggregator.SUM : measure.aggregator();
  }

  /**
   * Why the table cannot answer a query; null where it can.
   *
   * @param facts whose aggregate it is
   */
  @Nullable String obstacle(StarQuery query, MeasureGroup facts) {
    for (MeasureMember measure : query.measures()) {
      if (measureColumn(measure) == null) {
        return measure.aggregator().rollsUp()
            ? "it does not have " + measure.uniqueName()
            : measure.uniqueName() + " cannot be rolled up";
      }
    }
    for (StarQuery.GrainLevel grain : query.grain()) {
      String obstacle = obstacle(grain, facts);
      if (obstacle != null) {
        return obstacle;
      }
    }
    for (StarQuery.Condition condition : query.conditions()) {
      String obstacle = obstacle(condition, facts);
      if (obstacle != null) {
        return obstacle;
      }
    }
    return null;
  }

  private @Nullable String obstacle(StarQuery.Condition condition, MeasureGroup facts) {
    if (condition instanceof StarQuery.MembersIn in) {
      return obstacle(in.grain(), facts);
    }
    var parts =
        condition instanceof StarQuery.AllOf all
            ? all.conditions()
            : ((StarQuery.AnyOf) condition).conditions();
    for (StarQuery.Condition part : parts) {
      String obstacle = obstacle(part, facts);
      if (obstacle != null) {
        return obstacle;
      }
    }
    return null;
  }

  private @Nullable String obstacle(StarQuery.GrainLevel grain, MeasureGroup facts) {
    MeasureGroup.Link link = facts.link(grain.hierarchy().dimension().name());
    if (link != null && link.foreignKey() != null && foreignKey(link.foreignKey()) != null) {
      return null;
    }
    if (grain.hierarchy().isParentChild()) {
      return "it does not have the key of " + grain.hierarchy().uniqueName();
    }
    for (int depth = grain.level().depth(); depth >= 0; depth--) {
      Level level = grain.hierarchy().levels().get(depth);
      if (level.definition() == null) {
        break;
      }
      if (levelColumn(level) == null) {
        return "it does not have " + level.uniqueName();
      }
      if (level.definition().uniqueMembers()) {
        break;
      }
    }
    return null;
  }
}
