package org.quadrille.etl.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the entries under {@code dimensions} and {@code facts}. */
final class TargetReader {
  private static final Set<String> DIMENSION =
      Set.of(
          "table",
          "from",
          "join",
          "columns",
          "checks",
          "key",
          "business_key",
          "unknown",
          "distinct",
          "history",
          "parent",
          "closure");
  private static final Set<String> DATES = Set.of("table", "key", "dates", "unknown");
  private static final Set<String> FACT =
      Set.of("table", "from", "join", "columns", "checks", "unique", "mode");
  private static final List<String> DATE_TEXTS =
      List.of(
          "quarter_name_en",
          "quarter_name_zh",
          "month_name_en",
          "month_name_zh",
          "weekday_name_en",
          "weekday_name_zh");

  private final Map<String, Source> sources;

  TargetReader(Map<String, Source> sources) {
    this.sources = sources;
  }

  /** Whether an entry under {@code dimensions} is a calendar. */
  static boolean isDates(Value value) {
    return value.node() instanceof MappingNode mapping
        && mapping.getValue().stream()
            .anyMatch(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("dates"));
  }

  DateDimension dates(String name, Value value) {
    Section section = Section.of(value, "date dimension " + name, DATES);
    Section range = Section.of(section.required("dates"), "dates", Set.of("from", "to"));
    LocalDate from = range.required("from").date("from");
    LocalDate to = range.required("to").date("to");
    if (to.isBefore(from)) {
      throw range.place("to").refuse("to is before from");
    }
    return new DateDimension(
        name,
        section.place(),
        section.text("table").orElse(name),
        section.text("key").orElse(name + "_key"),
        from,
        to,
        unknown(section, DATE_TEXTS));
  }

  Dimension dimension(String name, Value value) {
    Section section = Section.of(value, "dimension " + name, DIMENSION);
    List<String> businessKey = section.required("business_key").texts("business_key");
    List<Column> columns = ColumnReader.columns(section, businessKey);
    Optional<Dimension.History> history = section.value("history").map(this::history);
    return new Dimension(
        name,
        section.place(),
        section.text("table").orElse(name),
        from(section),
        joins(section),
        columns,
        checks(section, columns),
        section.text("key").orElse(name + "_key"),
        businessKey,
        unknown(section, columns.stream().filter(Column::stored).map(Column::name).toList()),
        section.flag("distinct", false),
        history,
        section.value("parent").map(this::parent),
        section.value("closure").map(this::closure));
  }

  Fact fact(String name, Value value) {
    Section section = Section.of(value, "fact " + name, FACT);
    List<String> unique = section.texts("unique");
    List<Column> columns = ColumnReader.columns(section, unique);
    boolean replace =
        switch (section.text("mode").orElse("merge")) {
          case "merge" -> false;
          case "replace" -> true;
          default -> throw section.place("mode").refuse("mode must be merge or replace");
        };
    if (unique.isEmpty() && !replace) {
      throw section.place().refuse("fact " + name + " needs unique: [columns], or mode: replace");
    }
    return new Fact(
        name,
        section.place(),
        section.text("table").orElse(name),
        from(section),
        joins(section),
        columns,
        checks(section, columns),
        unique,
        replace);
  }

  private String from(Section section) {
    String from = section.requiredText("from");
    requireSource(section.place("from"), from);
    return from;
  }

  private void requireSource(Place place, String name) {
    if (!sources.containsKey(name)) {
      throw place.refuse(
          "there is no source "
              + name
              + "; there are "
              + String.join(", ", sources.keySet())
              + Suggestion.of(name, sources.keySet()));
    }
  }

  private List<Join> joins(Section section) {
    List<Join> joins = new ArrayList<>();
    if (section.has("join")) {
      Section all = Section.named(section.required("join"), "join");
      for (String source : all.names()) {
        requireSource(all.place(source), source);
        Section join = Section.of(all.required(source), "join", Set.of("on", "optional"));
        Section on = Section.named(join.required("on"), "on");
        Map<String, String> pairs = new LinkedHashMap<>();
        on.names().forEach(column -> pairs.put(column, on.requiredText(column)));
        if (pairs.isEmpty()) {
          throw on.place().refuse("on is empty; it needs column: column of " + source);
        }
        joins.add(
            new Join(
                source,
                all.place(source),
                Collections.unmodifiableMap(pairs),
                join.flag("optional", false)));
      }
    }
    return joins;
  }

  private List<Check> checks(Section section, List<Column> columns) {
    List<Check> checks = new ArrayList<>();
    if (section.has("checks")) {
      for (Value value : section.required("checks").list("checks")) {
        Section check = Section.of(value, "a check", Set.of("expect", "reason", "code", "column"));
        check
            .text("column")
            .ifPresent(
                name ->
                    requireName(
                        check.place("column"),
                        name,
                        columns.stream().map(Column::name).toList(),
                        section.what()));
        checks.add(
            new Check(
                check.required("expect").place(),
                check.requiredText("expect"),
                check.requiredText("reason"),
                check.text("code").orElse("check"),
                check.text("column").orElse(null)));
      }
    }
    return checks;
  }

  private static void requireName(Place place, String name, Collection<String> names, String what) {
    if (!names.contains(name)) {
      throw place.refuse(
          what
              + " has no column "
              + name
              + "; it has "
              + String.join(", ", names)
              + Suggestion.of(name, names));
    }
  }

  /** The unknown member's values, patterns replaced by the columns that they mean. */
  private static Optional<Map<String, String>> unknown(Section section, List<String> columns) {
    if (!section.has("unknown")) {
      return Optional.empty();
    }
    Section values = Section.named(section.required("unknown"), "unknown");
    Map<String, String> result = new LinkedHashMap<>();
    for (String pattern : values.names()) {
      NamePattern names = new NamePattern(pattern);
      List<String> fitting = columns.stream().filter(names::matches).toList();
      if (fitting.isEmpty()) {
        throw values
            .place(pattern)
            .refuse(section.what() + " has no column " + pattern + Suggestion.of(pattern, columns));
      }
      fitting.forEach(column -> result.put(column, values.requiredText(pattern)));
    }
    return Optional.of(Collections.unmodifiableMap(result));
  }

  private Dimension.History history(Value value) {
    Section section = Section.of(value, "history", Set.of("from", "to", "date", "begin"));
    return new Dimension.History(
        section.text("from").orElse("valid_from"),
        section.text("to").orElse("valid_to"),
        section.text("date").orElse(null),
        section
            .value("begin")
            .map(begin -> begin.date("begin").toString())
            .orElse(section.has("date") ? null : "1900-01-01"));
  }

  private Dimension.Parent parent(Value value) {
    Section section = Section.of(value, "parent", Set.of("by", "column"));
    return new Dimension.Parent(
        section.requiredText("by"), section.requiredText("column"), section.place());
  }

  private Dimension.Closure closure(Value value) {
    Section section = Section.of(value, "closure", Set.of("table", "parent", "child", "distance"));
    return new Dimension.Closure(
        section.requiredText("table"),
        section.requiredText("parent"),
        section.requiredText("child"),
        section.text("distance").orElse("distance"));
  }
}
