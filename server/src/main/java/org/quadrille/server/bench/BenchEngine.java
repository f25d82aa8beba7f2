package org.quadrille.server.bench;

/** Something that answers MDX and can be made to forget. Used by one thread. */
public interface BenchEngine extends AutoCloseable {
  /** As it stands in the head of the table. */
  String name();

  /** Forgets members and cells; what the program itself has loaded stays. */
  void forgetAll();

  /** Forgets cells, members stay known; false where the engine cannot do the one alone. */
  boolean forgetCells();

  /**
   * Answers a query and reads the formatted text of every cell, as a page would.
   *
   * @throws RuntimeException where the query fails
   */
  BenchAnswer run(String mdx);

  @Override
  void close();
}
