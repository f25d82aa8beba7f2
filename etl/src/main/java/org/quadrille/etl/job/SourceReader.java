package org.quadrille.etl.job;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the entries under {@code sources}. */
final class SourceReader {
  private static final String WHAT = "a source";
  private static final Set<String> KEYS =
      Set.of(
          "file",
          "format",
          "delimiter",
          "encoding",
          "header",
          "columns",
          "quote",
          "nulls",
          "sheet",
          "jdbc",
          "user",
          "password",
          "schema",
          "table",
          "query",
          "rows");
  private static final List<String> TEXT_KEYS = List.of("delimiter", "encoding", "quote");
  private static final List<String> ROW_KEYS = List.of("header", "columns", "nulls");
  private static final List<String> JDBC_KEYS =
      List.of("user", "password", "schema", "table", "query");

  private SourceReader() {}

  static Source read(String name, Place place, Value value) {
    Section section = Section.of(value, WHAT, KEYS);
    List<String> kinds = section.present(List.of("file", "jdbc", "rows"));
    if (kinds.size() != 1) {
      throw place.refuse("source " + name + " needs one of file, jdbc and rows");
    }
    return switch (kinds.get(0)) {
      case "file" -> file(name, place, section);
      case "jdbc" -> jdbc(name, place, section);
      default -> inline(name, place, section);
    };
  }

  static JdbcAddress address(Section section) {
    return new JdbcAddress(
        section.requiredText("jdbc"),
        section.text("user").orElse(null),
        section.value("password").map(value -> value.textOrNull("password")).orElse(null));
  }

  private static Source file(String name, Place place, Section section) {
    section.refuse(JDBC_KEYS, "it is for databases");
    String files = section.requiredText("file");
    String format = section.text("format").orElseGet(() -> byExtension(section, files));
    if (!format.equals("xlsx")) {
      section.refuse(List.of("sheet"), "it is for XLSX files");
    }
    if (!format.equals("csv")) {
      section.refuse(TEXT_KEYS, "it is for CSV files");
    }
    switch (format) {
      case "csv":
        return csv(name, place, section, files);
      case "xlsx":
        return new Source.Xlsx(
            name, place, files, section.text("sheet"), columns(section), nulls(section));
      case "json":
        section.refuse(ROW_KEYS, "it is for CSV and XLSX files");
        return new Source.Json(name, place, files);
      case "parquet":
        section.refuse(ROW_KEYS, "it is for CSV and XLSX files");
        return new Source.Parquet(name, place, files);
      default:
        throw section
            .place("format")
            .refuse("format must be csv, json, parquet or xlsx, not " + format);
    }
  }

  private static String byExtension(Section section, String files) {
    String extension = files.substring(files.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "csv", "txt", "tsv" -> "csv";
      case "json", "jsonl", "ndjson" -> "json";
      case "parquet" -> "parquet";
      case "xlsx" -> "xlsx";
      default ->
          throw section
              .place("file")
              .refuse(
                  "the format of "
                      + files
                      + " cannot be told from its name; add format: csv, json, parquet or xlsx");
    };
  }

  private static Source csv(String name, Place place, Section section, String files) {
    char standard = files.toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
    char delimiter = character(section, "delimiter", standard);
    char quote = character(section, "quote", '"');
    if (delimiter == quote) {
      throw section.place("delimiter").refuse("delimiter and quote must differ");
    }
    return new Source.Csv(
        name, place, files, delimiter, quote, encoding(section), columns(section), nulls(section));
  }

  private static char character(Section section, String key, char standard) {
    String text = section.text(key).orElse(String.valueOf(standard));
    String plain = text.equals("\\t") ? "\t" : text;
    if (plain.length() != 1 || plain.equals("\n") || plain.equals("\r")) {
      throw section.place(key).refuse(key + " must be one character, not \"" + text + "\"");
    }
    return plain.charAt(0);
  }

  private static Charset encoding(Section section) {
    String name = section.text("encoding").orElse(StandardCharsets.UTF_8.name());
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw section
          .place("encoding")
          .refuse("there is no encoding " + name + "; usual ones are UTF-8, UTF-16 and GB18030");
    }
  }

  /** Given names, for a file without a header; empty where it has one. */
  private static List<String> columns(Section section) {
    boolean header = section.flag("header", true);
    List<String> columns = section.texts("columns");
    if (header && !columns.isEmpty()) {
      throw section
          .place("columns")
          .refuse("columns is for files without a header; add header: false or leave it out");
    }
    if (!header && columns.isEmpty()) {
      throw section.place("header").refuse("a file without a header needs columns: [names]");
    }
    requireDistinct(section, columns);
    return columns;
  }

  private static void requireDistinct(Section section, List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column.toLowerCase(Locale.ROOT))) {
        throw section.place("columns").refuse("the column " + column + " is named twice");
      }
    }
  }

  private static List<String> nulls(Section section) {
    return section.has("nulls") ? section.texts("nulls") : List.of("");
  }

  private static Source jdbc(String name, Place place, Section section) {
    section.refuse(List.of("format", "sheet"), "it is for files");
    section.refuse(TEXT_KEYS, "it is for files");
    section.refuse(ROW_KEYS, "it is for files");
    Optional<String> table = section.text("table");
    Optional<String> query = section.text("query");
    if (table.isPresent() == query.isPresent()) {
      throw place.refuse("source " + name + " needs either table or query");
    }
    if (query.isPresent()) {
      section.refuse(List.of("schema"), "name the schema in the query");
    }
    return new Source.Jdbc(
        name,
        place,
        address(section),
        section.text("schema").orElse(null),
        table.orElse(null),
        query.orElse(null));
  }

  private static Source inline(String name, Place place, Section section) {
    section.refuse(List.of("format", "sheet", "header", "nulls"), "it is for files");
    section.refuse(TEXT_KEYS, "it is for files");
    section.refuse(JDBC_KEYS, "it is for databases");
    List<String> columns = section.required("columns").texts("columns");
    requireDistinct(section, columns);
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Value row : section.required("rows").list("rows")) {
      List<@Nullable String> values = new ArrayList<>();
      for (Value value : row.list("a row")) {
        values.add(value.textOrNull("a value"));
      }
      if (values.size() != columns.size()) {
        throw row.place()
            .refuse("this row has " + values.size() + " values for " + columns.size() + " columns");
      }
      rows.add(values);
    }
    return new Source.Inline(name, place, columns, rows);
  }
}
