package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.store.StarQuery.GrainLevel;

/**
 * The answer to a star query: for each row the members of the grain as rows of their dictionaries,
 * and the measures.
 */
public final class StarResult {
  private final StarQuery query;
  private final List<int[]> codes;
  private final List<@Nullable Object[]> values;

  private StarResult(StarQuery query, List<int[]> codes, List<@Nullable Object[]> values) {
    this.query = query;
    this.codes = codes;
    this.values = values;
  }

  /** The answer without rows. */
  public static StarResult empty(StarQuery query) {
    return new StarResult(query, List.of(), List.of());
  }

  /** What was asked. */
  public StarQuery query() {
    return query;
  }

  /** How many rows there are. */
  public int size() {
    return codes.size();
  }

  /** The members of a row, in the order of the grain. */
  public int[] codes(int row) {
    return codes.get(row);
  }

  /** The measures of a row, in the order of the query. */
  public @Nullable Object[] values(int row) {
    return values.get(row);
  }

  /** Collects rows; facts of members that the dictionary does not have are left out. */
  static final class Builder {
    private final StarQuery query;
    private final List<int[]> codes = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();

    Builder(StarQuery query) {
      this.query = Objects.requireNonNull(query, "query");
    }

    /** The dictionary's row of a key path; {@link MemberTable#NONE} where there is none. */
    int code(int grainIndex, @Nullable Object[] path) {
      GrainLevel grain = query.grain().get(grainIndex);
      return grain.hierarchy().members().rowByPath(grain.level().depth(), path);
    }

    void add(int[] rowCodes, @Nullable Object[] rowValues) {
      for (int code : rowCodes) {
        if (code == MemberTable.NONE) {
          return;
        }
      }
      codes.add(rowCodes);
      values.add(rowValues);
    }

    StarResult build() {
      return new StarResult(query, codes, values);
    }
  }

  @Override
  public String toString() {
    return query + ": " + size() + " rows";
  }
}
