/**
 * SQL text and statements for DuckDB: quoting, and running a statement with nothing left open. Used
 * by {@code source} and {@code load}; knows neither.
 */
@NullMarked
package org.quadrille.etl.sql;

import org.jspecify.annotations.NullMarked;
