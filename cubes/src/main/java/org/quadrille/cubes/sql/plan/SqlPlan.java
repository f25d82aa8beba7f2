package org.quadrille.cubes.sql.plan;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.sql.SqlColumn;

/**
 * A query ready to run.
 *
 * @param statement the one statement of the database
 * @param columns of the answer as they were validated
 * @param parameters the parameters in the order of the text
 * @param order which parameter each question mark of the statement stands for, from 0
 * @param notes which aggregate tables were used and why each other was not
 */
public record SqlPlan(
    String statement,
    List<SqlColumn> columns,
    List<SqlColumn> parameters,
    List<Integer> order,
    List<String> notes) {
  public SqlPlan {
    Objects.requireNonNull(statement, "statement");
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
    order = List.copyOf(order);
    notes = List.copyOf(notes);
  }
}
