package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names by which expressions refer to the tables of a relation, from left to right. */
final class Aliases {
  private final List<String> names = new ArrayList<>();

  Aliases(Relation relation) {
    collect(relation);
  }

  private void collect(Relation relation) {
    if (relation instanceof Relation.Single single) {
      names.add(single.alias());
    } else if (relation instanceof Relation.Join join) {
      collect(join.left());
      collect(join.right());
    }
  }

  List<String> names() {
    return names;
  }

  /** The only alias, null in a join. */
  @Nullable String single() {
    return names.size() == 1 ? names.get(0) : null;
  }

  /**
   * The table that a column belongs to, as {@link SqlExpression.Column} has it: null where the
   * relation is a single table.
   *
   * @param written the table that the schema names, null where it names none
   * @param what the element for the message, such as {@code level 'Year'}
   */
  @Nullable String table(@Nullable String written, String what, Location place) {
    if (written != null && !names.contains(written)) {
      throw new Refusal(
          what
              + " is in the table '"
              + written
              + "', which the hierarchy does not have; it has "
              + String.join(", ", names)
              + new Nearest(names).hint(written),
          place);
    }
    if (names.size() == 1) {
      return null;
    }
    if (written == null) {
      throw new Refusal(
          what + " has to name its table, because the hierarchy has " + String.join(", ", names),
          place);
    }
    return written;
  }
}
