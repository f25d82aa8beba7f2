package org.quadrille.etl.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a source.
 *
 * @param source name of the source, or of the table that was copied
 * @param target the dimension or fact that took them; null for the reading itself, where rejected
 *     rows are those that could not be read as rows
 * @param read rows that came in
 * @param loaded rows that are in the star (or, for the reading, went on)
 * @param rejected rows that are in the reject table; {@code read = loaded + rejected}
 */
public record RowCount(
    String source, @Nullable String target, long read, long loaded, long rejected) {
  public RowCount {
    requireNonNull(source, "source is null");
    if (read != loaded + rejected) {
      throw new IllegalArgumentException(
          "%s: read %d, loaded %d, rejected %d".formatted(source, read, loaded, rejected));
    }
  }
}
