package org.quadrille.etl.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What market research observed: for each month, province and compared product the own product and
 * those of the competitors. Units are shares of a market: a multinomial logit of appeal, price,
 * advertising and rating.
 */
final class Market {
  /** Planted elasticities of the shares; see {@code docs/sample-data.md}. */
  private static final double PRICE = 1.5;

  private static final double ADVERTISING = 0.25;
  private static final double RATING = 0.4;
  private static final double PROMOTION = 0.15;

  private static final double ON_PROMOTION = 0.12;
  private static final double PROMOTION_PRICE = 0.9;
  private static final double USUAL_ADVERTISING = 2000;

  /** Units of a usual market in a month for each unit of a province's business. */
  private static final double UNITS_PER_WEIGHT = 5;

  /** Each competitor offers this share of the subcategories. */
  private static final double OFFERED = 0.65;

  /** The competitor that cut its prices, when and by which factor. */
  private static final String PRICE_CUTTER = "C3";

  private static final int PRICE_CUT_MONTH = 18;
  private static final double PRICE_CUT = 0.92;

  /** A competitor's offer in a subcategory; the own product is one too. */
  record Offer(Competitor competitor, Product matched, String id, Name name) {}

  private record Seen(
      Offer offer,
      double price,
      double rating,
      double advertising,
      boolean promoted,
      int channels,
      double attraction) {}

  private final Company company;
  private final List<Offer> offers;

  Market(Company company) {
    this.company = company;
    offers = offers(company);
  }

  /** All competing products, own ones among them. */
  List<Offer> offers() {
    return offers;
  }

  private static List<Offer> offers(Company company) {
    List<Offer> offers = new ArrayList<>();
    for (Subcategory subcategory : company.assortment().subcategories()) {
      Product own = company.assortment().flagship(subcategory);
      Dice dice = company.seed().dice("offer", subcategory.index());
      for (Competitor competitor : Competitor.readAll()) {
        if (competitor.own()) {
          offers.add(new Offer(competitor, own, own.sku(), own.name()));
        } else if (dice.chance(OFFERED)) {
          Name name = competitor.name().plus(dice.oneOf(subcategory.items()));
          offers.add(new Offer(competitor, own, competitor.id() + "-" + subcategory.id(), name));
        }
      }
    }
    return List.copyOf(offers);
  }

  /** Writes the file; gives the number of its rows. */
  long write(Path file) throws IOException {
    try (ParquetOut out =
        new ParquetOut(
            "month DATE, province_id VARCHAR, sku VARCHAR, competing_product_id VARCHAR,"
                + " price DECIMAL(12,2), rating DECIMAL(3,2), advertising DECIMAL(14,2),"
                + " units INTEGER, on_promotion INTEGER, channels_covered INTEGER,"
                + " own_price DECIMAL(12,2)")) {
      for (int month = 0; month < Days.MONTHS; month++) {
        for (int p = 0; p < company.geography().provinces().size(); p++) {
          for (Subcategory subcategory : company.assortment().subcategories()) {
            observe(month, p, subcategory, out);
          }
        }
      }
      out.copyTo(file);
      return out.rows();
    } catch (SQLException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void observe(int month, int provinceIndex, Subcategory subcategory, ParquetOut out)
      throws SQLException {
    Province province = company.geography().provinces().get(provinceIndex);
    int where = provinceIndex * 100 + subcategory.index();
    Dice dice = company.seed().dice("market", month, where);
    List<Seen> seen = new ArrayList<>();
    double attraction = 0;
    for (Offer offer : offers) {
      if (offer.matched().subcategory().index() == subcategory.index()
          && offer.competitor().areas().contains(province.area())) {
        Seen one = see(offer, month, province, dice);
        seen.add(one);
        attraction += one.attraction();
      }
    }
    double market =
        company.geography().weight(province)
            * UNITS_PER_WEIGHT
            * subcategory.weight()
            * subcategory.quantity()
            / 10
            * company.assortment().demand(subcategory.category(), month)
            * dice.noise(0.08);
    // the company itself is the first of the competitors and offers something everywhere
    BigDecimal ownPrice = decimal(seen.get(0).price());
    for (Seen one : seen) {
      out.row(
          Days.date(Days.monthStart(month)),
          province.id(),
          one.offer().matched().sku(),
          one.offer().id(),
          decimal(one.price()),
          decimal(one.rating()),
          decimal(one.advertising()),
          dice.round(market * one.attraction() / attraction),
          one.promoted() ? 1 : 0,
          one.channels(),
          ownPrice);
    }
  }

  private Seen see(Offer offer, int month, Province province, Dice dice) {
    Competitor competitor = offer.competitor();
    PriceHistory prices = offer.matched().prices();
    double ours = prices.list(prices.at(Days.monthStart(month))) / 100.0;
    boolean promoted = dice.chance(ON_PROMOTION);
    double price = ours * competitor.price() * (promoted ? PROMOTION_PRICE : 1);
    if (!competitor.own()) {
      price *= dice.noise(0.03);
    }
    if (competitor.id().equals(PRICE_CUTTER) && month >= PRICE_CUT_MONTH) {
      price *= PRICE_CUT;
    }
    double rating = Math.max(1, Math.min(5, competitor.rating() + 0.15 * dice.gaussian()));
    double advertising =
        USUAL_ADVERTISING
            * competitor.advertising()
            * StrictMath.sqrt(province.population() / 1e7)
            * dice.noise(0.4);
    double utility =
        StrictMath.log(competitor.appeal())
            + competitor.appealGrowth() * month / 12.0
            - PRICE * StrictMath.log(price / ours)
            + ADVERTISING * StrictMath.log(1 + advertising / USUAL_ADVERTISING)
            + RATING * (rating - 4)
            + (promoted ? PROMOTION : 0);
    int channels = (int) Math.min(5, 1 + dice.poisson(1 + competitor.appeal()));
    return new Seen(offer, price, rating, advertising, promoted, channels, StrictMath.exp(utility));
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(Money.of(value), 2);
  }
}
