package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quadrille.etl.job.Join;
import org.quadrille.etl.job.Target;
import org.quadrille.etl.source.Staged;
import org.quadrille.etl.sql.Sql;

/**
 * The joined sources of a target. Each becomes a table with one row for each key; rows without a
 * key and later rows with the same one are rejected, and so are, in the end, those that no loaded
 * row refers to.
 */
final class JoinTables {
  private static final String BAD = "bad_join_rows";

  private final Target target;
  private final Map<String, Staged> sources;
  private final SourceColumns columns;
  private final Sql sql;
  private final List<Partner> partners = new ArrayList<>();

  JoinTables(Target target, Map<String, Staged> sources, SourceColumns columns, Sql sql) {
    this.target = target;
    this.sources = sources;
    this.columns = columns;
    this.sql = sql;
  }

  /**
   * A joined source made ready.
   *
   * @param table temporary table with unique keys
   * @param on columns of the main source to columns of {@code table}, by their true names
   */
  record Partner(Join join, Staged staged, String table, Map<String, String> on) {
    /**
     * The join condition; keys are compared as text, for one side may be typed and the other not.
     */
    String condition() {
      return on.entrySet().stream()
          .map(
              pair ->
                  "CAST(source.%s AS VARCHAR) = CAST(%s.%s AS VARCHAR)"
                      .formatted(
                          Sql.name(pair.getKey()),
                          Sql.name(join.source()),
                          Sql.name(pair.getValue())))
          .collect(Collectors.joining(" AND "));
    }
  }

  List<Partner> prepare() throws SQLException {
    for (Join join : target.joins()) {
      Staged staged = sources.get(join.source());
      if (staged == null) {
        throw new IllegalStateException(join.source() + " is not staged");
      }
      Map<String, String> on = new LinkedHashMap<>();
      join.on()
          .forEach(
              (own, other) ->
                  on.put(
                      columns.find(target.from(), own, join.place()).name(),
                      columns.find(join.source(), other, join.place()).name()));
      Partner partner = new Partner(join, staged, "joined_" + partners.size(), on);
      makeUnique(partner);
      partners.add(partner);
    }
    return partners;
  }

  private void makeUnique(Partner partner) throws SQLException {
    String staged = Sql.name(partner.staged().table());
    String first = partner.on().values().iterator().next();
    String keys =
        partner.on().values().stream()
            .map(name -> "CAST(" + Sql.name(name) + " AS VARCHAR)")
            .collect(Collectors.joining(", "));
    String empty =
        partner.on().values().stream()
            .map(name -> Sql.name(name) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    sql.run(
        """
        CREATE TEMP TABLE %s AS
        SELECT _row, CASE WHEN %s THEN 'missing' ELSE 'duplicate' END AS _code, %s AS _column,
          CASE WHEN %s THEN %s ELSE %s END AS _message
        FROM (SELECT *, row_number() OVER (PARTITION BY %s ORDER BY _row) AS _place FROM %s)
        WHERE %s OR _place > 1"""
            .formatted(
                BAD,
                empty,
                Sql.text(first),
                empty,
                Sql.text("the key " + first + " is missing"),
                Sql.text("a row with the same key was there before"),
                keys,
                staged,
                empty));
    TargetRows.record(sql, partner.staged(), target.name(), BAD);
    sql.run(
        "CREATE TEMP TABLE %s AS SELECT * FROM %s WHERE _row NOT IN (SELECT _row FROM %s)"
            .formatted(partner.table(), staged, BAD));
    sql.run("DROP TABLE " + BAD);
  }

  /** Rejects the rows that no row of the typed table refers to, and drops the tables. */
  void finish() throws SQLException {
    for (Partner partner : partners) {
      String reference = Sql.name("_join_" + partner.join().source());
      sql.run(
          "CREATE TEMP TABLE %s AS SELECT _row, 'not_used' AS _code, NULL AS _column, %s AS _message FROM %s WHERE _row NOT IN (SELECT %s FROM %s WHERE %s IS NOT NULL)"
              .formatted(
                  BAD,
                  Sql.text("no loaded row of " + target.from() + " refers to this one"),
                  partner.table(),
                  reference,
                  TargetRows.TYPED,
                  reference));
      TargetRows.record(sql, partner.staged(), target.name(), BAD);
      sql.run("DROP TABLE " + BAD);
      sql.run("DROP TABLE " + partner.table());
    }
  }

  List<Partner> partners() {
    return List.copyOf(partners);
  }
}
