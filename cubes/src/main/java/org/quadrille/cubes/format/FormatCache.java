package org.quadrille.cubes.format;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Parsed patterns by pattern and locale. Safe for several threads.
 *
 * <p>Patterns come from expressions, so there may be one for each cell: the cache holds a bounded
 * number and starts again when it is full. A pattern is cheap to parse, and a query with more
 * patterns than places gains nothing from a cleverer choice.
 */
public final class FormatCache {

  private record Key(String pattern, Locale locale) {}

  private final ConcurrentMap<Key, FormatString> formats = new ConcurrentHashMap<>();
  private final int capacity;

  /**
   * Makes an empty cache.
   *
   * @param capacity the greatest number of patterns to hold, 1 or more
   */
  public FormatCache(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "a format cache needs a capacity of 1 or more, not " + capacity);
    }
    this.capacity = capacity;
  }

  /** The pattern parsed for a locale; see {@link FormatString#of}. */
  public FormatString get(String pattern, Locale locale) {
    Key key = new Key(pattern, locale);
    FormatString known = formats.get(key);
    if (known != null) {
      return known;
    }
    FormatString parsed = FormatString.of(pattern, locale);
    if (formats.size() >= capacity) {
      formats.clear();
    }
    formats.put(key, parsed);
    return parsed;
  }

  /** How many patterns are held now. */
  int size() {
    return formats.size();
  }
}
