package org.quadrille.etl.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the entries under {@code columns}. */
final class ColumnReader {
  private static final Set<String> KEYS =
      Set.of(
          "type",
          "from",
          "value",
          "format",
          "required",
          "store",
          "history",
          "lookup",
          "by",
          "at",
          "take",
          "missing",
          "empty");
  private static final List<String> LOOKUP_ONLY = List.of("by", "at", "take", "missing", "empty");

  private ColumnReader() {}

  /** The columns of a target; those in {@code keys} must exist and become required. */
  static List<Column> columns(Section target, List<String> keys) {
    Section all = Section.named(target.required("columns"), "columns");
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : all.names()) {
      Place place = all.place(name);
      if (name.equals("source") || name.startsWith("_")) {
        throw place.refuse("a column cannot be called " + name + "; take another name");
      }
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw place.refuse("the column " + name + " stands twice, in other letters");
      }
      Column column = column(name, place, all.required(name));
      columns.add(keys.contains(name) ? column.asRequired() : column);
    }
    for (String key : keys) {
      if (!all.has(key)) {
        throw target
            .place(target.has("unique") ? "unique" : "business_key")
            .refuse(target.what() + " has no column " + key + Suggestion.of(key, all.names()));
      }
    }
    return columns;
  }

  private static Column column(String name, Place place, Value value) {
    if (!value.isMapping()) {
      ColumnType type = type(value);
      return new Column(
          name,
          place,
          new Column.FromSource(type, null, name, List.of(), place),
          false,
          true,
          false);
    }
    Section section = Section.of(value, "column " + name, KEYS);
    return new Column(
        name,
        place,
        origin(name, place, section),
        section.flag("required", false),
        section.flag("store", true),
        section.flag("history", false));
  }

  private static Column.Origin origin(String name, Place place, Section section) {
    if (section.has("lookup")) {
      section.refuse(List.of("type", "from", "value", "format"), "a look-up gives its value");
      return lookup(section);
    }
    section.refuse(LOOKUP_ONLY, "it is for look-ups");
    ColumnType type = type(section.required("type"));
    if (section.has("value")) {
      section.refuse(List.of("from", "format"), "value gives what it holds");
      Value expression = section.required("value");
      return new Column.Computed(type, expression.text("value"), expression.place());
    }
    List<String> formats = section.texts("format");
    if (!formats.isEmpty()
        && type.kind() != ColumnType.Kind.DATE
        && type.kind() != ColumnType.Kind.TIMESTAMP) {
      throw section.place("format").refuse("format is for DATE and TIMESTAMP, not for " + type);
    }
    return fromSource(name, place, section, type, formats);
  }

  private static Column.Origin fromSource(
      String name, Place place, Section section, ColumnType type, List<String> formats) {
    String from = section.text("from").orElse(name);
    Place at = section.has("from") ? section.required("from").place() : place;
    int dot = from.indexOf('.');
    return dot < 0
        ? new Column.FromSource(type, null, from, formats, at)
        : new Column.FromSource(type, from.substring(0, dot), from.substring(dot + 1), formats, at);
  }

  private static Column.Lookup lookup(Section section) {
    Column.Otherwise missing = otherwise(section, "missing", Column.Otherwise.REJECT);
    return new Column.Lookup(
        section.requiredText("lookup"),
        section.required("by").texts("by"),
        section.text("at").orElse(null),
        section.text("take").orElse(null),
        missing,
        otherwise(section, "empty", missing),
        section.place());
  }

  private static Column.Otherwise otherwise(
      Section section, String key, Column.Otherwise standard) {
    if (!section.has(key)) {
      return standard;
    }
    return switch (section.requiredText(key)) {
      case "reject" -> Column.Otherwise.REJECT;
      case "unknown" -> Column.Otherwise.UNKNOWN;
      default -> throw section.place(key).refuse(key + " must be reject or unknown");
    };
  }

  private static ColumnType type(Value value) {
    String text = value.text("type");
    return ColumnType.parse(text)
        .orElseThrow(
            () ->
                value
                    .place()
                    .refuse(
                        "there is no type "
                            + text
                            + "; there are BOOLEAN, SMALLINT, INTEGER, BIGINT, DOUBLE,"
                            + " DECIMAL(p,s), VARCHAR, DATE, TIMESTAMP and TIME"));
  }
}
