package org.quadrille.cubes.schema;

/** A part of the schema that cannot be used, thrown to leave the reading of that part. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Location location;

  Refusal(String message, Location location) {
    super(message, null, false, false);
    this.location = location;
  }

  Location location() {
    return location;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
