package org.quadrille.cubes.catalog;

import java.time.Duration;
import java.util.Objects;

/** How it is known which version of the data a database holds. */
public sealed interface VersionRule {
  /** The data never changes while the server runs, except when it is told so. */
  record Static() implements VersionRule {}

  /** A query gives the version; it is asked before each MDX query. */
  record Query(String sql) implements VersionRule {
    public Query {
      Objects.requireNonNull(sql, "sql");
    }
  }

  /** The data counts as changed whenever this time has passed. */
  record Every(Duration period) implements VersionRule {
    public Every {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("period must be positive");
      }
    }
  }

  /** The newest row of {@code etl_load} where the database has that table, else static. */
  record LoadRow() implements VersionRule {}
}
