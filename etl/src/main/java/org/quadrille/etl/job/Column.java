package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dimension or fact.
 *
 * @param required whether a missing value rejects the row
 * @param stored false for a helper that is not kept in the star
 * @param history whether a change makes a new version of the member
 */
public record Column(
    String name, Place place, Origin origin, boolean required, boolean stored, boolean history) {
  public Column {
    requireNonNull(name, "name is null");
    requireNonNull(place, "place is null");
    requireNonNull(origin, "origin is null");
  }

  /** Where its values come from. */
  public sealed interface Origin {}

  /**
   * A value of the source, converted.
   *
   * @param join name of the joined source, null for the main one
   * @param formats {@code strptime} formats, empty for the type's own
   */
  public record FromSource(
      ColumnType type, @Nullable String join, String column, List<String> formats, Place at)
      implements Origin {
    public FromSource {
      formats = List.copyOf(formats);
    }
  }

  /** An SQL expression over earlier columns. */
  public record Computed(ColumnType type, String expression, Place at) implements Origin {}

  /**
   * The key, or another column, of a member.
   *
   * @param dimension name of the dimension
   * @param by columns that hold its business key
   * @param on column with the date of the version that is meant; null for the present one
   * @param take a column of the dimension; null for its key
   * @param missing what happens where there is no such member
   * @param empty what happens where the business key is missing
   */
  public record Lookup(
      String dimension,
      List<String> by,
      @Nullable String on,
      @Nullable String take,
      Otherwise missing,
      Otherwise empty,
      Place at)
      implements Origin {
    public Lookup {
      by = List.copyOf(by);
    }
  }

  /** What a look-up does without a member. */
  public enum Otherwise {
    /** The row is rejected. */
    REJECT,
    /** The unknown member stands in. */
    UNKNOWN
  }

  /** The same column with {@code required} set. */
  public Column asRequired() {
    return new Column(name, place, origin, true, stored, history);
  }
}
