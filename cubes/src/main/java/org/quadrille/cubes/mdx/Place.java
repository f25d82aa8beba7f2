package org.quadrille.cubes.mdx;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(int line, int column) {
  /** The beginning of a text. */
  public static final Place START = new Place(1, 1);

  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column count from 1");
    }
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
