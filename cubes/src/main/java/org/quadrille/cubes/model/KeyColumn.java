package org.quadrille.cubes.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys of members: whole numbers as numbers, all else as objects. Immutable. */
public final class KeyColumn {
  private final long @Nullable [] numbers;
  private final @Nullable Object @Nullable [] objects;
  private final boolean areInts;

  private KeyColumn(
      long @Nullable [] numbers, @Nullable Object @Nullable [] objects, boolean areInts) {
    this.numbers = numbers;
    this.objects = objects;
    this.areInts = areInts;
  }

  /** These keys; null is a key like others. */
  public static KeyColumn of(@Nullable Object[] keys) {
    boolean ints = Arrays.stream(keys).allMatch(Integer.class::isInstance);
    if (keys.length > 0 && (ints || Arrays.stream(keys).allMatch(Long.class::isInstance))) {
      return new KeyColumn(
          Arrays.stream(keys).mapToLong(k -> ((Number) k).longValue()).toArray(), null, ints);
    }
    return new KeyColumn(null, keys.clone(), false);
  }

  /** How many keys there are. */
  public int size() {
    return numbers != null ? numbers.length : objects.length;
  }

  /** A key as the database gave it: an Integer where all are, a Long, another object, or null. */
  public @Nullable Object get(int index) {
    if (numbers == null) {
      return objects[index];
    }
    return areInts ? (Object) (int) numbers[index] : (Object) numbers[index];
  }

  /** The key as the name of a member that has no other. */
  String text(int index) {
    return numbers == null ? String.valueOf(objects[index]) : Long.toString(numbers[index]);
  }

  /** Whether a key is that one, in canonical form; see {@link Keys#canonical}. */
  boolean is(int index, Object canonical) {
    return numbers == null
        ? Keys.canonical(objects[index]).equals(canonical)
        : canonical instanceof Long number && number == numbers[index];
  }

  /** The hash of the canonical form. */
  int hash(int index) {
    return numbers == null
        ? Keys.canonical(objects[index]).hashCode()
        : Long.hashCode(numbers[index]);
  }

  /** Compares two keys; see {@link Keys#compare}. */
  public int compare(int a, int b) {
    return numbers == null
        ? Keys.compare(objects[a], objects[b])
        : Long.compare(numbers[a], numbers[b]);
  }

  /** The keys at these places, in that order. */
  public KeyColumn pick(int[] places) {
    if (numbers != null) {
      return new KeyColumn(
          Arrays.stream(places).mapToLong(p -> numbers[p]).toArray(), null, areInts);
    }
    @Nullable Object[] picked = new @Nullable Object[places.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = objects[places[i]];
    }
    return new KeyColumn(null, picked, false);
  }
}
