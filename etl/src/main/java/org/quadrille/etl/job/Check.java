package org.quadrille.etl.job;

import org.jspecify.annotations.Nullable;

/**
 * A condition that rows must meet; a row for which it is false is rejected.
 *
 * @param expect an SQL expression over the columns
 * @param column the column to which the reject is put down, may be null
 */
public record Check(
    Place place, String expect, String reason, String code, @Nullable String column) {}
