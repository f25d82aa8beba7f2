package org.quadrille.cubes.analysis;

import java.util.Objects;
import org.quadrille.cubes.analysis.MarketShares.Basis;

/**
 * Our position in a part of the market against how attractive that part is.
 *
 * @param own our sales there
 * @param market what all companies sold there
 * @param growth of the market against a year before; NaN where not known
 * @param share our share by value
 * @param relative our share divided by that of the largest rival
 */
public record MarketPosition(
    double own, double market, double growth, Change share, double relative) {
  /** What to do. */
  public enum Strategy {
    /** Strong in an attractive market. */
    DEFEND,
    /** Weak in an attractive market. */
    ATTACK,
    /** Strong in an unattractive market. */
    HARVEST,
    /** Weak in an unattractive market. */
    LEAVE
  }

  public MarketPosition {
    Objects.requireNonNull(share, "share");
  }

  /**
   * The position of ourselves; of nobody where we were not observed, with a share of 0.
   *
   * @param ownName unique name of the company that is ourselves
   */
  public static MarketPosition of(MarketShares shares, String ownName) {
    Change total = shares.total(Basis.VALUE);
    double own = shares.own().map(s -> s.value().now()).orElse(0.0);
    Change share = shares.share(ownName, Basis.VALUE);
    double relative = shares.relative(ownName).now();
    boolean absent = Double.isNaN(share.now()) && total.now() > 0;
    return new MarketPosition(
        own,
        total.now(),
        total.rate(),
        absent ? new Change(0, share.before()) : share,
        absent ? 0 : relative);
  }

  /**
   * What to do.
   *
   * @param relativeLine relative share from which on we are strong
   * @param growthLine growth from which on the market is attractive; a market whose growth is not
   *     known is not
   */
  public Strategy strategy(double relativeLine, double growthLine) {
    boolean strong = relative >= relativeLine || (Double.isNaN(relative) && own > 0);
    boolean attractive = growth >= growthLine;
    if (attractive) {
      return strong ? Strategy.DEFEND : Strategy.ATTACK;
    }
    return strong ? Strategy.HARVEST : Strategy.LEAVE;
  }
}
