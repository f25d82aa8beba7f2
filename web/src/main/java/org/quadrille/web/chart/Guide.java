package org.quadrille.web.chart;

import java.util.Objects;

/**
 * A line across a chart that marks a value, such as a threshold.
 *
 * @param across whether it stands at a category (by number, from 0) instead of a value
 */
public record Guide(String label, double at, boolean across, boolean secondAxis, Colour colour) {
  public Guide {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(colour, "colour");
  }
}
