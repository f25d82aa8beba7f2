package org.quadrille.etl.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.job.Column;
import org.quadrille.etl.job.ColumnType;
import org.quadrille.etl.job.DateDimension;
import org.quadrille.etl.job.Dimension;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/** SQL that finds members of dimensions for the rows of a target. */
final class LookupSql {
  private static final ColumnType DATE = ColumnType.of(ColumnType.Kind.DATE);

  private final Job job;
  private final SourceColumns columns;

  LookupSql(Job job, SourceColumns columns) {
    this.job = job;
    this.columns = columns;
  }

  /** The rows with the looked-up column, and what can be wrong with it. */
  record Layer(String query, List<Problem> problems) {}

  /**
   * A part of a business key as the rows have it: its SQL when typed, whether it is there, and its
   * text in a message.
   */
  private record KeyPart(String value, String isMissing, String text) {}

  /** The type of a column in the star. */
  static String type(Job job, Column column) {
    if (column.origin() instanceof Column.FromSource from) {
      return from.type().toString();
    }
    if (column.origin() instanceof Column.Computed computed) {
      return computed.type().toString();
    }
    Column.Lookup lookup = (Column.Lookup) column.origin();
    String take = lookup.take();
    return take == null ? "INTEGER" : type(job, column(dimension(job, lookup), take));
  }

  private static Dimension dimension(Job job, Column.Lookup lookup) {
    return job.dimensions().stream()
        .filter(dimension -> dimension.name().equals(lookup.dimension()))
        .findFirst()
        .orElseThrow();
  }

  private static Column column(Dimension dimension, String name) {
    return dimension.column(name).orElseThrow();
  }

  /**
   * Adds a look-up.
   *
   * @param above names of the columns that are there already
   * @param source name of the source whose columns the others are
   * @param query the rows so far
   */
  Layer layer(
      Column column, Column.Lookup lookup, List<String> above, String source, String query) {
    DateDimension dates = job.dates().get(lookup.dimension());
    if (dates != null) {
      KeyPart part = part(lookup, 0, DATE, above, source);
      String found =
          "CASE WHEN %1$s BETWEEN DATE %2$s AND DATE %3$s THEN year(%1$s) * 10000 + month(%1$s) * 100 + day(%1$s) END"
              .formatted(
                  part.value(), Sql.text(dates.from().toString()), Sql.text(dates.to().toString()));
      return layer(column, lookup, List.of(part), found, "0", query, null);
    }
    Dimension dimension = dimension(job, lookup);
    List<KeyPart> parts = new ArrayList<>();
    for (int i = 0; i < lookup.by().size(); i++) {
      Column key = column(dimension, dimension.businessKey().get(i));
      ColumnType type = ColumnType.parse(type(job, key)).orElseThrow();
      parts.add(part(lookup, i, type, above, source));
    }
    String wanted = lookup.take() == null ? dimension.key() : lookup.take();
    String table = StarTable.qualified(dimension.table());
    String unknown =
        lookup.take() == null
            ? "0"
            : "(SELECT %s FROM %s WHERE %s = 0)"
                .formatted(Sql.name(wanted), table, Sql.name(dimension.key()));
    String members = members(dimension, lookup, wanted, table);
    String condition = condition(dimension, lookup, parts);
    return layer(
        column,
        lookup,
        parts,
        "_m._wanted",
        unknown,
        query,
        "LEFT JOIN (" + members + ") _m ON " + condition);
  }

  private static String members(
      Dimension dimension, Column.Lookup lookup, String wanted, String table) {
    StringBuilder select = new StringBuilder("SELECT true AS _found, ").append(Sql.name(wanted));
    select.append(" AS _wanted");
    for (int i = 0; i < dimension.businessKey().size(); i++) {
      select
          .append(", ")
          .append(Sql.name(dimension.businessKey().get(i)))
          .append(" AS _k")
          .append(i);
    }
    dimension
        .history()
        .ifPresent(
            history ->
                select
                    .append(", ")
                    .append(Sql.name(history.from()))
                    .append(" AS _from, ")
                    .append(Sql.name(history.to()))
                    .append(" AS _to"));
    select.append(" FROM ").append(table).append(" WHERE ").append(Sql.name(dimension.key()));
    select.append(" <> 0");
    if (dimension.history().isPresent() && lookup.on() == null) {
      select
          .append(" AND ")
          .append(Sql.name(dimension.history().get().to()))
          .append(" = ")
          .append(HistoryMerge.FOREVER);
    }
    return select.toString();
  }

  private static String condition(Dimension dimension, Column.Lookup lookup, List<KeyPart> parts) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      all.add(parts.get(i).value() + " = _m._k" + i);
    }
    if (dimension.history().isPresent() && lookup.on() != null) {
      String at = "_b." + Sql.name(lookup.on());
      all.add("CAST(" + at + " AS DATE) >= _m._from AND CAST(" + at + " AS DATE) < _m._to");
    }
    return String.join(" AND ", all);
  }

  private KeyPart part(
      Column.Lookup lookup, int index, ColumnType type, List<String> above, String source) {
    String by = lookup.by().get(index);
    if (above.contains(by)) {
      String name = Sql.name(by);
      return new KeyPart(
          "TRY_CAST(_b." + name + " AS " + type + ")",
          "_b." + name + " IS NULL",
          "coalesce(CAST(t." + name + " AS VARCHAR), '')");
    }
    StagedColumn column = columns.find(source, by, lookup.at());
    String raw = "_b.source." + Sql.name(column.name());
    return new KeyPart(
        Conversion.of(raw, column.isText(), type, List.of()),
        "NOT coalesce(" + Conversion.isThere(raw, column.isText(), type) + ", false)",
        "coalesce(CAST(r.source." + Sql.name(column.name()) + " AS VARCHAR), '')");
  }

  /** The layer itself; {@code found} is null where there is no member. */
  private static Layer layer(
      Column column,
      Column.Lookup lookup,
      List<KeyPart> parts,
      String found,
      String unknown,
      String query,
      @Nullable String join) {
    String isEmpty = parts.stream().map(KeyPart::isMissing).collect(Collectors.joining(" OR "));
    String isFound = join == null ? found + " IS NOT NULL" : "_m._found IS NOT NULL";
    String state = Sql.name("_state_" + column.name());
    String select =
        "SELECT _b.*, CASE WHEN %s THEN %s WHEN %s THEN %s ELSE %s END AS %s, CASE WHEN %s THEN 1 WHEN %s THEN 0 ELSE 2 END AS %s FROM (%s) _b %s"
            .formatted(
                isEmpty,
                lookup.empty() == Column.Otherwise.UNKNOWN ? unknown : "NULL",
                isFound,
                found,
                lookup.missing() == Column.Otherwise.UNKNOWN ? unknown : "NULL",
                Sql.name(column.name()),
                isEmpty,
                isFound,
                state,
                query,
                join == null ? "" : join);
    List<Problem> problems = new ArrayList<>();
    String by = String.join(", ", lookup.by());
    if (lookup.empty() == Column.Otherwise.REJECT) {
      problems.add(
          new Problem(state + " = 1", "missing", lookup.by().get(0), Sql.text(by + " is missing")));
    }
    if (lookup.missing() == Column.Otherwise.REJECT) {
      String values = parts.stream().map(KeyPart::text).collect(Collectors.joining(" || ', ' || "));
      problems.add(
          new Problem(
              state + " = 2",
              "unknown_member",
              lookup.by().get(0),
              Sql.text("dimension " + lookup.dimension() + " has no member ")
                  + " || "
                  + values
                  + day(lookup)));
    }
    return new Layer(select, problems);
  }

  private static String day(Column.Lookup lookup) {
    String on = lookup.on();
    return on == null
        ? ""
        : " || ' on ' || coalesce(CAST(t." + Sql.name(on) + " AS VARCHAR), 'no day')";
  }
}
