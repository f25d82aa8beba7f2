package org.quadrille.cubes.analysis;

import java.util.Objects;

/**
 * What a company is like in the market.
 *
 * @param rating mean rating of its products, NaN where not known
 * @param promoted share of the observations that were on promotion, NaN where not known
 * @param channels mean number of channels that its products are in, NaN where not known
 */
public record MarketProfile(
    Competitor competitor, double rating, double promoted, double channels) {
  public MarketProfile {
    Objects.requireNonNull(competitor, "competitor");
  }
}
