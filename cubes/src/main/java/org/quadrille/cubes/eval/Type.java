package org.quadrille.cubes.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Hierarchy;

/**
 * The type of an expression.
 *
 * @param hierarchies for members, tuples and sets the hierarchies of their members in order, where
 *     an element is null if it is known only on evaluation; for a level or hierarchy that one; else
 *     empty
 */
public record Type(Kind kind, List<@Nullable Hierarchy> hierarchies) {
  public Type {
    Objects.requireNonNull(kind, "kind");
    hierarchies = java.util.Collections.unmodifiableList(new ArrayList<>(hierarchies));
  }

  /** A type without hierarchies. */
  public static Type of(Kind kind) {
    return new Type(kind, List.of());
  }

  /** A type over hierarchies. */
  public static Type of(Kind kind, @Nullable Hierarchy... hierarchies) {
    return new Type(kind, Arrays.asList(hierarchies));
  }

  /** The same hierarchies in another kind. */
  public Type as(Kind other) {
    return new Type(other, hierarchies);
  }

  /** How many members a tuple of this type has. */
  public int arity() {
    return hierarchies.size();
  }

  /** The only hierarchy, null where there are none or several or it is not known. */
  public @Nullable Hierarchy hierarchy() {
    return hierarchies.size() == 1 ? hierarchies.get(0) : null;
  }
}
