package org.quadrille.cubes.analysis;

import java.util.Objects;
import org.quadrille.cubes.result.ResultMember;

/** The market of two members together, such as a region and a product. */
public record MarketPair(ResultMember first, ResultMember second, MarketShares shares) {
  public MarketPair {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(shares, "shares");
  }
}
