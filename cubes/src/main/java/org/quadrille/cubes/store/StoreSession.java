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
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlDialect;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Relation;

/**
 * Reads from one database for one query: one connection, one transaction, so that everything comes
 * from one state of the data. Counts its statements.
 */
public final class StoreSession implements AutoCloseable {
  private static final String CANCELLED = "the query was cancelled";

  private final Database database;
  private final Asker asker;
  private final long endNanos;
  private final List<String> statements = new ArrayList<>();
  private final List<StatementPlan> plans = new ArrayList<>();
  private @Nullable Connection connection;
  private @Nullable String version;
  private volatile @Nullable Statement running;
  private volatile boolean cancelled;

  /** For somebody unknown; connects when it is first asked. */
  public StoreSession(Database database, Duration timeout) {
    this(database, new Asker("", timeout));
  }

  /** Connects when it is first asked; all that it reads then is of one transaction. */
  public StoreSession(Database database, Asker asker) {
    this.database = database;
    this.asker = asker;
    this.endNanos = System.nanoTime() + asker.timeout().toNanos();
  }

  /**
   * Says which state of the data this session reads, so that it can share answers with others that
   * read the same; before, it shares none.
   */
  public void reads(String dataVersion) {
    version = dataVersion;
  }

  private Connection connection() {
    Connection known = connection;
    if (known == null) {
      known = database.take();
      connection = known;
    }
    return known;
  }

  private SqlDialect dialect() {
    return database.dialect();
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
    return new MemberStatement(
        hierarchy, fact, from, to, new Algebra(database.tables(), dialect()));
  }

  /** The columns of a statement's result. */
  List<ValueColumn> columns(String sql) {
    return shared(
        List.of("columns", sql),
        () -> {
          List<ValueColumn> columns = new ArrayList<>();
          run(sql, rows -> columns.addAll(ValueColumn.read(rows)));
          return List.copyOf(columns);
        });
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
        new StarStatement(queries, decisions, new Algebra(database.tables(), dialect()));
    plans.add(new StatementPlan(statement.sql(), queries, List.copyOf(reasons)));
    return shared(queries, () -> run(statement));
  }

  private List<StarResult> run(StarStatement statement) {
    List<StarResult> results = new ArrayList<>();
    long limit = database.limits().rows();
    run(statement.sql(), rows -> results.addAll(statement.read(rows, limit)));
    return List.copyOf(results);
  }

  /** Reads facts one by one. */
  public RowResult rows(RowQuery query) {
    RowStatement statement = new RowStatement(query, new Algebra(database.tables(), dialect()));
    List<RowResult> results = new ArrayList<>();
    run(statement.sql(), rows -> results.add(statement.read(rows)));
    return results.get(0);
  }

  /** The query that gives a table of facts, to be counted by SQL around it. */
  public String sql(FactTable table) {
    return FactTableSql.of(table, new Algebra(database.tables(), dialect()));
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
            if (found.size() == database.limits().rows()) {
              throw new StoreException(
                  "the query gives more than " + database.limits().rows() + " rows", null);
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
    try (Statement statement = connection().createStatement();
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

  /** The answer of another session that asks the same of the same data now, or an own one. */
  private <T> T shared(Object question, Supplier<T> ask) {
    String state = version;
    return state == null
        ? ask.get()
        : database
            .inFlight()
            .answer(List.of(state, question), endNanos - System.nanoTime(), () -> cancelled, ask);
  }

  private void run(String sql, RowReader reader) {
    enter();
    try {
      statements.add(sql);
      execute(sql, reader);
    } finally {
      database.gate().leave(asker.user());
    }
  }

  private void enter() {
    if (cancelled) {
      throw new StoreException(CANCELLED, null);
    }
    try {
      database.gate().enter(asker.user(), endNanos - System.nanoTime(), () -> cancelled);
    } catch (TimeoutException e) {
      throw new StoreException(
          "the query waited longer than "
              + asker.timeout().toSeconds()
              + " s for its turn and was ended; ask again later",
          e);
    } catch (CancellationException e) {
      throw new StoreException(CANCELLED, e);
    }
  }

  private void execute(String sql, RowReader reader) {
    try (Statement statement = connection().createStatement()) {
      running = statement;
      if (cancelled) {
        throw new StoreException(CANCELLED, null);
      }
      statement.setQueryTimeout(secondsLeft());
      try (ResultSet rows = statement.executeQuery(sql)) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      boolean late = System.nanoTime() - endNanos > 0;
      throw new StoreException(
          cancelled
              ? CANCELLED
              : late
                  ? "the query took longer than " + asker.timeout().toSeconds() + " s and was ended"
                  : "the database failed: " + e.getMessage(),
          e);
    } finally {
      running = null;
    }
  }

  private int secondsLeft() {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(endNanos - System.nanoTime() + 999));
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
    Connection closing = connection;
    connection = null;
    if (closing != null) {
      database.giveBack(closing);
    }
  }
}
