package org.quadrille.cubes.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Questions that are being asked now: whoever asks one of them again waits for its answer. Nothing
 * is kept after an answer came.
 */
final class InFlight {
  private final ConcurrentMap<Object, CompletableFuture<Object>> asked = new ConcurrentHashMap<>();
  private final LongAdder shared = new LongAdder();

  /**
   * The answer to a question.
   *
   * @param key equal for questions whose answers are the same: statement and version of the data
   * @param nanos how long to wait for another's answer
   * @param cancelled looked at from time to time while waiting
   * @param ask asks it; also called where another failed to, since its reason may be its own
   */
  @SuppressWarnings("unchecked") // A key stands for one kind of answer.
  <T> T answer(Object key, long nanos, BooleanSupplier cancelled, Supplier<T> ask) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> other = asked.putIfAbsent(key, mine);
    if (other == null) {
      try {
        T answer = ask.get();
        mine.complete(answer);
        return answer;
      } finally {
        asked.remove(key, mine);
        mine.cancel(false);
      }
    }
    long end = System.nanoTime() + nanos;
    while (!cancelled.getAsBoolean() && System.nanoTime() - end < 0) {
      try {
        Object answer = other.get(50, TimeUnit.MILLISECONDS);
        shared.increment();
        return (T) answer;
      } catch (TimeoutException e) {
        // Looks whether the query still lives, and waits on.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (ExecutionException | java.util.concurrent.CancellationException e) {
        break;
      }
    }
    return ask.get();
  }

  /** How many answers were another's. */
  long shared() {
    return shared.sum();
  }
}
