package org.quadrille.cubes.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members that are the same number of steps below the top, in columns and in hierarchical order, so
 * that the children of one member stand together. Immutable, but for indexes that are made when
 * they are first needed.
 *
 * @param level depth of their level
 * @param parent rows of their parents in the table, ascending; {@link MemberTable#NONE} at the top
 * @param name null where the name is the key's text
 * @param caption null where no member has one
 * @param properties for each property of the level its values
 * @param hidden those that navigation steps over, null where there are none
 * @param childCount how many children each has, null at the bottom or where these are there too
 */
public record Generation(
    int level,
    int[] parent,
    KeyColumn key,
    String @Nullable [] name,
    String @Nullable [] caption,
    List<@Nullable Object[]> properties,
    boolean @Nullable [] hidden,
    int @Nullable [] childCount) {
  public Generation {
    Objects.requireNonNull(key, "key");
    properties = List.copyOf(properties);
    if (parent.length != key.size()) {
      throw new IllegalArgumentException(parent.length + " parents of " + key.size() + " members");
    }
  }

  /** The member above all others. */
  static Generation all(String name) {
    return new Generation(
        0,
        new int[] {MemberTable.NONE},
        KeyColumn.of(new @Nullable Object[] {Keys.NULL}),
        new String[] {name},
        null,
        List.of(),
        null,
        null);
  }

  int size() {
    return parent.length;
  }

  String nameOf(int index) {
    return name == null ? key.text(index) : name[index];
  }

  /** The first index whose parent is that row or a later one. */
  int firstChildOf(int row) {
    int low = 0;
    int high = parent.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parent[middle] < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isHidden(int index) {
    return hidden != null && hidden[index];
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "level " + level + ": " + Arrays.stream(parent).distinct().count() + " families";
  }
}
