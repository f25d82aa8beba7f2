package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where rows come from: a table, a query, rows in the schema, or a join of two of these. */
public sealed interface Relation {
  Location location();

  /** A relation that has one alias. */
  sealed interface Single extends Relation {
    /** The name by which expressions refer to it. */
    String alias();
  }

  /**
   * A table or view of the database.
   *
   * @param schema the database schema, null for the default
   * @param filter SQL condition that rows must meet, null for all rows
   */
  record Table(
      @Nullable String schema,
      String name,
      String alias,
      SqlExpression.@Nullable Text filter,
      Location location)
      implements Single {
    public Table {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(alias, "alias");
      Objects.requireNonNull(location, "location");
    }
  }

  /** A query given as SQL. */
  record View(String alias, List<SqlExpression.DialectText> sql, Location location)
      implements Single {
    public View {
      Objects.requireNonNull(alias, "alias");
      sql = List.copyOf(sql);
      Objects.requireNonNull(location, "location");
    }
  }

  /**
   * Rows written in the schema.
   *
   * @param rows values in the order of columns, null for SQL null
   */
  record InlineTable(
      String alias,
      List<InlineColumn> columns,
      List<List<@Nullable String>> rows,
      Location location)
      implements Single {
    public InlineTable {
      Objects.requireNonNull(alias, "alias");
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      Objects.requireNonNull(location, "location");
    }
  }

  /** A column of an inline table. */
  record InlineColumn(String name, DataType type) {
    public InlineColumn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }

  /**
   * A join; the keys are columns of the tables of these aliases.
   *
   * @param leftAlias alias of the left key's table (filled in where it was left out)
   */
  record Join(
      Relation left,
      String leftAlias,
      String leftKey,
      Relation right,
      String rightAlias,
      String rightKey,
      Location location)
      implements Relation {
    public Join {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(leftAlias, "leftAlias");
      Objects.requireNonNull(leftKey, "leftKey");
      Objects.requireNonNull(right, "right");
      Objects.requireNonNull(rightAlias, "rightAlias");
      Objects.requireNonNull(rightKey, "rightKey");
      Objects.requireNonNull(location, "location");
    }
  }
}
