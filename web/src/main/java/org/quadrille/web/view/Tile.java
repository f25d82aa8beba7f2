package org.quadrille.web.view;

import java.util.List;

/**
 * A tile of a cockpit.
 *
 * @param source {@code PAGE/PANEL} of a panel, or {@code view/ID} of a saved view
 * @param width one of {@link #WIDTHS}
 */
public record Tile(String source, String width) {
  /** From narrow to wide. */
  public static final List<String> WIDTHS = List.of("third", "half", "two-thirds", "full");

  public Tile {
    if (!source.matches("[a-z-]+/[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("no such source of a tile: " + source);
    }
    if (!WIDTHS.contains(width)) {
      throw new IllegalArgumentException("a width is one of " + WIDTHS + ", not " + width);
    }
  }

  /** The page that the panel is of, or {@code view}. */
  public String page() {
    return source.substring(0, source.indexOf('/'));
  }

  /** The panel's name or the view's id. */
  public String part() {
    return source.substring(source.indexOf('/') + 1);
  }

  /** The same in another width. */
  public Tile withWidth(String other) {
    return new Tile(source, other);
  }
}
