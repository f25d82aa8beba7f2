package org.quadrille.server.xmla;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query over the tables of metadata: {@code SELECT columns FROM $system.ROWSET WHERE column =
 * value AND … ORDER BY column}. Clients send it instead of Discover.
 *
 * @param columns names, empty for all
 * @param limit how many rows are wanted, null for all
 * @param orderBy a column, null for none
 */
record SystemQuery(
    String rowset,
    List<String> columns,
    boolean distinct,
    @Nullable Integer limit,
    List<Condition> conditions,
    @Nullable String orderBy,
    boolean descending) {

  /** A column that must, or must not, have a value. */
  record Condition(String column, boolean equal, String value) {}

  private static final String NAME = "(?:\\[[^\\]]+\\]|\\w+)";
  private static final Pattern BEGINNING =
      Pattern.compile("(?is)\\s*select\\b.*\\bfrom\\s+\\$system\\s*\\..*");
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?is)\\s*select\\s+(distinct\\s+)?(?:top\\s+(\\d{1,9})\\s+)?"
              + "(\\*|"
              + NAME
              + "(?:\\s*,\\s*"
              + NAME
              + ")*)\\s+from\\s+\\$system\\s*\\.\\s*("
              + NAME
              + ")(?:\\s+where\\s+(.+?))?(?:\\s+order\\s+by\\s+("
              + NAME
              + ")(?:\\s+(asc|desc))?)?\\s*;?\\s*");
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?is)\\s*\\(?\\s*("
              + NAME
              + ")\\s*(=|<>)\\s*('(?:[^']|'')*'|\"[^\"]*\"|[\\w.+-]+)\\s*\\)?\\s*");
  private static final Pattern AND = Pattern.compile("(?i)and\\b");

  SystemQuery {
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
  }

  /** Whether a statement asks a table of metadata. */
  static boolean matches(String statement) {
    return BEGINNING.matcher(statement).matches();
  }

  /**
   * Reads a statement.
   *
   * @throws XmlaFault if it is of another form
   */
  static SystemQuery read(String statement) {
    Matcher matcher = WHOLE.matcher(statement);
    if (!matcher.matches()) {
      throw refuse();
    }
    List<String> columns = new ArrayList<>();
    if (!matcher.group(3).equals("*")) {
      for (String column : matcher.group(3).split(",")) {
        columns.add(plain(column));
      }
    }
    return new SystemQuery(
        plain(matcher.group(4)).toUpperCase(Locale.ROOT),
        columns,
        matcher.group(1) != null,
        matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2)),
        matcher.group(5) == null ? List.of() : conditions(matcher.group(5)),
        matcher.group(6) == null ? null : plain(matcher.group(6)),
        "desc".equalsIgnoreCase(matcher.group(7)));
  }

  private static List<Condition> conditions(String text) {
    List<Condition> conditions = new ArrayList<>();
    Matcher matcher = CONDITION.matcher(text);
    int at = 0;
    while (true) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw refuse();
      }
      conditions.add(
          new Condition(
              plain(matcher.group(1)), matcher.group(2).equals("="), value(matcher.group(3))));
      if (matcher.end() == text.length()) {
        return conditions;
      }
      Matcher and = AND.matcher(text);
      if (!and.find(matcher.end()) || and.start() != matcher.end()) {
        throw refuse();
      }
      at = and.end();
    }
  }

  private static String value(String written) {
    boolean quoted = written.startsWith("'") || written.startsWith("\"");
    return quoted ? written.substring(1, written.length() - 1).replace("''", "'") : written;
  }

  private static String plain(String name) {
    String stripped = name.strip();
    return stripped.startsWith("[") ? stripped.substring(1, stripped.length() - 1) : stripped;
  }

  private static XmlaFault refuse() {
    return XmlaFault.client(
        "a query of $system is: SELECT [DISTINCT] [TOP n] columns or * FROM $system.ROWSET"
            + " [WHERE column = 'value' AND …] [ORDER BY column [DESC]]");
  }
}
