package org.quadrille.server.bench;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.bench.BenchAnswer.Row;
import org.quadrille.server.bench.BenchQuery.Check;

/**
 * Compares an answer with what SQL gives: the same rows, each with the same values, whole numbers
 * and decimals exactly, doubles within a billionth. Rows without a value and the order of rows do
 * not count.
 */
final class AnswerCheck {
  private static final double TOLERANCE = 1e-9;
  private static final Comparator<Row> ORDER =
      Comparator.<Row, String>comparing(row -> String.join("\t", row.key()))
          .thenComparing(row -> String.valueOf(row.values()));

  private AnswerCheck() {}

  /** The rows of a question in SQL. */
  static List<Row> rows(Connection connection, Check check) {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(check.sql())) {
      while (result.next()) {
        List<String> key = new ArrayList<>();
        for (int column : check.rows()) {
          key.add(String.valueOf(result.getObject(column)));
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int column : check.cells()) {
          values.add(result.getObject(column));
        }
        rows.add(new Row(key, values));
      }
    } catch (SQLException e) {
      throw new BenchException("the SQL fails: " + e.getMessage() + "\n" + check.sql(), e);
    }
    return rows;
  }

  /** What differs first, null where the answers agree. */
  static @Nullable String difference(List<Row> expected, List<Row> actual) {
    List<Row> wanted = expected.stream().filter(row -> !row.isEmpty()).sorted(ORDER).toList();
    List<Row> found = actual.stream().filter(row -> !row.isEmpty()).sorted(ORDER).toList();
    for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
      if (!same(wanted.get(i), found.get(i))) {
        return "SQL gives " + wanted.get(i) + ", MDX " + found.get(i);
      }
    }
    return wanted.size() == found.size()
        ? null
        : "SQL gives " + wanted.size() + " rows, MDX " + found.size();
  }

  private static boolean same(Row a, Row b) {
    if (!a.key().equals(b.key()) || a.values().size() != b.values().size()) {
      return false;
    }
    for (int i = 0; i < a.values().size(); i++) {
      if (!same(a.values().get(i), b.values().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return isDouble(x) || isDouble(y)
          ? close(x.doubleValue(), y.doubleValue())
          : new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
    }
    return a == null ? b == null : a.equals(b);
  }

  private static boolean isDouble(Number number) {
    return !(number instanceof BigDecimal
        || number instanceof BigInteger
        || number instanceof Long
        || number instanceof Integer
        || number instanceof Short);
  }

  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
