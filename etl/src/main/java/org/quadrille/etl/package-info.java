/**
 * Loads files and databases into a star in one DuckDB file, as a job file says.
 *
 * <p>The packages are the way of a load: {@code job} reads the YAML, {@code source} stages rows as
 * they are written, {@code load} types, checks and merges them by bulk SQL in one transaction,
 * {@code report} says what happened. {@code sql} is the little that they share about DuckDB; {@code
 * foodmart} is a job that comes with the product.
 */
@NullMarked
package org.quadrille.etl;

import org.jspecify.annotations.NullMarked;
