package org.quadrille.etl.load;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A reason for which a row is rejected.
 *
 * @param condition SQL over the typed rows, true where the reason applies
 * @param code as in the reject table
 * @param column the column to which it is put down, may be null
 * @param message SQL of a text, over {@code t} (typed rows) and {@code r} (rows as read)
 */
record Problem(String condition, String code, @Nullable String column, String message) {
  Problem {
    requireNonNull(condition, "condition is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
  }
}
