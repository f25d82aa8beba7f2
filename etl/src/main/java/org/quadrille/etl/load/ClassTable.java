package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.ClassSnapshot;
import org.quadrille.etl.job.Dimension;
import org.quadrille.etl.job.Fact;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.sql.Sql;

/**
 * Writes the classes of members by month anew where they differ from what the star holds.
 *
 * <p>A member is there from the first month in which its value was above zero. In a month those
 * above zero are ranked by value, equal ones alike. A member is in class A while the share before
 * it, of the members or of the value, is below the first line, in B while it is below the second,
 * else in C; whoever is not above zero is in D.
 */
final class ClassTable {
  private static final String FRESH = "fresh_classes";

  private final ClassSnapshot classes;
  private final Fact fact;
  private final Dimension dimension;
  private final Sql sql;
  private final StarTable table;
  private final List<StarColumn> columns;

  ClassTable(ClassSnapshot classes, Job job, Sql sql) {
    this.classes = classes;
    this.fact =
        job.facts().stream().filter(f -> f.name().equals(classes.fact())).findFirst().orElseThrow();
    this.dimension =
        job.dimensions().stream()
            .filter(d -> d.name().equals(classes.dimension()))
            .findFirst()
            .orElseThrow();
    this.sql = sql;
    this.columns =
        List.of(
            new StarColumn("date_key", "INTEGER"),
            new StarColumn(classes.member(), "INTEGER"),
            new StarColumn("class_key", "INTEGER"),
            new StarColumn("previous_class_key", "INTEGER"),
            new StarColumn("value", "DECIMAL(18,2)"),
            new StarColumn("members", "INTEGER"),
            new StarColumn("is_new", "INTEGER"));
    this.table = new StarTable(classes.table(), columns, sql);
  }

  /** The column that classes add to a fact; null for none. */
  static @Nullable String columnOf(Job job, Fact fact) {
    return job.classes().stream()
        .filter(classes -> classes.fact().equals(fact.name()))
        .map(ClassSnapshot::column)
        .filter(column -> column != null)
        .findFirst()
        .orElse(null);
  }

  /** Fills table and column; tells whether anything changed. */
  boolean fill() throws SQLException {
    checkDimension();
    boolean changed = table.ensure(classes.place());
    sql.run("CREATE OR REPLACE TEMP TABLE " + FRESH + " AS " + query());
    changed |= table.replace("SELECT " + StarColumn.list(columns, "") + " FROM " + FRESH);
    if (classes.column() != null) {
      changed |= mark(classes.column());
    }
    sql.run("DROP TABLE " + FRESH);
    return changed;
  }

  private void checkDimension() throws SQLException {
    long known =
        sql.number(
            "SELECT count(*) FROM %s WHERE %s IN ('A', 'B', 'C', 'D')"
                .formatted(
                    StarTable.qualified(dimension.table()),
                    Sql.name(dimension.businessKey().get(0))));
    if (known != 4) {
      throw new LoadException(
          classes.place()
              + ": dimension "
              + dimension.name()
              + " must have the members A, B, C and D; it has "
              + known
              + " of them");
    }
  }

  private String query() {
    String key = Sql.name(classes.member());
    String before =
        classes.byValue()
            ? "coalesce(sum(v) OVER (PARTITION BY m ORDER BY v DESC GROUPS BETWEEN UNBOUNDED"
                + " PRECEDING AND 1 PRECEDING), 0)"
            : "rank() OVER (PARTITION BY m ORDER BY v DESC) - 1";
    String all =
        classes.byValue() ? "sum(v) OVER (PARTITION BY m)" : "count(*) OVER (PARTITION BY m)";
    return """
        WITH v AS (
          SELECT %1$s AS k, %2$s // 100 AS m, sum(%3$s) AS v FROM %4$s
          WHERE %1$s <> 0 AND %2$s IS NOT NULL GROUP BY ALL),
        b AS (
          SELECT k, min(m) FILTER (v > 0) AS first FROM v GROUP BY k),
        months AS (
          SELECT CAST(strftime(d, '%%Y%%m') AS INTEGER) AS m
          FROM (SELECT unnest(generate_series(min(strptime(m || '01', '%%Y%%m%%d')),
            max(strptime(m || '01', '%%Y%%m%%d')), INTERVAL 1 MONTH)) AS d FROM v)),
        g AS (
          SELECT months.m, b.k, coalesce(v.v, 0) AS v, months.m = b.first AS fresh
          FROM months JOIN b ON b.first <= months.m LEFT JOIN v ON v.m = months.m AND v.k = b.k),
        r AS (
          SELECT m, k, %5$s AS before, %6$s AS everything FROM g WHERE v > 0),
        c AS (
          SELECT g.*, CASE WHEN r.k IS NULL THEN 'D'
              WHEN 100 * before < %7$d * everything THEN 'A'
              WHEN 100 * before < %8$d * everything THEN 'B' ELSE 'C' END AS class
          FROM g LEFT JOIN r ON r.m = g.m AND r.k = g.k),
        p AS (
          SELECT *, lag(class) OVER (PARTITION BY k ORDER BY m) AS previous FROM c)
        SELECT m * 100 + 1 AS date_key, k AS %1$s, now.%9$s AS class_key,
          coalesce(past.%9$s, 0) AS previous_class_key, CAST(v AS DECIMAL(18,2)) AS "value",
          1 AS members, CASE WHEN fresh THEN 1 ELSE 0 END AS is_new
        FROM p JOIN %10$s now ON now.%11$s = p.class
        LEFT JOIN %10$s past ON past.%11$s = p.previous
        """
        .formatted(
            key,
            Sql.name(classes.date()),
            classes.value(),
            StarTable.qualified(fact.table()),
            before,
            all,
            classes.a(),
            classes.b(),
            Sql.name(dimension.key()),
            StarTable.qualified(dimension.table()),
            Sql.name(dimension.businessKey().get(0)));
  }

  /** Writes the class of each row of the fact; 0 for rows of members without a class. */
  private boolean mark(String column) throws SQLException {
    String star = StarTable.qualified(fact.table());
    long there =
        sql.number(
            "SELECT count(*) FROM duckdb_columns() WHERE database_name = %s AND table_name = %s AND column_name = %s"
                .formatted(Sql.text(Workspace.STAR), Sql.text(fact.table()), Sql.text(column)));
    if (there == 0) {
      sql.run("ALTER TABLE %s ADD COLUMN %s INTEGER".formatted(star, Sql.name(column)));
    }
    long changed =
        sql.run(
            """
            UPDATE %1$s AS f SET %2$s = n.c FROM (
              SELECT o.rowid AS r, coalesce(s.class_key, 0) AS c FROM %1$s o
              LEFT JOIN %3$s s ON s.%4$s = o.%4$s AND s.date_key = o.%5$s // 100 * 100 + 1) n
            WHERE n.r = f.rowid AND f.%2$s IS DISTINCT FROM n.c
            """
                .formatted(
                    star,
                    Sql.name(column),
                    FRESH,
                    Sql.name(classes.member()),
                    Sql.name(classes.date())));
    return there == 0 || changed > 0;
  }
}
