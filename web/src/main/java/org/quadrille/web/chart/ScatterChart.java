package org.quadrille.web.chart;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bubbles by two figures, such as products by volume and profit rate.
 *
 * @param sizeName what the area of a bubble shows; empty where all are of one size
 * @param corners names of the four corners, from the upper left to the lower right; empty for none
 */
public record ScatterChart(
    Axis across,
    Axis up,
    String sizeName,
    ValueFormat sizeFormat,
    List<Cloud> clouds,
    List<String> corners)
    implements Chart {
  /**
   * An axis.
   *
   * @param log whether equal ratios are equal lengths; values at or below zero are left out
   * @param reversed whether large values come first
   * @param line where it is parted, NaN for nowhere
   * @param lineLabel what the line is
   */
  public record Axis(
      String name,
      ValueFormat format,
      boolean log,
      boolean reversed,
      double line,
      String lineLabel) {
    public Axis {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(lineLabel, "lineLabel");
    }

    /** A plain axis that is parted. */
    public static Axis of(String name, ValueFormat format, double line, String lineLabel) {
      return new Axis(name, format, false, false, line, lineLabel);
    }
  }

  /** Bubbles of one colour. */
  public record Cloud(String name, Colour colour, List<Bubble> bubbles) {
    public Cloud {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(colour, "colour");
      bubbles = List.copyOf(bubbles);
    }
  }

  /**
   * A bubble.
   *
   * @param size its area is proportional to this; at or below zero and NaN are the smallest
   * @param address what a click opens, null for nothing
   */
  public record Bubble(String name, double x, double y, double size, @Nullable String address) {
    public Bubble {
      Objects.requireNonNull(name, "name");
    }
  }

  public ScatterChart {
    Objects.requireNonNull(across, "across");
    Objects.requireNonNull(up, "up");
    Objects.requireNonNull(sizeName, "sizeName");
    Objects.requireNonNull(sizeFormat, "sizeFormat");
    clouds = List.copyOf(clouds);
    corners = List.copyOf(corners);
    if (!corners.isEmpty() && corners.size() != 4) {
      throw new IllegalArgumentException("a square has four corners, not " + corners.size());
    }
  }
}
