package org.quadrille.cubes.schema;

/**
 * What a schema may ask for.
 *
 * @param allowCode whether a schema may name classes and scripts (formatters, user-defined
 *     functions); they run with the rights of the server, so only a schema that is trusted like the
 *     program itself should have this
 */
public record ReaderSettings(boolean allowCode) {
  /** No code. */
  public static final ReaderSettings DEFAULT = new ReaderSettings(false);
}
