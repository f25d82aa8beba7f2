package org.quadrille.cubes.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlDialectFactoryImpl;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A database behind one JDBC address. For DuckDB one instance is opened and every connection is a
 * duplicate of the first.
 */
public final class Database implements AutoCloseable {
  private final String url;
  private final Properties properties = new Properties();
  private final StoreLimits limits;
  private final StatementGate gate;
  private final ConnectionPool pool;
  private final InFlight inFlight = new InFlight();
  private final Aggregates aggregates = new Aggregates(this);
  private @Nullable SqlDialect dialect;
  private @Nullable Connection root;
  private @Nullable TableCatalog tables;

  /** Does not connect yet; has the usual limits. */
  public Database(String url, @Nullable String user, @Nullable String password) {
    this(url, user, password, StoreLimits.usual());
  }

  /** Does not connect yet. */
  public Database(
      String url, @Nullable String user, @Nullable String password, StoreLimits limits) {
    this.url = url;
    this.limits = limits;
    this.gate = new StatementGate(limits.statements(), limits.statementsOfOne());
    this.pool = new ConnectionPool(limits.statements());
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
  }

  /** The JDBC address. */
  public String url() {
    return url;
  }

  /** Whether this is DuckDB. */
  public boolean isDuckDb() {
    return url.startsWith("jdbc:duckdb:");
  }

  /** A new connection. */
  public Connection connect() {
    try {
      return isDuckDb() ? ((DuckDBConnection) root()).duplicate() : root(url);
    } catch (SQLException e) {
      throw new StoreException("cannot connect to " + url + ": " + e.getMessage(), e);
    }
  }

  /** A connection in a transaction of its own, to be {@link #giveBack given back}. */
  Connection take() {
    try {
      return pool.take(this::connect);
    } catch (SQLException e) {
      throw new StoreException("cannot begin to read " + url + ": " + e.getMessage(), e);
    }
  }

  /** Ends a connection's transaction. */
  void giveBack(Connection connection) {
    try {
      pool.giveBack(connection);
    } catch (SQLException e) {
      throw new StoreException("cannot close a connection: " + e.getMessage(), e);
    }
  }

  /** How SQL is written here. */
  synchronized SqlDialect dialect() {
    if (dialect == null) {
      if (isDuckDb()) {
        dialect = StarDialect.DUCKDB;
      } else {
        try (Connection connection = connect()) {
          dialect = SqlDialectFactoryImpl.INSTANCE.create(connection.getMetaData());
        } catch (SQLException e) {
          throw new StoreException("cannot begin to read " + url + ": " + e.getMessage(), e);
        }
      }
    }
    return dialect;
  }

  /** What statements may take. */
  StoreLimits limits() {
    return limits;
  }

  /** Who may run a statement now. */
  StatementGate gate() {
    return gate;
  }

  /** What is being asked now. */
  InFlight inFlight() {
    return inFlight;
  }

  /** What there is to do. */
  public StoreLoad load() {
    return new StoreLoad(
        gate.running(), gate.waiting(), gate.waitedNanos(), gate.started(), inFlight.shared());
  }

  private synchronized Connection root() throws SQLException {
    if (root == null) {
      root = root(url);
      if (isDuckDb()) {
        lockDown(root);
      }
    }
    return root;
  }

  /** From now on no statement reaches files, other databases or settings, whoever wrote it. */
  private static void lockDown(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    } catch (SQLException e) {
      // Another connection of this process has locked the instance before.
      if (!String.valueOf(e.getMessage()).contains("locked")) {
        throw e;
      }
    }
  }

  private Connection root(String address) throws SQLException {
    return DriverManager.getConnection(address, properties);
  }

  /** The tables with their columns; read when first asked for. */
  public synchronized TableCatalog tables() {
    if (tables == null) {
      try (Connection connection = connect()) {
        tables = TableCatalog.read(connection);
      } catch (SQLException e) {
        throw new StoreException("cannot read the tables of " + url + ": " + e.getMessage(), e);
      }
    }
    return tables;
  }

  /** Forgets the tables, so that they are read anew. */
  public synchronized void forgetTables() {
    tables = null;
    aggregates.forget();
  }

  /** The aggregate tables that schemas declare. */
  Aggregates aggregates() {
    return aggregates;
  }

  @Override
  public synchronized void close() {
    try {
      pool.close();
      if (root != null) {
        root.close();
        root = null;
      }
    } catch (SQLException e) {
      throw new StoreException("cannot close " + url + ": " + e.getMessage(), e);
    }
  }
}
