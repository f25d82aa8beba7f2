package org.quadrille.cubes.schema;

/** A schema file that cannot be read at all: not there, not XML, or not a schema. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message);
  }
}
