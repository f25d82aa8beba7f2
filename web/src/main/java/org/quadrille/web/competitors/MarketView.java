package org.quadrille.web.competitors;

import java.util.List;
import java.util.Locale;
import org.quadrille.cubes.catalog.UnknownNameException;

/** What the page shows: a few panels each, so that none asks the database much. */
enum MarketView {
  OVERVIEW("figures/full bare", "cards/full", "rivals/full", "voice/half", "bids/half"),
  SHARES("time/half", "position/half", "region/half", "product/half", "strategy/full"),
  PRICES("price/half", "price-time/half", "price-region/half", "price-product/half"),
  BIDS(
      "losses/full",
      "bids/half",
      "reasons/half",
      "bids-region/half",
      "bids-product/half",
      "bids-time/full");

  private final List<String> slots;

  MarketView(String... slots) {
    this.slots = List.of(slots);
  }

  /** Names of its panels with their widths, parted by a stroke. */
  List<String> slots() {
    return slots;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether any view has a panel. */
  static boolean knows(String panel) {
    for (MarketView view : values()) {
      if (view.slots.stream().anyMatch(slot -> slot.startsWith(panel + "/"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a panel is about bids. */
  static boolean isOfBids(String panel) {
    return panel.startsWith("bids") || panel.equals("losses") || panel.equals("reasons");
  }

  /**
   * The view of a name.
   *
   * @throws UnknownNameException if there is none
   */
  static MarketView of(String code) {
    for (MarketView view : values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    throw new UnknownNameException("the page of competitors has no view " + code);
  }
}
