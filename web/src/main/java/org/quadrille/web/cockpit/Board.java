package org.quadrille.web.cockpit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.web.view.Tile;
import org.quadrille.web.view.ViewStore;

/** The tiles of a catalog's cockpit: those that readers arranged, else the usual ones. */
final class Board {
  private static final List<Tile> USUAL =
      List.of(
          new Tile("cockpit/figures", "full"),
          new Tile("cockpit/time", "full"),
          new Tile("cockpit/region", "half"),
          new Tile("cockpit/product", "half"),
          new Tile("cockpit/customer-movers", "half"),
          new Tile("cockpit/product-movers", "half"));

  private final ViewStore store;
  private final String catalog;

  Board(ViewStore store, String catalog) {
    this.store = Objects.requireNonNull(store, "store");
    this.catalog = Objects.requireNonNull(catalog, "catalog");
  }

  List<Tile> tiles() {
    return store.tiles(catalog).orElse(USUAL);
  }

  /** Puts a tile at the end, unless it is there. */
  void add(String source) {
    List<Tile> tiles = new ArrayList<>(tiles());
    if (tiles.stream().noneMatch(tile -> tile.source().equals(source))) {
      tiles.add(new Tile(source, "half"));
      store.arrange(catalog, tiles);
    }
  }

  /** Takes a tile away. */
  void remove(String source) {
    store.arrange(catalog, tiles().stream().filter(tile -> !tile.source().equals(source)).toList());
  }

  /** Moves a tile by so many places, as far as there are. */
  void move(String source, int by) {
    List<Tile> tiles = new ArrayList<>(tiles());
    for (int i = 0; i < tiles.size(); i++) {
      if (tiles.get(i).source().equals(source)) {
        Tile tile = tiles.remove(i);
        tiles.add(Math.min(Math.max(0, i + by), tiles.size()), tile);
        store.arrange(catalog, tiles);
        return;
      }
    }
  }

  /** Makes a tile as wide as that. */
  void widen(String source, String width) {
    store.arrange(
        catalog,
        tiles().stream()
            .map(tile -> tile.source().equals(source) ? tile.withWidth(width) : tile)
            .toList());
  }

  /** Back to the usual tiles. */
  void reset() {
    store.arrange(catalog, USUAL);
  }
}
