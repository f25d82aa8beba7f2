package org.quadrille.cubes.store;

/**
 * What a database has to do.
 *
 * @param running statements that run now
 * @param waiting statements that wait for a place
 * @param waitedNanos how long statements waited so far
 * @param started how many statements ran or run
 * @param shared how many questions were answered by a statement that another query ran
 */
public record StoreLoad(int running, int waiting, long waitedNanos, long started, long shared) {
  /** Nothing to do. */
  public static final StoreLoad NONE = new StoreLoad(0, 0, 0, 0, 0);

  /** Both together. */
  public StoreLoad and(StoreLoad other) {
    return new StoreLoad(
        running + other.running,
        waiting + other.waiting,
        waitedNanos + other.waitedNanos,
        started + other.started,
        shared + other.shared);
  }
}
