package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.job.Check;
import org.quadrille.etl.job.Column;
import org.quadrille.etl.job.Place;
import org.quadrille.etl.job.Suggestion;
import org.quadrille.etl.job.Target;
import org.quadrille.etl.source.Staged;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/**
 * Types the rows of a target. The query is built in layers: the rows as read ({@code source} and
 * the joined sources, each as one STRUCT column), the converted columns, then one layer for each
 * computed column or look-up, so that each can use those before it. Rows with a problem are
 * rejected for the first one.
 */
final class RowTyping {
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile("Referenced column \"([^\"]*)\" not found");

  private final TargetRows rows;
  private final List<JoinTables.Partner> partners;
  private final SourceColumns columns;
  private final LookupSql lookups;
  private final Sql sql;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> done = new LinkedHashSet<>();
  private String query;

  RowTyping(
      TargetRows rows,
      List<JoinTables.Partner> partners,
      SourceColumns columns,
      LookupSql lookups,
      Sql sql) {
    this.rows = rows;
    this.partners = partners;
    this.columns = columns;
    this.lookups = lookups;
    this.sql = sql;
    this.query = asRead();
  }

  /**
   * Makes the table of typed rows and rejects those that cannot be typed or do not pass the checks.
   */
  void run() throws SQLException {
    Target target = rows.target();
    for (JoinTables.Partner partner : partners) {
      if (!partner.join().optional()) {
        problems.add(
            new Problem(
                Sql.name("_join_" + partner.join().source()) + " IS NULL",
                "no_match",
                partner.on().keySet().iterator().next(),
                Sql.text("there is no such row in source " + partner.join().source())));
      }
    }
    convert(target);
    for (Column column : target.columns()) {
      addLayer(column);
      done.add(column.name());
      addProblems(column);
    }
    for (Check check : target.checks()) {
      bind(check.place(), "expect", check.expect());
      problems.add(
          new Problem(
              "(" + check.expect() + ") IS FALSE",
              check.code(),
              check.column(),
              Sql.text(check.reason())));
    }
    materialise(target);
    rejectProblems();
  }

  private String asRead() {
    List<String> select = new ArrayList<>();
    select.add(struct("source", rows.staged()));
    StringBuilder from = new StringBuilder(Sql.name(rows.staged().table())).append(" AS source");
    for (JoinTables.Partner partner : partners) {
      String alias = partner.join().source();
      select.add(struct(alias, partner.staged()));
      select.add(Sql.name(alias) + "._row AS " + Sql.name("_join_" + alias));
      from.append(" LEFT JOIN ")
          .append(partner.table())
          .append(" AS ")
          .append(Sql.name(alias))
          .append(" ON ")
          .append(partner.condition());
    }
    return "SELECT "
        + String.join(", ", select)
        + ", source._row AS _row, source._file AS _file, source._line AS _line FROM "
        + from;
  }

  private static String struct(String alias, Staged staged) {
    return staged.columns().stream()
        .map(
            column ->
                Sql.text(column.name()) + ": " + Sql.name(alias) + "." + Sql.name(column.name()))
        .collect(Collectors.joining(", ", "{", "} AS " + Sql.name(alias)));
  }

  /** One layer for all columns that come straight from a source. */
  private void convert(Target target) {
    List<String> converted = new ArrayList<>();
    for (Column column : target.columns()) {
      if (column.origin() instanceof Column.FromSource from) {
        StagedColumn staged = staged(from);
        converted.add(
            Conversion.of(raw(from, null), staged.isText(), from.type(), from.formats())
                + " AS "
                + Sql.name(column.name()));
      }
    }
    if (!converted.isEmpty()) {
      query = "SELECT *, " + String.join(", ", converted) + " FROM (" + query + ")";
    }
  }

  private StagedColumn staged(Column.FromSource from) {
    String source = from.join() == null ? rows.target().from() : from.join();
    return columns.find(source, from.column(), from.at());
  }

  /** SQL of a value as read, with an alias or without. */
  private String raw(Column.FromSource from, @Nullable String alias) {
    String struct = from.join() == null ? "source" : from.join();
    return (alias == null ? "" : alias + ".")
        + Sql.name(struct)
        + "."
        + Sql.name(staged(from).name());
  }

  private void addLayer(Column column) throws SQLException {
    if (column.origin() instanceof Column.Computed computed) {
      bind(computed.at(), "value of column " + column.name(), computed.expression());
      query =
          "SELECT *, TRY_CAST((%s) AS %s) AS %s FROM (%s)"
              .formatted(computed.expression(), computed.type(), Sql.name(column.name()), query);
    } else if (column.origin() instanceof Column.Lookup lookup) {
      LookupSql.Layer layer =
          lookups.layer(column, lookup, List.copyOf(done), rows.target().from(), query);
      query = layer.query();
      problems.addAll(layer.problems());
    }
  }

  private void addProblems(Column column) {
    String name = Sql.name(column.name());
    if (column.origin() instanceof Column.FromSource from) {
      boolean isText = staged(from).isText();
      problems.add(
          new Problem(
              name + " IS NULL AND " + Conversion.isThere(raw(from, null), isText, from.type()),
              "bad_type",
              column.name(),
              "'\"' || CAST(%s AS VARCHAR) || %s"
                  .formatted(raw(from, "r"), Sql.text("\" is no " + from.type()))));
    } else if (column.origin() instanceof Column.Computed computed) {
      problems.add(
          new Problem(
              name + " IS NULL AND (" + computed.expression() + ") IS NOT NULL",
              "bad_type",
              column.name(),
              Sql.text("the value worked out is no " + computed.type())));
    }
    if (column.required()) {
      problems.add(
          new Problem(
              name + " IS NULL",
              "missing",
              column.name(),
              Sql.text(column.name() + " is missing")));
    }
  }

  /** Lets DuckDB look at an expression of the job, so that a fault is told with its place. */
  private void bind(Place place, String what, String expression) {
    try {
      sql.run("SELECT (" + expression + ") FROM (" + query + ") LIMIT 0");
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage());
      Matcher unknown = UNKNOWN_COLUMN.matcher(reason);
      if (unknown.find()) {
        throw place.refuse(what + ": " + unknownColumn(unknown.group(1)));
      }
      int end = reason.indexOf("\n\n");
      String first = (end < 0 ? reason : reason.substring(0, end)).replace('\n', ' ');
      throw place.refuse(what + ": " + first.strip());
    }
  }

  /** What an expression may name: columns above it, and those of the source. */
  private String unknownColumn(String name) {
    List<String> names = new ArrayList<>(done);
    for (Column column : rows.target().columns()) {
      if (column.origin() instanceof Column.FromSource && !names.contains(column.name())) {
        names.add(column.name());
      }
    }
    rows.staged().columns().forEach(column -> names.add("source." + column.name()));
    return "there is no column "
        + name
        + "; there are "
        + String.join(", ", names)
        + Suggestion.of(name, names);
  }

  private void materialise(Target target) throws SQLException {
    StringBuilder first = new StringBuilder("CASE");
    for (int i = 0; i < problems.size(); i++) {
      first.append(" WHEN ").append(problems.get(i).condition()).append(" THEN ").append(i + 1);
    }
    String problem = problems.isEmpty() ? "0" : first + " ELSE 0 END";
    String names =
        target.columns().stream()
            .map(column -> Sql.name(column.name()) + ", ")
            .collect(Collectors.joining());
    String joins =
        partners.stream()
            .map(partner -> Sql.name("_join_" + partner.join().source()) + ", ")
            .collect(Collectors.joining());
    try {
      sql.run(
          "CREATE TEMP TABLE %s AS SELECT %s%s_row, _file, _line, CAST(%s AS INTEGER) AS _problem FROM (%s)"
              .formatted(TargetRows.TYPED, names, joins, problem, query));
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw target
          .place()
          .refuse("an expression of " + target.name() + " fails on some row: " + reason);
    }
  }

  private void rejectProblems() throws SQLException {
    if (problems.isEmpty()) {
      return;
    }
    rows.reject(
        "SELECT t._row AS _row, %s AS _code, %s AS _column, %s AS _message FROM %s t JOIN (%s) r ON r._row = t._row WHERE t._problem > 0"
            .formatted(
                choose(problem -> Sql.text(problem.code())),
                choose(
                    problem -> {
                      String column = problem.column();
                      return column == null ? "CAST(NULL AS VARCHAR)" : Sql.text(column);
                    }),
                choose(Problem::message),
                TargetRows.TYPED,
                asRead()));
  }

  private String choose(Function<Problem, String> what) {
    StringBuilder result = new StringBuilder("CASE t._problem");
    for (int i = 0; i < problems.size(); i++) {
      result.append(" WHEN ").append(i + 1).append(" THEN ").append(what.apply(problems.get(i)));
    }
    return result + " END";
  }
}
