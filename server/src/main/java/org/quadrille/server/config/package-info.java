/**
 * Settings of the server: records with checked values, and the reader that makes them from YAML.
 * Every mistake in a file is told with its line and column. Used by {@code cli}; uses the records
 * of the engine's facade only.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.config;
