package org.quadrille.cubes.store;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlDialectFactoryImpl;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * The star for those who write SQL of their own: its tables, its dialect, and its facts as queries
 * that can stand in a FROM clause. Safe for use by many threads.
 */
public final class StarSql {
  private final Database database;
  private final SqlDialect dialect;

  /** Of that database; connects to find out its dialect. */
  public StarSql(Database database) {
    this.database = database;
    if (database.isDuckDb()) {
      this.dialect = StarDialect.DUCKDB;
      return;
    }
    try (Connection connection = database.connect()) {
      this.dialect = SqlDialectFactoryImpl.INSTANCE.create(connection.getMetaData());
    } catch (SQLException e) {
      throw new StoreException("cannot connect to " + database.url() + ": " + e.getMessage(), e);
    }
  }

  /** The tables of the database with their columns. */
  public TableCatalog tables() {
    return database.tables();
  }

  /** How SQL is written for the database. */
  public SqlDialect dialect() {
    return dialect;
  }

  /** Makes types as wide as the engine needs them; texts may hold all characters. */
  public static RelDataTypeFactory typeFactory() {
    return new JavaTypeFactoryImpl(new StarTypeSystem()) {
      @Override
      public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
      }
    };
  }

  /** The type of a column. */
  public static RelDataType type(RelDataTypeFactory factory, TableCatalog.ColumnInfo column) {
    return Algebra.StarTable.type(factory, column);
  }

  /** A query, and the types of its columns. */
  public record Query(SqlNode sql, RelDataType type) {}

  /**
   * Facts as a query; those of several measure groups stand under each other.
   *
   * @param branches with the same columns in the same order
   */
  public Query query(List<WideRows> branches) {
    Algebra algebra = new Algebra(database.tables(), dialect);
    List<RelNode> parts = new ArrayList<>();
    for (WideRows branch : branches) {
      parts.add(new WideQuery(branch, algebra).build());
    }
    RelNode rel = parts.size() == 1 ? parts.get(0) : WideQuery.union(parts, branches, algebra);
    SqlNode sql = new RelToSqlConverter(dialect).visitRoot(rel).asStatement();
    return new Query(sql, rel.getRowType());
  }

  /**
   * The smallest aggregate table that covers a query, null where none does.
   *
   * @param reasons gets a line for each table that was looked at
   */
  public WideRows.@Nullable AggregateUse aggregate(
      StarQuery query, List<WideRows.OfLevel> values, List<String> reasons) {
    Aggregates.Decision decision = database.aggregates().decide(query);
    AggregateChoice choice = decision.choice();
    if (choice == null) {
      reasons.addAll(decision.reasons());
      return null;
    }
    for (WideRows.OfLevel value : values) {
      if (!WideQuery.isCovered(query.group(), choice, value)) {
        reasons.add(
            "aggregate "
                + choice.table()
                + " not used: it does not have all that is asked of "
                + value.level().uniqueName());
        return null;
      }
    }
    reasons.addAll(decision.reasons());
    return new WideRows.AggregateUse(choice);
  }
}
