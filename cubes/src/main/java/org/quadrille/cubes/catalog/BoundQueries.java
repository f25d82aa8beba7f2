package org.quadrille.cubes.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Queries whose names are resolved, by their text: whoever asks one again spares reading it. Those
 * that were asked longest ago are dropped. Safe for use by many threads.
 *
 * @param <Q> a bound query
 */
final class BoundQueries<Q> {
  /** Characters of all texts together; a bound query takes some hundred bytes for each. */
  private static final long MOST_CHARACTERS = 500_000;

  /** A longer text is read anew each time. */
  private static final int LONGEST = 20_000;

  private final Map<Key, Q> queries = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /**
   * What a query means depends on.
   *
   * @param role null for all rights
   * @param definitions of the session
   */
  record Key(String mdx, @Nullable String role, List<String> definitions) {
    Key {
      Objects.requireNonNull(mdx, "mdx");
      definitions = List.copyOf(definitions);
    }
  }

  /** The query of a key, bound where it is not known; an error is not kept. */
  Q get(Key key, Supplier<Q> bind) {
    synchronized (queries) {
      Q known = queries.get(key);
      if (known != null) {
        return known;
      }
    }
    Q bound = bind.get();
    if (key.mdx().length() <= LONGEST) {
      put(key, bound);
    }
    return bound;
  }

  private void put(Key key, Q bound) {
    synchronized (queries) {
      if (queries.put(key, bound) == null) {
        characters += key.mdx().length();
      }
      var oldest = queries.entrySet().iterator();
      while (characters > MOST_CHARACTERS) {
        characters -= oldest.next().getKey().mdx().length();
        oldest.remove();
      }
    }
  }

  /** How many are kept. */
  int size() {
    synchronized (queries) {
      return queries.size();
    }
  }
}
