package org.quadrille.etl.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How many rows were rejected for one reason.
 *
 * @param target null where rows could not be read at all
 * @param code as in the column {@code code} of {@code etl_reject}
 */
public record RejectCount(String source, @Nullable String target, String code, long rows) {
  public RejectCount {
    requireNonNull(source, "source is null");
    requireNonNull(code, "code is null");
  }
}
