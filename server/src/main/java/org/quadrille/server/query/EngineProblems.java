package org.quadrille.server.query;

import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.schema.SchemaException;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.store.StoreException;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.server.http.Problems;

/** What the engine throws, as problems with status and code. */
public final class EngineProblems implements Problems {
  @Override
  public HttpProblem of(RuntimeException thrown) {
    if (thrown instanceof HttpProblem problem) {
      return problem;
    }
    if (thrown instanceof MdxException mdx) {
      Integer line = mdx.place() == null ? null : mdx.place().line();
      Integer column = mdx.place() == null ? null : mdx.place().column();
      return new HttpProblem(400, "mdx", message(mdx), line, column);
    }
    if (thrown instanceof SqlException sql) {
      return sql(sql);
    }
    if (thrown instanceof RunningQueries.QueryIdInUseException) {
      return new HttpProblem(409, "id_in_use", message(thrown));
    }
    if (thrown instanceof UnknownNameException) {
      return new HttpProblem(404, "unknown_name", message(thrown));
    }
    if (thrown instanceof SchemaException) {
      return new HttpProblem(422, "schema", message(thrown));
    }
    if (thrown instanceof StoreException) {
      return new HttpProblem(500, "store", message(thrown).lines().findFirst().orElse(""));
    }
    return new HttpProblem(
        500,
        "internal",
        "an error inside the server ("
            + thrown.getClass().getSimpleName()
            + "); its log has the details");
  }

  private static HttpProblem sql(SqlException thrown) {
    Integer line = thrown.place() == null ? null : thrown.place().line();
    Integer column = thrown.place() == null ? null : thrown.place().column();
    return switch (thrown.kind()) {
      case REFUSED -> new HttpProblem(400, "sql", message(thrown), line, column);
      case TIME -> new HttpProblem(408, "time_limit", message(thrown));
      case CANCELLED -> new HttpProblem(409, "cancelled", message(thrown));
      case FAILED -> new HttpProblem(422, "database", message(thrown));
    };
  }

  private static String message(RuntimeException thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }
}
