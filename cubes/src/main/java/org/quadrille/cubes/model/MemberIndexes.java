package org.quadrille.cubes.model;

import org.jspecify.annotations.Nullable;

/** Finds members of a generation by name and key; each index is made when it is first needed. */
final class MemberIndexes {
  /** Families up to this size are searched through instead. */
  private static final int INDEX_FROM = 24;

  private final Generation members;
  private final int first;
  private volatile @Nullable RowIndex keys;
  private volatile @Nullable RowIndex childKeys;
  private volatile @Nullable RowIndex names;
  private volatile @Nullable RowIndex childNames;

  /**
   * No indexes yet.
   *
   * @param first the row number of the first member
   */
  MemberIndexes(Generation members, int first) {
    this.members = members;
    this.first = first;
  }

  int byKey(@Nullable Object key) {
    Object wanted = Keys.canonical(key);
    RowIndex index = keys;
    if (index == null) {
      index = index(r -> members.key().hash(r - first));
      keys = index;
    }
    return index.find(wanted.hashCode(), r -> members.key().is(r - first, wanted));
  }

  int byParentAndKey(int parent, @Nullable Object key) {
    Object wanted = Keys.canonical(key);
    RowIndex index = childKeys;
    if (index == null) {
      index = index(r -> family(members.parent()[r - first]) + members.key().hash(r - first));
      childKeys = index;
    }
    return index.find(
        family(parent) + wanted.hashCode(),
        r -> members.parent()[r - first] == parent && members.key().is(r - first, wanted));
  }

  int byName(String name) {
    RowIndex index = names;
    if (index == null) {
      index = index(r -> hash(members.nameOf(r - first)));
      names = index;
    }
    return index.find(hash(name), r -> members.nameOf(r - first).equalsIgnoreCase(name));
  }

  int byParentAndName(int parent, String name) {
    int from = members.firstChildOf(parent);
    int to = members.firstChildOf(parent + 1);
    if (to - from < INDEX_FROM) {
      for (int i = from; i < to; i++) {
        if (members.nameOf(i).equalsIgnoreCase(name)) {
          return first + i;
        }
      }
      return MemberTable.NONE;
    }
    RowIndex index = childNames;
    if (index == null) {
      index = index(r -> family(members.parent()[r - first]) + hash(members.nameOf(r - first)));
      childNames = index;
    }
    return index.find(
        family(parent) + hash(name),
        r ->
            members.parent()[r - first] == parent
                && members.nameOf(r - first).equalsIgnoreCase(name));
  }

  private RowIndex index(java.util.function.IntUnaryOperator hash) {
    return RowIndex.of(first, first + members.size(), hash);
  }

  private static int family(int parent) {
    return parent * 0x01000193;
  }

  /** Equal for names that differ in case only, as equalsIgnoreCase sees it. */
  private static int hash(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 31 + Character.toLowerCase(Character.toUpperCase(name.charAt(i)));
    }
    return hash;
  }
}
