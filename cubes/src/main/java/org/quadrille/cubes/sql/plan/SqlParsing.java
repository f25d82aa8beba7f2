package org.quadrille.cubes.sql.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.sql.SqlException;

/** Reads texts; lets nothing through but queries. */
final class SqlParsing {
  /**
   * Characters of the longest text; longer ones are made by programs and cost more than they say.
   */
  static final int LONGEST = 200_000;

  static final SqlConformance CONFORMANCE = new Conformance();

  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withIdentifierMaxLength(256)
          .withConformance(CONFORMANCE);

  private static final Pattern FIRST_WORD = Pattern.compile("\\s*(\\w+)");
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE");

  private SqlParsing() {}

  /** The query of a text; a semicolon may end it. */
  static SqlNode parse(String text) {
    if (text.length() > LONGEST) {
      throw new SqlException(
          null, "the query has " + text.length() + " characters; " + LONGEST + " are the most");
    }
    if (text.isBlank()) {
      throw new SqlException(null, "there is no query");
    }
    SqlNode node;
    try {
      node = SqlParser.create(withoutSemicolon(text), CONFIG).parseStmt();
    } catch (SqlParseException e) {
      throw new SqlException(place(e.getPos()), message(text, e));
    } catch (StackOverflowError e) {
      throw new SqlException(null, "the query is nested too deeply");
    }
    if (!node.isA(SqlKind.QUERY)) {
      throw new SqlException(Place.START, notAQuery(node.getKind().sql));
    }
    return node;
  }

  private static String notAQuery(String what) {
    return "only queries are answered here, not " + what + "; begin with SELECT, WITH or VALUES";
  }

  private static String withoutSemicolon(String text) {
    String stripped = text.stripTrailing();
    return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  static @Nullable Place place(@Nullable SqlParserPos position) {
    return position == null || position.getLineNum() < 1 || position.getColumnNum() < 1
        ? null
        : new Place(position.getLineNum(), position.getColumnNum());
  }

  /** What was met and a little of what was expected; Calcite lists hundreds of tokens. */
  private static String message(String text, SqlParseException e) {
    Matcher first = FIRST_WORD.matcher(text);
    if (first.lookingAt() && !QUERIES.contains(first.group(1).toUpperCase(Locale.ROOT))) {
      return notAQuery(first.group(1).toUpperCase(Locale.ROOT));
    }
    String said = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    if (text.contains(";") && said.contains("\";\"")) {
      return "one query at a time: a semicolon may only stand at the end";
    }
    if (said.startsWith("Encountered \"<EOF>\"")) {
      return "the query ends too early";
    }
    if (said.startsWith("Encountered")) {
      int at = said.indexOf(" at line");
      String met = (at < 0 ? said : said.substring(0, at)).replaceFirst("^Encountered ", "");
      boolean word = met.matches("\"\\w+\"");
      return met
          + " was not expected here"
          + (word ? "; a name that is a word of SQL is written in double quotes" : "");
    }
    if (said.isBlank()) {
      return "the query is nested too deeply or too long to be read";
    }
    if (said.contains("<EOF>")) {
      return "a text, a name or a comment is not closed";
    }
    return said.replaceFirst("^Lexical error at line \\d+, column \\d+\\. *", "not SQL: ");
  }

  /** The standard, with what everybody writes besides. */
  private static final class Conformance extends SqlDelegatingConformance {
    Conformance() {
      super(SqlConformanceEnum.DEFAULT);
    }

    @Override
    public boolean isGroupByAlias() {
      return true;
    }

    @Override
    public boolean isGroupByOrdinal() {
      return true;
    }

    @Override
    public boolean isHavingAlias() {
      return true;
    }

    @Override
    public boolean isBangEqualAllowed() {
      return true;
    }

    @Override
    public boolean isPercentRemainderAllowed() {
      return true;
    }

    @Override
    public boolean allowNiladicParentheses() {
      return true;
    }

    @Override
    public boolean isLimitStartCountAllowed() {
      return false;
    }
  }
}
