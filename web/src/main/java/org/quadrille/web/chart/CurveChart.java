package org.quadrille.web.chart;

import java.util.List;
import java.util.Objects;

/**
 * Curves in the square from (0, 0) to (1, 1), such as a Lorenz curve.
 *
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 */
public record CurveChart(String across, String up, List<Curve> curves) implements Chart {
  /** A point; both between 0 and 1. */
  public record Point(double x, double y) {}

  /**
   * A curve.
   *
   * @param dashed whether it is a line to compare with
   */
  public record Curve(String name, Colour colour, boolean dashed, List<Point> points) {
    public Curve {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(colour, "colour");
      points = List.copyOf(points);
    }
  }

  public CurveChart {
    Objects.requireNonNull(across, "across");
    Objects.requireNonNull(up, "up");
    curves = List.copyOf(curves);
  }
}
