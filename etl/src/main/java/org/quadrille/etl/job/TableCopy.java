package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A database to be copied table by table.
 *
 * @param schema the schema whose tables are meant; null for all that are not the database's own
 * @param include names or patterns with {@code *} and {@code ?}; never empty
 * @param exclude the same, taken away from {@code include}
 */
public record TableCopy(
    Place place,
    JdbcAddress address,
    @Nullable String schema,
    List<String> include,
    List<String> exclude,
    Names names) {

  /** What copied tables and columns are called. */
  public enum Names {
    /** As in the source. */
    KEEP,
    /** In lower case. */
    LOWER;

    public String apply(String name) {
      return this == LOWER ? name.toLowerCase(Locale.ROOT) : name;
    }
  }

  public TableCopy {
    requireNonNull(place, "place is null");
    requireNonNull(address, "address is null");
    requireNonNull(names, "names is null");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    if (include.isEmpty()) {
      throw new IllegalArgumentException("include is empty");
    }
  }

  /** Whether the table of this name is to be copied. */
  public boolean covers(String table) {
    return include.stream().anyMatch(pattern -> new NamePattern(pattern).matches(table))
        && exclude.stream().noneMatch(pattern -> new NamePattern(pattern).matches(table));
  }
}
