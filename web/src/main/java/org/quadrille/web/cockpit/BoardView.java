package org.quadrille.web.cockpit;

import java.util.List;

/**
 * What arranging the cockpit shows.
 *
 * @param scope language and catalog as the query of an address
 * @param done address of the cockpit as it is then
 */
public record BoardView(
    List<Placed> tiles, List<Choice> further, List<Choice> widths, String scope, String done) {
  public BoardView {
    tiles = List.copyOf(tiles);
    further = List.copyOf(further);
    widths = List.copyOf(widths);
  }

  /** A tile that is there. */
  public record Placed(String source, String title, String width) {}

  /** Something to choose. */
  public record Choice(String value, String label) {}
}
