package org.quadrille.cubes.model;

import org.jspecify.annotations.Nullable;

/**
 * A member of a hierarchy. Members of one cube are equal when they stand for the same row, measure
 * or formula.
 */
public sealed interface Member
    permits StoredMember, DataMember, MeasureMember, CalculatedMember, NullMember {
  /** The hierarchy it belongs to. */
  Hierarchy hierarchy();

  /** The level it belongs to. */
  Level level();

  /** Its name, without brackets. */
  String name();

  /** Its name through all parents; the All member is left out. */
  String uniqueName();

  /** What to show. */
  String caption();

  /** Its parent as navigation shows it, null at the top. */
  @Nullable Member parent();

  /** How many parents it has. */
  int depth();

  /** Whether it is the All member of its hierarchy. */
  default boolean isAll() {
    return false;
  }

  /** Whether it is computed by a formula. */
  default boolean isCalculated() {
    return false;
  }

  /** Whether it stands for no member at all. */
  default boolean isNull() {
    return false;
  }
}
