package org.quadrille.server.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the server's own state, with its tables as this version of the program has them.
 * A commit is on the disk when it returns. SQL that is run on it keeps to what HSQLDB and
 * PostgreSQL both know. Safe for use by many threads.
 */
public final class StateDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StateDatabase.class);
  private static final int CONNECTIONS = 8;
  private static final String OPTIONS = ";hsqldb.tx=mvcc;sql.syntax_pgs=true";

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final @Nullable FolderLock lock;

  private StateDatabase(HikariDataSource pool, Dialect dialect, @Nullable FolderLock lock) {
    this.pool = pool;
    this.dialect = dialect;
    this.lock = lock;
  }

  /** Which database it is. */
  public enum Dialect {
    /** Embedded; one process at a time. */
    HSQLDB,
    POSTGRESQL
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws StateException if it cannot be reached, belongs to another server, or was written by a
   *     newer version of the program
   */
  public static StateDatabase open(StateSettings settings) {
    if (settings.jdbc() != null) {
      return postgres(settings);
    }
    if (settings.folder() == null) {
      return memory();
    }
    try {
      return embedded(settings.folder());
    } catch (StateException e) {
      if (settings.demanded()) {
        throw e;
      }
      LOG.warn("{}; what is saved now ends with this server", e.getMessage());
      return memory();
    }
  }

  private static StateDatabase memory() {
    HikariConfig config = config("jdbc:hsqldb:mem:" + UUID.randomUUID() + OPTIONS);
    config.setUsername("SA");
    return open(config, Dialect.HSQLDB, null, "memory");
  }

  private static StateDatabase embedded(Path folder) {
    FolderLock lock = FolderLock.take(folder);
    try {
      // Our own lock replaces HSQLDB's, which outlives a killed process by some seconds.
      String url =
          "jdbc:hsqldb:file:"
              + folder.toAbsolutePath().resolve("state")
              + OPTIONS
              + ";hsqldb.write_delay=false;hsqldb.lock_file=false"
              + ";hsqldb.default_table_type=cached;hsqldb.log_size=16";
      HikariConfig config = config(url);
      config.setUsername("SA");
      return open(config, Dialect.HSQLDB, lock, folder.toString());
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static StateDatabase postgres(StateSettings settings) {
    HikariConfig config = config(Objects.requireNonNull(settings.jdbc()));
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    return open(config, Dialect.POSTGRESQL, null, settings.jdbc());
  }

  private static HikariConfig config(String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("state");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    return config;
  }

  private static StateDatabase open(
      HikariConfig config, Dialect dialect, @Nullable FolderLock lock, String place) {
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StateException("the state in " + place + " cannot be opened: " + deepest(e), e);
    }
    try {
      new Migrations(pool, dialect).run();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return new StateDatabase(pool, dialect, lock);
  }

  private static String deepest(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Connections to it, in auto-commit mode. */
  public DataSource dataSource() {
    return pool;
  }

  /** Which database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** What {@link #inTransaction} does with its connection. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /** Runs on a connection that is not in auto-commit mode. */
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does something in one transaction, which is undone where it fails.
   *
   * @throws StateException if the database fails
   */
  public <T extends @Nullable Object> T inTransaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StateException("the state database failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (dialect == Dialect.HSQLDB && !pool.isClosed()) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN");
      } catch (SQLException e) {
        throw new StateException("the state database did not close: " + e.getMessage(), e);
      } finally {
        release();
      }
    } else {
      release();
    }
  }

  private void release() {
    pool.close();
    if (lock != null) {
      lock.close();
    }
  }
}
