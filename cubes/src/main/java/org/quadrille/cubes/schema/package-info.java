/**
 * Mondrian 3 schema XML to immutable records. What the file does not say is filled in here
 * (defaults, shared dimensions in place of their usages, virtual cubes over the measure groups of
 * their base cubes), so that {@code bind} and {@code store} see one form. What is not supported is
 * refused with element, line and column and disables the smallest enclosing cube; nothing is
 * silently ignored.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.schema;
