package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Fact;
import org.quadrille.etl.sql.Sql;

/** Merges typed rows into a fact table. */
final class FactMerge {
  private final Fact fact;
  private final List<StarColumn> columns;
  private final StarTable table;
  private final @Nullable String classColumn;
  private final Sql sql;

  /**
   * A merge.
   *
   * @param columns the stored columns
   * @param classColumn a column that is filled later, null for none
   */
  FactMerge(Fact fact, List<StarColumn> columns, @Nullable String classColumn, Sql sql) {
    this.fact = fact;
    this.columns = columns;
    this.classColumn = classColumn;
    this.table = new StarTable(fact.table(), columns, sql);
    this.sql = sql;
  }

  /** Merges; tells whether the table changed. */
  boolean run() throws SQLException {
    boolean made = table.ensure(fact.place(), classColumn);
    boolean changed = fact.replace() ? replace() : merge();
    verify();
    return made || changed;
  }

  private boolean replace() throws SQLException {
    return table.replace("SELECT " + StarColumn.list(columns, "") + " FROM " + TargetRows.TYPED);
  }

  private boolean merge() throws SQLException {
    String star = table.qualified();
    List<StarColumn> keys = keys();
    List<StarColumn> others = columns.stream().filter(column -> !keys.contains(column)).toList();
    long updated = 0;
    if (!others.isEmpty()) {
      updated =
          sql.run(
              "UPDATE %s AS f SET %s FROM %s t WHERE %s AND %s"
                  .formatted(
                      star,
                      StarColumn.assign(others, "t"),
                      TargetRows.TYPED,
                      StarColumn.equal(keys, "f", "t"),
                      StarColumn.differ(others, "f", "t")));
    }
    long inserted =
        table.insert(
            columns,
            "SELECT %s FROM %s t WHERE NOT EXISTS (SELECT 1 FROM %s f WHERE %s) ORDER BY t._row"
                .formatted(
                    StarColumn.list(columns, "t."),
                    TargetRows.TYPED,
                    star,
                    StarColumn.equal(keys, "f", "t")));
    return updated + inserted > 0;
  }

  private List<StarColumn> keys() {
    return columns.stream().filter(column -> fact.unique().contains(column.name())).toList();
  }

  /** Every typed row must be in the star now; that it is not would be a fault of this program. */
  private void verify() throws SQLException {
    long typed = sql.number("SELECT count(*) FROM " + TargetRows.TYPED);
    long there =
        fact.replace()
            ? sql.number("SELECT count(*) FROM " + table.qualified())
            : sql.number(
                "SELECT count(*) FROM %s t WHERE EXISTS (SELECT 1 FROM %s f WHERE %s)"
                    .formatted(
                        TargetRows.TYPED, table.qualified(), StarColumn.equal(keys(), "f", "t")));
    if (typed != there) {
      throw new LoadException(
          "fact %s: %d rows were to be loaded but %d are there; nothing was changed"
              .formatted(fact.name(), typed, there));
    }
  }
}
