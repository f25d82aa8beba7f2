package org.quadrille.cubes.foodmart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.SqlAccess;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.SqlException;

/**
 * FoodMart's own queries with the rows that they must give. {@link #main} runs all 6,761 and prints
 * what differs; {@code docs/sql.md} tells how to start it.
 */
public final class FoodMartQueries {
  private FoodMartQueries() {}

  /** How a query of the set came out. */
  enum Outcome {
    /** The rows that are expected, in the expected order where the query orders. */
    EQUAL,
    /** The rows that are expected, in another order of texts than the set was made with. */
    OTHER_COLLATION,
    DIFFERENT,
    REFUSED
  }

  /** The outcomes with the queries that are not equal. */
  record Tally(Map<Outcome, Integer> counts, List<String> differences) {
    int count(Outcome outcome) {
      return counts.getOrDefault(outcome, 0);
    }
  }

  /** Runs all queries; prints the counts and what differs. */
  public static void main(String[] args) throws IOException, SQLException {
    long start = System.nanoTime();
    Tally tally = run(id -> true);
    tally.differences().forEach(System.out::println);
    System.out.println(tally.counts() + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  /** Runs the queries of which the numbers are wanted. */
  static Tally run(IntPredicate wanted) throws IOException, SQLException {
    Map<Outcome, Integer> counts = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    Path folder = Files.createTempDirectory("foodmart-queries");
    Path schema = Files.writeString(folder.resolve("tables.xml"), schemaOfAllTables());
    try (Catalogs catalogs =
            Catalogs.open(
                List.of(
                    new CatalogSettings(
                        "FoodMart",
                        schema,
                        FoodMartData.url(),
                        null,
                        null,
                        new VersionRule.Static())),
                Clock.systemUTC());
        InputStream in = FoodMartQueries.class.getResourceAsStream("/queries.json");
        JsonParser json = new JsonFactory().createParser(Objects.requireNonNull(in))) {
      json.setCodec(new ObjectMapper());
      SqlAccess sql = catalogs.get("FoodMart").sql();
      while (json.nextToken() != JsonToken.START_ARRAY) {
        // The array of queries is the only value of the file.
      }
      while (json.nextToken() == JsonToken.START_OBJECT) {
        JsonNode query = json.readValueAsTree();
        int id = query.get("id").intValue();
        if (wanted.test(id)) {
          List<String> why = new ArrayList<>();
          Outcome outcome = run(sql, query, why);
          counts.merge(outcome, 1, Integer::sum);
          why.forEach(each -> differences.add(id + " " + outcome + " " + each));
        }
      }
    } finally {
      Files.delete(schema);
      Files.delete(folder);
    }
    return new Tally(counts, differences);
  }

  /** A schema that makes every table of FoodMart one of the star. */
  private static String schemaOfAllTables() throws SQLException {
    StringBuilder xml = new StringBuilder("<Schema name=\"FoodMart\">");
    try (Connection connection = DriverManager.getConnection(FoodMartData.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name, min(column_name) from duckdb_columns()"
                    + " where not internal group by table_name order by 1")) {
      while (rows.next()) {
        xml.append("<Cube name=\"facts of ")
            .append(rows.getString(1))
            .append("\"><Table name=\"")
            .append(rows.getString(1))
            .append("\"/><Measure name=\"Rows\" aggregator=\"count\" column=\"")
            .append(rows.getString(2))
            .append("\"/></Cube>");
      }
    }
    return xml.append("</Schema>").toString();
  }

  private static Outcome run(SqlAccess sql, JsonNode query, List<String> why) {
    String text = query.get("sql").textValue();
    List<String> actual = new ArrayList<>();
    try (SqlCursor cursor = sql.run(text, List.of(), QueryContext.DEFAULT, stop -> {})) {
      while (cursor.next()) {
        actual.add(line(cursor.row()));
      }
    } catch (SqlException e) {
      why.add(e.describe() + ": " + text);
      return Outcome.REFUSED;
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode row : query.get("rows")) {
      List<@Nullable Object> values = new ArrayList<>();
      row.forEach(v -> values.add(value(v)));
      expected.add(line(values));
    }
    boolean ordered = text.toLowerCase(Locale.ROOT).contains("order by");
    if (ordered && actual.equals(expected)) {
      return Outcome.EQUAL;
    }
    List<String> sortedActual = sorted(actual);
    List<String> sortedExpected = sorted(expected);
    if (sortedActual.equals(sortedExpected)) {
      if (!ordered || keys(expected, text).equals(keys(actual, text))) {
        return Outcome.EQUAL;
      }
      why.add(text);
      return Outcome.OTHER_COLLATION;
    }
    why.add(firstDifference(sortedExpected, sortedActual) + ": " + text);
    return Outcome.DIFFERENT;
  }

  /** The values that a query orders by; what it leaves open may come in any order. */
  private static List<String> keys(List<String> lines, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String order = text.substring(lower.lastIndexOf("order by"));
    String select = text.substring(0, lower.indexOf(" from "));
    String[] items = select.replaceFirst("(?i)^select( distinct)? ", "").split(" as \"c\\d+\",? ?");
    List<String> keys = new ArrayList<>();
    for (String line : lines) {
      String[] values = line.split("\\|");
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < Math.min(values.length, items.length); i++) {
        if (order.contains(items[i].strip())) {
          key.append(values[i]).append('|');
        }
      }
      keys.add(key.toString());
    }
    return keys;
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }

  private static String firstDifference(List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      if (!expected.get(i).equals(actual.get(i))) {
        return "expected " + expected.get(i) + " got " + actual.get(i);
      }
    }
    return "expected " + expected.size() + " rows, got " + actual.size();
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isNumber()
        ? node.decimalValue()
        : node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }

  /** Numbers are compared to ten digits, since the set has them as floating point. */
  private static String line(List<@Nullable Object> row) {
    StringBuilder line = new StringBuilder();
    for (Object value : row) {
      if (value instanceof Number number) {
        BigDecimal rounded =
            new BigDecimal(number.toString()).round(new MathContext(10, RoundingMode.HALF_UP));
        line.append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
      } else {
        line.append(value);
      }
      line.append('|');
    }
    return line.toString();
  }
}
