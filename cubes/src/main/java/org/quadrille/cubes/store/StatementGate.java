package org.quadrille.cubes.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets a number of statements run at the same time. Who waits is served in turns, one statement of
 * each user and then the next one of the first, so that a user with many statements does not hold
 * up one with a single one; nobody has more than a part of the places.
 */
final class StatementGate {
  private final int places;
  private final int placesOfOne;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> running = new HashMap<>();

  /** The user who is next stands first. */
  private final Map<String, Deque<Turn>> waiting = new LinkedHashMap<>();

  private int taken;
  private int queued;
  private long waitedNanos;
  private long started;

  private static final class Turn {
    private final Condition called;
    private boolean admitted;

    Turn(Condition called) {
      this.called = called;
    }
  }

  StatementGate(int places, int placesOfOne) {
    this.places = places;
    this.placesOfOne = Math.min(places, placesOfOne);
  }

  /**
   * Waits for a place; the caller must {@link #leave}.
   *
   * @param user who asks
   * @param nanos how long it may wait
   * @param cancelled looked at from time to time
   * @throws TimeoutException when no place came free in time
   * @throws CancellationException when the query was cancelled while it waited
   */
  void enter(String user, long nanos, BooleanSupplier cancelled) throws TimeoutException {
    lock.lock();
    try {
      Turn turn = new Turn(lock.newCondition());
      waiting.computeIfAbsent(user, u -> new ArrayDeque<>()).add(turn);
      queued++;
      admit();
      await(user, turn, nanos, cancelled);
    } finally {
      lock.unlock();
    }
  }

  private void await(String user, Turn turn, long nanos, BooleanSupplier cancelled)
      throws TimeoutException {
    long start = System.nanoTime();
    boolean interrupted = false;
    try {
      while (!turn.admitted) {
        long left = nanos - (System.nanoTime() - start);
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        if (left <= 0) {
          throw new TimeoutException();
        }
        turn.called.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
      }
    } catch (InterruptedException e) {
      interrupted = true;
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      waitedNanos += System.nanoTime() - start;
      if (!turn.admitted) {
        forget(user, turn);
      } else if (interrupted) {
        free(user);
      }
    }
  }

  private void forget(String user, Turn turn) {
    Deque<Turn> own = waiting.get(user);
    own.remove(turn);
    queued--;
    if (own.isEmpty()) {
      waiting.remove(user);
    }
  }

  /** Gives a place back. */
  void leave(String user) {
    lock.lock();
    try {
      free(user);
    } finally {
      lock.unlock();
    }
  }

  private void free(String user) {
    taken--;
    running.merge(user, -1, (a, b) -> a + b == 0 ? null : a + b);
    admit();
  }

  /** Admits as many as there are places for; a user who was served goes to the end of the line. */
  private void admit() {
    while (taken < places) {
      String next = null;
      for (String user : waiting.keySet()) {
        if (running.getOrDefault(user, 0) < placesOfOne) {
          next = user;
          break;
        }
      }
      if (next == null) {
        return;
      }
      Deque<Turn> own = waiting.remove(next);
      Turn turn = own.remove();
      if (!own.isEmpty()) {
        waiting.put(next, own);
      }
      queued--;
      taken++;
      started++;
      running.merge(next, 1, Integer::sum);
      turn.admitted = true;
      turn.called.signal();
    }
  }

  /** How many run now. */
  int running() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** How many wait now. */
  int waiting() {
    lock.lock();
    try {
      return queued;
    } finally {
      lock.unlock();
    }
  }

  /** How many statements were let in so far. */
  long started() {
    lock.lock();
    try {
      return started;
    } finally {
      lock.unlock();
    }
  }

  /** How long statements waited so far, in nanoseconds. */
  long waitedNanos() {
    lock.lock();
    try {
      return waitedNanos;
    } finally {
      lock.unlock();
    }
  }
}
