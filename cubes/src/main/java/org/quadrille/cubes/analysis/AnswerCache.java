package org.quadrille.cubes.analysis;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;

/**
 * Answers that were read before, given again while the data are of the same version. The same
 * question that is asked while it is being answered waits for that answer, as the panels of one
 * page do. The role is part of every question, so that nobody gets what another may see. Bounded;
 * the answers that were not used for longest go first. Safe for use by many threads.
 */
public final class AnswerCache {
  /** Room for the answers of one server, in bytes. */
  public static final long USUAL_BYTES = 64L << 20;

  private final long bytes;
  private final Map<Question, Answer<?>> answers = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Asked, CompletableFuture<Answer<?>>> running = new HashMap<>();
  private long used;

  /** What was asked, by whom. */
  private record Question(
      Catalog catalog,
      @Nullable String role,
      Locale locale,
      List<String> definitions,
      String text) {}

  private record Asked(Question question, String version) {}

  /**
   * An answer.
   *
   * @param version the version of the data that it was read from
   * @param size about how many bytes it takes
   */
  record Answer<T>(T value, String version, long size) {
    Answer {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(version, "version");
    }
  }

  /** Holds so many bytes at most; nothing for zero. */
  public AnswerCache(long bytes) {
    this.bytes = bytes;
  }

  /**
   * An answer of the present version of the data, asked for only where it is not known.
   *
   * @param text the question, with its kind and everything else that the answer depends on
   * @param version the present version of the data
   */
  <T> T get(
      Catalog catalog,
      QueryContext context,
      String text,
      String version,
      Class<T> type,
      Supplier<Answer<T>> ask) {
    Question question =
        new Question(catalog, context.role(), context.locale(), context.definitions(), text);
    Asked asked = new Asked(question, version);
    CompletableFuture<Answer<?>> mine = new CompletableFuture<>();
    CompletableFuture<Answer<?>> other;
    synchronized (this) {
      Answer<?> known = answers.get(question);
      if (known != null && known.version().equals(version)) {
        return type.cast(known.value());
      }
      other = running.putIfAbsent(asked, mine);
    }
    if (other != null) {
      try {
        return type.cast(other.join().value());
      } catch (CompletionException failedForTheOther) {
        return ask.get().value();
      }
    }
    return askOnce(asked, mine, ask);
  }

  private <T> T askOnce(Asked asked, CompletableFuture<Answer<?>> mine, Supplier<Answer<T>> ask) {
    try {
      Answer<T> answer = ask.get();
      mine.complete(answer);
      keep(asked.question(), answer);
      return answer.value();
    } finally {
      mine.completeExceptionally(new IllegalStateException("the question was not answered"));
      synchronized (this) {
        running.remove(asked);
      }
    }
  }

  private synchronized void keep(Question question, Answer<?> answer) {
    if (answer.size() > bytes / 4) {
      return;
    }
    Answer<?> old = answers.put(question, answer);
    used += answer.size() - (old == null ? 0 : old.size());
    Iterator<Answer<?>> oldest = answers.values().iterator();
    while (used > bytes && oldest.hasNext()) {
      used -= oldest.next().size();
      oldest.remove();
    }
  }

  /** Bytes that the answers take, about. */
  synchronized long size() {
    return used;
  }
}
