package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.Competitor;
import org.quadrille.cubes.analysis.MarketShares;
import org.quadrille.web.chart.Colour;

/**
 * The companies of a market in the order in which every panel shows them: ourselves first, then the
 * others by their share of the whole, so that each keeps its colour.
 */
final class Companies {
  private final List<Competitor> all = new ArrayList<>();

  Companies(MarketShares whole) {
    Objects.requireNonNull(whole, "whole");
    whole.standings().stream()
        .sorted(
            (a, b) ->
                a.competitor().own() != b.competitor().own()
                    ? Boolean.compare(b.competitor().own(), a.competitor().own())
                    : Double.compare(zero(b.value().now()), zero(a.value().now())))
        .forEach(standing -> all.add(standing.competitor()));
  }

  private static double zero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  List<Competitor> all() {
    return all;
  }

  /** Ourselves; the first company of all where the schema does not say which we are. */
  Competitor own() {
    return all.get(0);
  }

  Colour colour(Competitor company) {
    return company.own() ? Colour.OWN : Colour.rival(all.indexOf(company) - 1);
  }
}
