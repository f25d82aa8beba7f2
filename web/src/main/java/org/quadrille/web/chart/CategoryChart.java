package org.quadrille.web.chart;

import java.util.List;
import java.util.Objects;

/**
 * Bars, lines or areas over named categories.
 *
 * @param horizontal whether categories run down and bars to the right
 * @param full whether the value axis ends at 100 %
 * @param dense whether bars touch each other and only some categories are labelled
 */
public record CategoryChart(
    List<String> categories,
    List<Series> series,
    List<Guide> guides,
    boolean horizontal,
    boolean full,
    boolean dense)
    implements Chart {
  public CategoryChart {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    guides = List.copyOf(guides);
    for (Series one : series) {
      if (one.marks().size() != categories.size()) {
        throw new IllegalArgumentException(
            "series %s has %d marks for %d categories"
                .formatted(one.name(), one.marks().size(), categories.size()));
      }
    }
    Objects.requireNonNull(guides, "guides");
  }

  /** Upright, without guides. */
  public static CategoryChart upright(List<String> categories, List<Series> series) {
    return new CategoryChart(categories, series, List.of(), false, false, false);
  }

  /** Categories running down, without guides. */
  public static CategoryChart lying(List<String> categories, List<Series> series) {
    return new CategoryChart(categories, series, List.of(), true, false, false);
  }

  /** The same with guides. */
  public CategoryChart with(List<Guide> lines) {
    return new CategoryChart(categories, series, lines, horizontal, full, dense);
  }

  /** The same with a value axis that ends at 100 %. */
  public CategoryChart toFull() {
    return new CategoryChart(categories, series, guides, horizontal, true, dense);
  }
}
