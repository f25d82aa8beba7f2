package org.quadrille.mondrian;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB behind {@code jdbc:limited:…}: puts {@code LIMIT} after queries of statements that have a
 * largest number of rows, which DuckDB's driver does not apply, and counts statements. Connections
 * are duplicates of one, so that all see one open file.
 */
public final class LimitingDriver implements Driver {
  private static final String PREFIX = "jdbc:limited:";
  private static final AtomicInteger STATEMENTS = new AtomicInteger();

  static {
    try {
      DriverManager.registerDriver(new LimitingDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The address of a DuckDB file for this driver. */
  static String url(java.nio.file.Path file) {
    return PREFIX + file;
  }

  /** How many queries were run by all connections so far. */
  static int statements() {
    return STATEMENTS.get();
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + url.substring(PREFIX.length()));
    return wrap(Connection.class, new OfConnection(connection));
  }

  private static <T> T wrap(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Hands out limiting statements. */
  private record OfConnection(Connection connection) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("createStatement")) {
        return wrap(Statement.class, new OfStatement(connection.createStatement()));
      }
      return call(connection, method, arguments);
    }
  }

  /** Limits and counts. */
  private static final class OfStatement implements InvocationHandler {
    private final Statement statement;
    private int maxRows;

    OfStatement(Statement statement) {
      this.statement = statement;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("setMaxRows") && arguments != null) {
        maxRows = (Integer) arguments[0];
        return null;
      }
      if (method.getName().equals("executeQuery") && arguments != null) {
        STATEMENTS.incrementAndGet();
        String sql = (String) arguments[0];
        return statement.executeQuery(maxRows > 0 ? sql + "\nLIMIT " + maxRows : sql);
      }
      return call(statement, method, arguments);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.quadrille.mondrian");
  }
}
