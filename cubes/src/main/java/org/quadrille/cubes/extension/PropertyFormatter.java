package org.quadrille.cubes.extension;

import org.jspecify.annotations.Nullable;

/**
 * Writes a property of a level's members where an answer shows it; formulas get the value itself. A
 * class has a public constructor without parameters; one instance serves all threads at once.
 */
@FunctionalInterface
public interface PropertyFormatter {
  /**
   * The text of a property.
   *
   * @param property its name in the schema
   * @param value as the database has it; empty values are not given
   * @return null for the value as it is; a failure makes the query fail
   */
  @Nullable String format(MemberView member, String property, Object value);
}
