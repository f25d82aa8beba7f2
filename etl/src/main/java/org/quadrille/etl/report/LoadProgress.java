package org.quadrille.etl.report;

/** Is told how a load goes on. Calls come from the loading thread. */
public interface LoadProgress {
  /**
   * A step begins, after the one before has ended.
   *
   * @param step what is done, for instance {@code read orders}
   */
  void begin(String step);

  /** The present step has come to this many rows. */
  void rows(long rows);

  /** The present step is done. */
  void end(long rows);

  /** Says nothing. */
  static LoadProgress silent() {
    return new LoadProgress() {
      @Override
      public void begin(String step) {}

      @Override
      public void rows(long rows) {}

      @Override
      public void end(long rows) {}
    };
  }
}
