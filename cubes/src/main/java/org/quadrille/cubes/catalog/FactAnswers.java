package org.quadrille.cubes.catalog;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers to questions about facts, of one version of the data: those used last, up to a number of
 * values. Who asks what another is asking waits for his answer. Safe for use by many threads.
 */
final class FactAnswers {
  /** Values that are kept; about a hundred megabytes. */
  static final long BUDGET = 2_000_000;

  private final long budget;
  private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
  private long held;

  /** Who asks what. */
  record Key(
      FactQuestion question, @Nullable String role, Locale locale, List<String> definitions) {}

  /** A place for an answer. */
  private static final class Slot {
    @Nullable FactAnswer answer;
  }

  FactAnswers(long budget) {
    this.budget = budget;
  }

  /** The answer that is known, else that which is read now. */
  FactAnswer get(Key key, Supplier<FactAnswer> read) {
    Slot slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(key, k -> new Slot());
    }
    synchronized (slot) {
      if (slot.answer != null) {
        return slot.answer.known();
      }
      FactAnswer answer = read.get();
      slot.answer = answer;
      keep(key, slot, answer.size());
      return answer;
    }
  }

  private void keep(Key key, Slot slot, long size) {
    synchronized (slots) {
      if (slots.get(key) != slot) {
        return;
      }
      held += size;
      Iterator<Slot> oldest = slots.values().iterator();
      while (held > budget && oldest.hasNext()) {
        Slot candidate = oldest.next();
        FactAnswer known = candidate.answer;
        if (known != null) {
          held -= known.size();
          oldest.remove();
        }
      }
    }
  }

  /** Forgets all. */
  void clear() {
    synchronized (slots) {
      slots.clear();
      held = 0;
    }
  }
}
