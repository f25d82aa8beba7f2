package org.quadrille.server.jdbc;

import java.util.function.Supplier;
import org.apache.calcite.avatica.AvaticaSeverity;
import org.apache.calcite.avatica.remote.AvaticaRuntimeException;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.server.http.Problems;

/** An error for a JDBC client: what went wrong and where, without the server's stack. */
final class JdbcProblem extends AvaticaRuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error.
   *
   * @param state of the SQL standard, by which clients tell errors apart
   */
  JdbcProblem(String message, String state) {
    super(message, 1, state, AvaticaSeverity.ERROR);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** Does work; what it throws becomes an error for the client. */
  static <T> T told(Problems problems, Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbcProblem e) {
      throw e;
    } catch (RuntimeException e) {
      HttpProblem problem = problems.of(e);
      String place =
          problem.line() == null
              ? ""
              : " (line " + problem.line() + ", column " + problem.column() + ")";
      throw new JdbcProblem(problem.getMessage() + place, state(problem.code()));
    }
  }

  private static String state(String code) {
    return switch (code) {
      case "sql" -> "42000";
      case "cancelled", "time_limit" -> "57014";
      case "unknown_name" -> "3D000";
      default -> "HY000";
    };
  }
}
