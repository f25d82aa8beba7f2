package org.quadrille.cubes.schema;

import java.util.Objects;

/**
 * Why a cube cannot be used.
 *
 * @param cube the cube's name, empty where the fault stands outside any cube
 * @param message what is wrong and what would mend it
 */
public record SchemaFault(String cube, String message, Location location) {
  public SchemaFault {
    Objects.requireNonNull(cube, "cube");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(location, "location");
  }

  @Override
  public String toString() {
    return message + " (" + location + ")";
  }
}
