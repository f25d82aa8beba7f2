/**
 * Cell sets as JSON, CSV and text tables. Used by {@code rest} and {@code cli}; knows the result
 * model only.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.format;
