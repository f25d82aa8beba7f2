package org.quadrille.cubes.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer, a table or a view.
 *
 * @param name as it is to be written in SQL
 * @param type SQL's name of the type, such as {@code DECIMAL(12, 2)}
 * @param jdbcType of {@link java.sql.Types}
 * @param precision digits or length, 0 where it is not known
 * @param scale digits after the point, 0 for other types
 * @param comment what it means, null where nothing is said
 */
public record SqlColumn(
    String name, String type, int jdbcType, int precision, int scale, @Nullable String comment) {
  public SqlColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
