package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one cube, shared dimension or role, so that all of it can be mended
 * at once. A reader goes on after a refused part; its result counts only where nothing was
 * collected.
 */
final class Refusals {
  private final List<Refusal> found = new ArrayList<>();

  void add(String message, Location location) {
    found.add(new Refusal(message, location));
  }

  void addAll(Refusals others) {
    found.addAll(others.found);
  }

  /** Adds others with words before each message that say what they concern. */
  void addAll(Refusals others, String concerning) {
    others.found.forEach(r -> add(concerning + r.text(), r.location()));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Does a part; null where it is refused, which is then collected. */
  <T> @Nullable T attempt(Supplier<T> part) {
    try {
      return part.get();
    } catch (Refusal refusal) {
      found.add(refusal);
      return null;
    }
  }

  /** Does a part that has no result. */
  void attemptRun(Runnable part) {
    try {
      part.run();
    } catch (Refusal refusal) {
      found.add(refusal);
    }
  }

  /** Does a part for each of the elements and gives the results that were not refused. */
  <E, T> List<T> attemptEach(List<E> elements, Function<E, T> part) {
    List<T> results = new ArrayList<>();
    for (E element : elements) {
      T result = attempt(() -> part.apply(element));
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }

  /** The refusals as faults of a cube; an empty name is for what stands outside cubes. */
  List<SchemaFault> faults(String cube) {
    return found.stream().map(r -> new SchemaFault(cube, r.text(), r.location())).toList();
  }
}
