/**
 * The job file as records, and its reader: every key is checked, every refusal has line and column.
 * Knows nothing of databases; {@code source} and {@code load} work from these records.
 */
@NullMarked
package org.quadrille.etl.job;

import org.jspecify.annotations.NullMarked;
