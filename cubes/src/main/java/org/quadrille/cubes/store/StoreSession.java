package org.quadrille.cubes.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlDialectFactoryImpl;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Relation;

/**
 * Reads from one database for one query: one connection, one transaction, so that everything comes
 * from one state of the data. Counts its statements.
 */
public final class StoreSession implements AutoCloseable {
  /** Rows of cells that one statement may give. */
  private static final long ROW_LIMIT = 5_000_000;

  private final Database database;
  private final Connection connection;
  private final SqlDialect dialect;
  private final Duration timeout;
  private final List<String> statements = new ArrayList<>();
  private final List<StatementPlan> plans = new ArrayList<>();
  private volatile @Nullable Statement running;
  private volatile boolean cancelled;

  /** Opens a connection and begins a transaction. */
  public StoreSession(Database database, Duration timeout) {
    this.database = database;
    this.timeout = timeout;
    this.connection = database.connect();
    try {
      connection.setAutoCommit(false);
      this.dialect =
          database.isDuckDb()
              ? StarDialect.DUCKDB
              : SqlDialectFactoryImpl.INSTANCE.create(connection.getMetaData());
    } catch (SQLException e) {
      throw new StoreException("cannot begin to read " + database.url() + ": " + e.getMessage(), e);
    }
  }

  /** The statements so far, in order. */
  public List<String> statements() {
    return Collections.unmodifiableList(statements);
  }

  /** Those of the statements that answered star queries, with what they answered. */
  public List<StatementPlan> plans() {
    return Collections.unmodifiableList(plans);
  }

  /** The statement that reads some levels of a hierarchy. */
  MemberStatement membersOf(Hierarchy hierarchy, Relation fact, int from, int to) {
    return new MemberStatement(hierarchy, fact, from, to, new Algebra(database.tables(), dialect));
  }

  /** The columns of a statement's result. */
  List<ValueColumn> columns(String sql) {
    List<ValueColumn> columns = new ArrayList<>();
    run(sql, rows -> columns.addAll(ValueColumn.read(rows)));
    return columns;
  }

  /** Answers star queries by one statement. */
  public List<StarResult> run(List<StarQuery> queries) {
    List<Aggregates.Decision> decisions = new ArrayList<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (StarQuery query : queries) {
      Aggregates.Decision decision = database.aggregates().decide(query);
      decisions.add(decision);
      reasons.addAll(decision.reasons());
    }
    StarStatement statement =
        new StarStatement(queries, decisions, new Algebra(database.tables(), dialect));
    plans.add(new StatementPlan(statement.sql(), queries, List.copyOf(reasons)));
    List<StarResult> results = new ArrayList<>();
    run(statement.sql(), rows -> results.addAll(statement.read(rows, ROW_LIMIT)));
    return results;
  }

  /** Reads facts one by one. */
  public RowResult rows(RowQuery query) {
    RowStatement statement = new RowStatement(query, new Algebra(database.tables(), dialect));
    List<RowResult> results = new ArrayList<>();
    run(statement.sql(), rows -> results.add(statement.read(rows)));
    return results.get(0);
  }

  /** The query that gives a table of facts, to be counted by SQL around it. */
  public String sql(FactTable table) {
    return FactTableSql.of(table, new Algebra(database.tables(), dialect));
  }

  /**
   * All rows of a query.
   *
   * @throws StoreException if it fails or gives more rows than cells may have
   */
  public SqlRows query(String sql) {
    List<String> labels = new ArrayList<>();
    List<List<@Nullable Object>> found = new ArrayList<>();
    run(
        sql,
        result -> {
          int width = result.getMetaData().getColumnCount();
          for (int i = 1; i <= width; i++) {
            labels.add(result.getMetaData().getColumnLabel(i));
          }
          while (result.next()) {
            if (found.size() == ROW_LIMIT) {
              throw new StoreException("the query gives more than " + ROW_LIMIT + " rows", null);
            }
            @Nullable Object[] row = new @Nullable Object[width];
            for (int i = 0; i < width; i++) {
              row[i] = Literals.normal(result.getObject(i + 1));
            }
            found.add(Collections.unmodifiableList(Arrays.asList(row)));
          }
        });
    return new SqlRows(labels, found);
  }

  /** The first value of a query that a setting gives; not counted among the statements. */
  public @Nullable String scalar(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new StoreException("the query failed: " + sql + ": " + e.getMessage(), e);
    }
  }

  /**
   * The first row of a query.
   *
   * @throws StoreException if the query fails or gives no row
   */
  public List<@Nullable Object> firstRow(String sql) {
    List<@Nullable Object> values = new ArrayList<>();
    run(
        sql,
        rows -> {
          int width = rows.getMetaData().getColumnCount();
          if (rows.next()) {
            for (int i = 1; i <= width; i++) {
              values.add(Literals.normal(rows.getObject(i)));
            }
          }
        });
    if (values.isEmpty()) {
      throw new StoreException("the query gave no row: " + sql, null);
    }
    return values;
  }

  /** What reads the rows of a statement. */
  interface RowReader {
    void read(ResultSet rows) throws SQLException;
  }

  private void run(String sql, RowReader reader) {
    if (cancelled) {
      throw new StoreException("the query was cancelled", null);
    }
    statements.add(sql);
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
      try (ResultSet rows = statement.executeQuery(sql)) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw new StoreException(
          cancelled ? "the query was cancelled" : "the database failed: " + e.getMessage(), e);
    } finally {
      running = null;
    }
  }

  /** Stops the running statement, if any, and refuses others; may be called by any thread. */
  public void cancel() {
    cancelled = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw new StoreException("cannot cancel: " + e.getMessage(), e);
      }
    }
  }

  @Override
  public void close() {
    try (Connection closing = connection) {
      closing.rollback();
    } catch (SQLException e) {
      throw new StoreException("cannot close a connection: " + e.getMessage(), e);
    }
  }
}
