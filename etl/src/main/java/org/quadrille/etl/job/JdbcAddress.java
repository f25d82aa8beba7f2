package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who asks. {@link #toString} leaves the password out.
 *
 * @param url a JDBC address whose driver is on the class path
 * @param user may be null, then the driver decides
 * @param password may be null
 */
public record JdbcAddress(String url, @Nullable String user, @Nullable String password) {
  public JdbcAddress {
    requireNonNull(url, "url is null");
  }

  /** A new connection that the caller closes; it is only read from. */
  public Connection open() throws SQLException {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return user == null ? url : url + " as " + user;
  }
}
