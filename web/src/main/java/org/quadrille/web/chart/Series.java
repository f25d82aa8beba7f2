package org.quadrille.web.chart;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of marks over the categories of a chart.
 *
 * @param marks one for each category
 * @param secondAxis whether its values stand on the axis at the other side
 */
public record Series(
    String name,
    Kind kind,
    Colour colour,
    ValueFormat format,
    boolean secondAxis,
    List<Mark> marks) {
  /** How the marks are drawn. */
  public enum Kind {
    BAR,
    /** Bars upon each other. */
    STACK,
    /** Bars that are not seen, below those that float in a waterfall. */
    SPACER,
    LINE,
    DASHED_LINE,
    /** Areas upon each other. */
    AREA,
    /** Dots without a line. */
    DOT
  }

  /**
   * A mark.
   *
   * @param value NaN for none
   * @param address what a click opens, null for nothing
   * @param colour null for that of the series
   */
  public record Mark(double value, @Nullable String address, @Nullable Colour colour) {
    /** A mark that opens nothing. */
    public static Mark of(double value) {
      return new Mark(value, null, null);
    }

    /** A mark that opens an address. */
    public static Mark of(double value, @Nullable String address) {
      return new Mark(value, address, null);
    }
  }

  public Series {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(colour, "colour");
    Objects.requireNonNull(format, "format");
    marks = List.copyOf(marks);
  }

  /** A series on the first axis. */
  public static Series of(
      String name, Kind kind, Colour colour, ValueFormat format, List<Mark> marks) {
    return new Series(name, kind, colour, format, false, marks);
  }
}
