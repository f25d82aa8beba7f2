package org.quadrille.cubes.store;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one statement, one by one, as the database gives them: memory is bounded whatever
 * their number. Used by one thread; only {@link #cancel} may be called by others.
 */
public final class RowStream implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement statement;
  private final RowSource rows;
  private final List<Column> columns = new ArrayList<>();
  private final CompletableFuture<Void> clock = new CompletableFuture<>();
  private final Duration timeout;
  private volatile boolean timedOut;
  private volatile boolean cancelled;
  private volatile boolean closed;

  /**
   * A column.
   *
   * @param jdbcType of {@link Types}; whole numbers of any size are BIGINT
   */
  public record Column(String name, int jdbcType, int precision, int scale) {}

  /** What is told of the statement before it runs, so that it can be cancelled from then on. */
  public interface Started {
    /**
     * The statement is about to run.
     *
     * @param cancel stops it
     */
    void started(Runnable cancel);
  }

  /**
   * Runs a statement.
   *
   * @param parameters values of its question marks
   * @param timeout after which it is stopped, from now until the last row is read
   * @throws StoreException if the database refuses it or it is stopped
   */
  public RowStream(
      Database database,
      String sql,
      List<@Nullable Object> parameters,
      Duration timeout,
      Started started) {
    this.timeout = timeout;
    this.connection = database.connect();
    PreparedStatement opened = null;
    try {
      opened = connection.prepareStatement(sql);
      this.statement = opened;
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      watch();
      started.started(this::cancel);
      if (cancelled) {
        throw new SQLException("cancelled before it ran");
      }
      describe(statement.getMetaData());
      this.rows = database.isDuckDb() ? new DuckDbRows(statement) : new JdbcRows(statement);
    } catch (SQLException e) {
      StoreException failure = failure(e);
      closeQuietly(opened, failure);
      throw failure;
    }
  }

  private void watch() {
    clock
        .orTimeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS)
        .whenComplete(
            (done, late) -> {
              if (late != null && !closed) {
                timedOut = true;
                stop();
              }
            });
  }

  private void describe(ResultSetMetaData described) throws SQLException {
    for (int i = 1; i <= described.getColumnCount(); i++) {
      int type = described.getColumnType(i);
      String name = String.valueOf(described.getColumnTypeName(i));
      boolean huge = name.equals("HUGEINT") || name.equals("UBIGINT") || name.equals("UHUGEINT");
      boolean decimal = type == Types.DECIMAL || type == Types.NUMERIC;
      columns.add(
          new Column(
              described.getColumnLabel(i),
              huge ? Types.BIGINT : type,
              decimal ? described.getPrecision(i) : 0,
              decimal ? described.getScale(i) : 0));
    }
  }

  /** The columns of the rows. */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /**
   * Goes to the next row.
   *
   * @return false after the last
   */
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * A value of the current row: Integer, Long, BigDecimal, Double, Boolean, String, LocalDate,
   * LocalDateTime, or null.
   *
   * @param column from 0
   */
  public @Nullable Object value(int column) {
    try {
      Object value = rows.value(column);
      if (value == null || value instanceof String || value instanceof Integer) {
        return value;
      }
      if (value instanceof BigInteger big) {
        if (big.bitLength() > 63) {
          throw new StoreException(
              "a value of "
                  + columns.get(column).name()
                  + " does not fit into BIGINT; cast it to DECIMAL(38, 0) or DOUBLE",
              null);
        }
        return big.longValue();
      }
      if (value instanceof OffsetDateTime time) {
        return time.toLocalDateTime();
      }
      Object normal = Literals.normal(value);
      return normal == null || isPlain(normal) ? normal : normal.toString();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof java.time.LocalDate
        || value instanceof java.time.LocalDateTime;
  }

  private StoreException failure(SQLException e) {
    if (timedOut) {
      return new StoppedException(
          "the query took longer than " + timeout.toMillis() / 1000.0 + " s and was stopped",
          true,
          e);
    }
    if (cancelled) {
      return new StoppedException("the query was cancelled", false, e);
    }
    String said = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return new StoreException("the database failed: " + said, e);
  }

  /** Stops the statement; may be called by any thread, and more than once. */
  public void cancel() {
    cancelled = true;
    stop();
  }

  private void stop() {
    try {
      if (!closed) {
        statement.cancel();
      }
    } catch (SQLException e) {
      // It has just ended by itself.
      cancelled = true;
    }
  }

  private void closeQuietly(@Nullable PreparedStatement opened, StoreException because) {
    closed = true;
    clock.complete(null);
    try (Connection closing = connection) {
      if (opened != null && !opened.isClosed()) {
        opened.close();
      }
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    clock.complete(null);
    try (Connection closing = connection;
        PreparedStatement ended = statement) {
      rows.close();
    } catch (SQLException e) {
      throw new StoreException("cannot close a connection: " + e.getMessage(), e);
    }
  }
}
