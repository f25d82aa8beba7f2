package org.quadrille.cubes.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.AggregateTable;
import org.quadrille.cubes.schema.MeasureGroup;

/**
 * The aggregate tables that schemas declare over one database: finds the smallest that covers a
 * query. A table covers only what it can give exactly.
 */
final class Aggregates {
  private final Database database;
  private final Map<String, Long> sizes = new ConcurrentHashMap<>();

  Aggregates(Database database) {
    this.database = database;
  }

  /**
   * What was decided for a query.
   *
   * @param choice null for the facts themselves
   * @param reasons a line for each table that was looked at
   */
  record Decision(@Nullable AggregateChoice choice, List<String> reasons) {
    Decision {
      reasons = List.copyOf(reasons);
    }
  }

  /** The smallest aggregate table that covers a query. */
  Decision decide(StarQuery query) {
    MeasureGroup facts = query.group();
    if (facts.aggregates().isEmpty()) {
      return new Decision(null, List.of());
    }
    List<String> reasons = new ArrayList<>();
    List<AggregateChoice> covering = new ArrayList<>();
    for (AggregateTable declared : facts.aggregates()) {
      List<AggregateChoice> tables = tables(declared);
      if (tables.isEmpty()) {
        reasons.add(
            "aggregate "
                + (declared.name() == null ? declared.pattern() : declared.name())
                + " not used: the database has no such table");
      }
      for (AggregateChoice each : tables) {
        String obstacle = each.obstacle(query, facts);
        if (obstacle == null) {
          covering.add(each);
        } else {
          reasons.add("aggregate " + each.table() + " not used: " + obstacle);
        }
      }
    }
    covering.sort(Comparator.comparingLong(c -> size(c.table())));
    for (int i = 0; i < covering.size(); i++) {
      String table = covering.get(i).table();
      reasons.add(
          "aggregate "
              + table
              + (i == 0
                  ? " used: " + size(table) + " rows"
                  : " not used: it is larger than " + covering.get(0).table()));
    }
    return new Decision(covering.isEmpty() ? null : covering.get(0), reasons);
  }

  private List<AggregateChoice> tables(AggregateTable declared) {
    List<AggregateChoice> found = new ArrayList<>();
    Pattern pattern =
        declared.pattern() == null
            ? null
            : Pattern.compile(
                declared.pattern(), declared.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0);
    for (TableCatalog.TableInfo table : database.tables().tables()) {
      boolean matches =
          pattern != null
              ? pattern.matcher(table.name()).matches() && !isExcluded(table.name(), declared)
              : declared.ignoreCase()
                  ? table.name().equalsIgnoreCase(declared.name())
                  : table.name().equals(declared.name());
      if (matches && table.indexOf(declared.factCountColumn()) >= 0) {
        found.add(new AggregateChoice(declared, table.name()));
      }
    }
    return found;
  }

  private static boolean isExcluded(String table, AggregateTable declared) {
    return declared.excludedPatterns().stream()
        .anyMatch(p -> table.toLowerCase(Locale.ROOT).matches(p.toLowerCase(Locale.ROOT)));
  }

  private long size(String table) {
    return sizes.computeIfAbsent(table, this::count);
  }

  private long count(String table) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from \"" + table.replace("\"", "\"\"") + "\"")) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw new StoreException("cannot count the rows of " + table + ": " + e.getMessage(), e);
    }
  }

  /** Forgets the sizes, after the data changed. */
  void forget() {
    sizes.clear();
  }
}
