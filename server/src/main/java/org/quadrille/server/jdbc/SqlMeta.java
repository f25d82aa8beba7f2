package org.quadrille.server.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.calcite.avatica.ConnectionPropertiesImpl;
import org.apache.calcite.avatica.NoSuchStatementException;
import org.apache.calcite.avatica.remote.TypedValue;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.plan.SqlPlan;
import org.quadrille.server.http.Problems;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningSql;
import org.quadrille.server.query.Surface;

/** Answers Avatica's messages over the catalogs. Safe for use by many threads. */
final class SqlMeta extends ReadOnlyMeta {
  /** Connections that may be open at once. */
  private static final int MOST_SESSIONS = 500;

  private static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

  /** Rows of a first frame where the client does not say how many. */
  private static final int USUAL_FRAME = 100;

  private final Queries queries;
  private final Problems problems;
  private final RunningSql running;
  private final ThreadLocal<Map<String, String>> address = ThreadLocal.withInitial(Map::of);
  private final Map<String, JdbcSession> sessions = new ConcurrentHashMap<>();

  SqlMeta(Queries queries, Problems problems, RunningSql running) {
    this.queries = queries;
    this.problems = problems;
    this.running = running;
  }

  /** Takes a message that came to an address with these parameters. */
  <T> T at(Map<String, String> parameters, Supplier<T> message) {
    address.set(parameters);
    try {
      return message.get();
    } finally {
      address.remove();
    }
  }

  @Override
  public void openConnection(ConnectionHandle ch, @Nullable Map<String, String> info) {
    forgetIdle();
    if (sessions.size() >= MOST_SESSIONS) {
      throw new JdbcProblem("there are " + MOST_SESSIONS + " connections already", "08004");
    }
    JdbcSession session =
        JdbcProblem.told(
            problems,
            () ->
                new JdbcSession(queries.catalogs(), address.get(), info == null ? Map.of() : info));
    if (sessions.putIfAbsent(ch.id, session) != null) {
      throw new JdbcProblem("the connection is open already", "08002");
    }
  }

  private void forgetIdle() {
    sessions.forEach(
        (id, session) -> {
          if (session.idle().compareTo(LONGEST_IDLE) > 0 && sessions.remove(id, session)) {
            session.close();
          }
        });
  }

  private JdbcSession session(String id) {
    JdbcSession session = sessions.get(id);
    if (session == null) {
      throw new JdbcProblem("there is no such connection; it was closed or idle too long", "08003");
    }
    return session;
  }

  private JdbcStatement statement(StatementHandle h) throws NoSuchStatementException {
    JdbcStatement statement = session(h.connectionId).statement(h.id);
    if (statement == null) {
      throw new NoSuchStatementException(h);
    }
    return statement;
  }

  @Override
  public void closeConnection(ConnectionHandle ch) {
    JdbcSession session = sessions.remove(ch.id);
    if (session != null) {
      session.close();
    }
  }

  @Override
  public ConnectionProperties connectionSync(ConnectionHandle ch, ConnectionProperties asked) {
    JdbcSession session = session(ch.id);
    return new ConnectionPropertiesImpl(
        true, true, java.sql.Connection.TRANSACTION_NONE, session.catalog().name(), "cubes");
  }

  @Override
  public Map<DatabaseProperty, Object> getDatabaseProperties(ConnectionHandle ch) {
    return Map.of(
        DatabaseProperty.GET_S_Q_L_KEYWORDS, "AGGREGATE",
        DatabaseProperty.GET_NUMERIC_FUNCTIONS, "ABS,CEIL,EXP,FLOOR,LN,LOG10,MOD,POWER,ROUND,SQRT",
        DatabaseProperty.GET_STRING_FUNCTIONS, "CONCAT,LEFT,LOWER,REPLACE,RIGHT,SUBSTRING,UPPER",
        DatabaseProperty.GET_SYSTEM_FUNCTIONS, "COALESCE,NULLIF",
        DatabaseProperty.GET_TIME_DATE_FUNCTIONS, "EXTRACT,MONTH,QUARTER,YEAR");
  }

  @Override
  public StatementHandle createStatement(ConnectionHandle ch) {
    return new StatementHandle(ch.id, session(ch.id).create().id(), null);
  }

  @Override
  public void closeStatement(StatementHandle h) {
    JdbcSession session = sessions.get(h.connectionId);
    if (session != null) {
      session.close(h.id);
    }
  }

  @Override
  public StatementHandle prepare(ConnectionHandle ch, String sql, long maxRowCount) {
    return JdbcProblem.told(
        problems,
        () -> {
          JdbcSession session = session(ch.id);
          SqlPlan plan = session.catalog().sql().plan(sql, session.context());
          JdbcStatement statement = session.create();
          statement.prepare(sql);
          return new StatementHandle(
              ch.id, statement.id(), Signatures.of(sql, plan.columns(), plan.parameters()));
        });
  }

  @Override
  @Deprecated
  public ExecuteResult prepareAndExecute(
      StatementHandle h, String sql, long maxRowCount, PrepareCallback callback)
      throws NoSuchStatementException {
    return prepareAndExecute(h, sql, maxRowCount, USUAL_FRAME, callback);
  }

  @Override
  public ExecuteResult prepareAndExecute(
      StatementHandle h, String sql, long maxRows, int firstFrame, PrepareCallback callback)
      throws NoSuchStatementException {
    MetaResultSet rows = run(h, statement(h), sql, List.of(), maxRows, firstFrame);
    try {
      synchronized (callback.getMonitor()) {
        callback.clear();
        callback.assign(rows.signature, rows.firstFrame, rows.updateCount);
      }
      callback.execute();
    } catch (SQLException e) {
      throw new JdbcProblem(String.valueOf(e.getMessage()), "HY000");
    }
    return new ExecuteResult(List.of(rows));
  }

  @Override
  @Deprecated
  public ExecuteResult execute(StatementHandle h, List<TypedValue> values, long maxRowCount)
      throws NoSuchStatementException {
    return execute(h, values, USUAL_FRAME);
  }

  @Override
  public ExecuteResult execute(StatementHandle h, List<TypedValue> values, int firstFrame)
      throws NoSuchStatementException {
    JdbcStatement statement = statement(h);
    String sql = statement.sql();
    if (sql == null) {
      throw new JdbcProblem("the statement was not prepared", "HY010");
    }
    List<@Nullable Object> parameters = new ArrayList<>();
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    for (TypedValue value : values) {
      parameters.add(value == null ? null : Signatures.received(value.toJdbc(utc)));
    }
    return new ExecuteResult(List.of(run(h, statement, sql, parameters, -1, firstFrame)));
  }

  private MetaResultSet run(
      StatementHandle h,
      JdbcStatement statement,
      String sql,
      List<@Nullable Object> parameters,
      long maxRows,
      int firstFrame) {
    return JdbcProblem.told(
        problems,
        () -> {
          JdbcSession session = session(h.connectionId);
          statement.close();
          statement.reset();
          String name = session.name();
          try (RunningSql.Entry entry = running.enter(name == null ? h.toString() : name)) {
            SqlCursor cursor =
                queries.sql(
                    Surface.JDBC,
                    session.catalog(),
                    sql,
                    parameters,
                    session.context(),
                    stop -> {
                      statement.runs(stop);
                      entry.runs(stop);
                    });
            statement.open(cursor, maxRows);
            Signature signature = Signatures.of(sql, cursor.columns(), List.of());
            return MetaResultSet.create(
                h.connectionId, h.id, false, signature, statement.frame(size(firstFrame)));
          }
        });
  }

  private static int size(int asked) {
    return asked <= 0 ? USUAL_FRAME : asked;
  }

  @Override
  public Frame fetch(StatementHandle h, long offset, int count) throws NoSuchStatementException {
    JdbcStatement statement = statement(h);
    return JdbcProblem.told(
        problems,
        () -> {
          if (offset != statement.position()) {
            throw new JdbcProblem(
                "rows are given in order: row " + statement.position() + " is the next", "HY109");
          }
          return statement.frame(size(count));
        });
  }

  private MetadataRows metadata(ConnectionHandle ch) {
    return JdbcProblem.told(
        problems,
        () -> {
          JdbcSession session = session(ch.id);
          return new MetadataRows(
              ch.id, session.catalog().name(), session.catalog().sql().tables(session.context()));
        });
  }

  @Override
  public MetaResultSet getTables(
      ConnectionHandle ch, String catalog, Pat schema, Pat table, List<String> types) {
    return metadata(ch).tables(session(ch.id).nextId(), catalog, schema, table, types);
  }

  @Override
  public MetaResultSet getColumns(
      ConnectionHandle ch, String catalog, Pat schema, Pat table, Pat column) {
    return metadata(ch).columns(session(ch.id).nextId(), catalog, schema, table, column);
  }

  @Override
  public MetaResultSet getSchemas(ConnectionHandle ch, String catalog, Pat schema) {
    return metadata(ch).schemas(session(ch.id).nextId(), catalog, schema);
  }

  @Override
  public MetaResultSet getCatalogs(ConnectionHandle ch) {
    return metadata(ch).catalogs(session(ch.id).nextId());
  }

  @Override
  public MetaResultSet getTableTypes(ConnectionHandle ch) {
    return metadata(ch).tableTypes(session(ch.id).nextId());
  }

  @Override
  public MetaResultSet getTypeInfo(ConnectionHandle ch) {
    return metadata(ch).types(session(ch.id).nextId());
  }
}
