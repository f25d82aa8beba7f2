package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value computed by the database from a relation's columns. */
public sealed interface SqlExpression {
  /**
   * A column.
   *
   * @param table alias of the table, null where the relation is a single table
   */
  record Column(@Nullable String table, String name) implements SqlExpression {
    public Column {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * SQL text.
   *
   * @param table alias of the table that unqualified columns belong to, null where not given
   */
  record Text(@Nullable String table, List<DialectText> variants) implements SqlExpression {
    public Text {
      variants = List.copyOf(variants);
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("no SQL");
      }
    }
  }

  /** SQL for one kind of database; the dialect {@code generic} serves where no other fits. */
  record DialectText(String dialect, String sql) {
    public DialectText {
      Objects.requireNonNull(dialect, "dialect");
      Objects.requireNonNull(sql, "sql");
    }
  }
}
