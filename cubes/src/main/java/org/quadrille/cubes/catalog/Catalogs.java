package org.quadrille.cubes.catalog;

import java.util.List;

/** The catalogs of a server. */
public interface Catalogs extends AutoCloseable {
  /** All catalogs in the order of the settings. */
  List<Catalog> all();

  /**
   * The catalog of that name, without regard to case.
   *
   * @throws UnknownNameException if there is none; the message lists those that there are
   */
  Catalog get(String name);

  @Override
  void close();
}
