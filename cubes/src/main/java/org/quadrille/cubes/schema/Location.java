package org.quadrille.cubes.schema;

import java.util.Objects;

/**
 * A place in a schema file.
 *
 * @param element name of the element, such as {@code Level}
 * @param line counted from 1
 * @param column counted from 1
 */
public record Location(String element, int line, int column) {
  public Location {
    Objects.requireNonNull(element, "element");
  }

  @Override
  public String toString() {
    return "<" + element + ">, line " + line + ", column " + column;
  }
}
