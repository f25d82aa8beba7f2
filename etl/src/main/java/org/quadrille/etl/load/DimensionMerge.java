package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Dimension;
import org.quadrille.etl.sql.Sql;

/**
 * Merges typed rows into a dimension table: new members get a key, known ones are overwritten or
 * get a version.
 */
final class DimensionMerge {
  private static final String NO_DATE = "DATE '0001-01-01'";

  private final Dimension dimension;
  private final List<StarColumn> columns;
  private final StarTable table;
  private final Sql sql;

  /**
   * A merge.
   *
   * @param columns the stored columns
   */
  DimensionMerge(Dimension dimension, List<StarColumn> columns, Sql sql) {
    this.dimension = dimension;
    this.columns = columns;
    this.table = new StarTable(dimension.table(), all(dimension, columns), sql);
    this.sql = sql;
  }

  private static List<StarColumn> all(Dimension dimension, List<StarColumn> columns) {
    List<StarColumn> all = new ArrayList<>();
    all.add(new StarColumn(dimension.key(), "INTEGER"));
    all.addAll(columns);
    dimension.parent().ifPresent(parent -> all.add(new StarColumn(parent.column(), "INTEGER")));
    dimension
        .history()
        .ifPresent(
            history -> {
              all.add(new StarColumn(history.from(), "DATE"));
              all.add(new StarColumn(history.to(), "DATE"));
            });
    return all;
  }

  /** The business key among the stored columns, in its own order. */
  static List<StarColumn> keys(Dimension dimension, List<StarColumn> columns) {
    return dimension.businessKey().stream()
        .map(
            name ->
                columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  StarTable table() {
    return table;
  }

  /**
   * Makes the table and its unknown member where they are not there yet; must come before rows are
   * checked against it.
   *
   * @return whether anything changed
   */
  boolean prepare() throws SQLException {
    boolean made = table.ensure(dimension.place());
    return dimension.unknown().isPresent()
        ? unknownMember(dimension.unknown().get()) || made
        : made;
  }

  private boolean unknownMember(Map<String, String> values) throws SQLException {
    List<StarColumn> all = all(dimension, columns);
    List<String> select = new ArrayList<>();
    for (StarColumn column : all) {
      String value = values.get(column.name());
      String text = value == null ? "NULL" : Sql.text(value);
      if (column.name().equals(dimension.key())) {
        text = "0";
      } else if (dimension.history().isPresent()
          && column.name().equals(dimension.history().get().from())) {
        text = NO_DATE;
      } else if (dimension.history().isPresent()
          && column.name().equals(dimension.history().get().to())) {
        text = HistoryMerge.FOREVER;
      }
      select.add("CAST(" + text + " AS " + column.type() + ") AS " + column.quoted());
    }
    String member = "(SELECT " + String.join(", ", select) + ")";
    String isUnknown = "d." + Sql.name(dimension.key()) + " = 0";
    List<StarColumn> others = all.subList(1, all.size());
    long updated =
        sql.run(
            "UPDATE %s AS d SET %s FROM %s u WHERE %s AND %s"
                .formatted(
                    table.qualified(),
                    StarColumn.assign(others, "u"),
                    member,
                    isUnknown,
                    StarColumn.differ(others, "d", "u")));
    long inserted =
        table.insert(
            all,
            "SELECT %s FROM %s u WHERE NOT EXISTS (SELECT 1 FROM %s d WHERE %s)"
                .formatted(StarColumn.list(all, "u."), member, table.qualified(), isUnknown));
    return updated + inserted > 0;
  }

  /** Merges rows of a dimension without history; tells whether the table changed. */
  boolean overwrite() throws SQLException {
    List<StarColumn> keys = keys(dimension, columns);
    List<StarColumn> others = columns.stream().filter(column -> !keys.contains(column)).toList();
    String same = StarColumn.equal(keys, "d", "t");
    long updated = 0;
    if (!others.isEmpty()) {
      updated =
          sql.run(
              "UPDATE %s AS d SET %s FROM %s t WHERE %s AND d.%s <> 0 AND %s"
                  .formatted(
                      table.qualified(),
                      StarColumn.assign(others, "t"),
                      TargetRows.TYPED,
                      same,
                      Sql.name(dimension.key()),
                      StarColumn.differ(others, "d", "t")));
    }
    List<StarColumn> into = new ArrayList<>();
    into.add(new StarColumn(dimension.key(), "INTEGER"));
    into.addAll(columns);
    long inserted =
        table.insert(
            into,
            "SELECT %s + row_number() OVER (ORDER BY t._row), %s FROM %s t WHERE NOT EXISTS (SELECT 1 FROM %s d WHERE %s AND d.%s <> 0) ORDER BY t._row"
                .formatted(
                    lastKey(dimension, table),
                    StarColumn.list(columns, "t."),
                    TargetRows.TYPED,
                    table.qualified(),
                    same,
                    Sql.name(dimension.key())));
    return updated + inserted > 0;
  }

  /** SQL of the highest key in use, 0 for an empty table. */
  static String lastKey(Dimension dimension, StarTable table) {
    return "(SELECT coalesce(max(%s), 0) FROM %s)"
        .formatted(Sql.name(dimension.key()), table.qualified());
  }

  /** Every typed row must have its member now; that it has not would be a fault of this program. */
  void verify() throws SQLException {
    List<StarColumn> keys = keys(dimension, columns);
    long typed = sql.number("SELECT count(*) FROM " + TargetRows.TYPED);
    long there =
        sql.number(
            "SELECT count(*) FROM %s t WHERE EXISTS (SELECT 1 FROM %s d WHERE %s AND d.%s <> 0)"
                .formatted(
                    TargetRows.TYPED,
                    table.qualified(),
                    StarColumn.equal(keys, "d", "t"),
                    Sql.name(dimension.key())));
    if (typed != there) {
      throw new LoadException(
          "dimension %s: %d rows were to be loaded but %d have a member; nothing was changed"
              .formatted(dimension.name(), typed, there));
    }
  }
}
