package org.quadrille.web.view;

import java.util.List;
import java.util.Optional;

/** Keeps saved views and cockpits. Safe for use by many threads. */
public interface ViewStore {
  /** The views of a catalog by name. */
  List<SavedView> views(String catalog);

  /** A view by its id; empty where there is none. */
  Optional<SavedView> view(String id);

  /**
   * Saves a state; one of the same name in the catalog is replaced and keeps its id.
   *
   * @throws IllegalArgumentException if the name is empty or too long
   */
  SavedView save(String catalog, String name, String query);

  /** Removes a view; nothing happens where there is none. */
  void remove(String id);

  /** The tiles of a catalog's cockpit in order; empty where nobody arranged them. */
  Optional<List<Tile>> tiles(String catalog);

  /** Arranges the cockpit of a catalog. */
  void arrange(String catalog, List<Tile> tiles);
}
