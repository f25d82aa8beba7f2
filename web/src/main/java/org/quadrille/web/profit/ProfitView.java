package org.quadrille.web.profit;

import java.util.List;
import java.util.Locale;
import org.quadrille.cubes.catalog.UnknownNameException;

/** What the page shows; each view is a few panels with their settings. */
enum ProfitView {
  OVERVIEW("figures/full bare", "bridge/half", "pyramid/half", "quadrant/half", "employees/half"),
  CUSTOMERS(
      "pyramid/half",
      "grades/half",
      "candidates/full",
      "golden/half",
      "golden-list/half",
      "apart/full",
      "contributions/full"),
  PRODUCTS("quadrant/half", "bridge/half", "products/full"),
  EMPLOYEES("employees/half", "employee-list/half"),
  CAMPAIGN("campaign/half", "campaign-parts/half", "campaign-list/full"),
  ORDERS("figures/full bare", "contributions/full", "orders/full");

  private final List<String> slots;

  ProfitView(String... slots) {
    this.slots = List.of(slots);
  }

  /** Names of its panels with their widths, parted by a stroke. */
  List<String> slots() {
    return slots;
  }

  /** The name in addresses and texts. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether any view has a panel. */
  static boolean knows(String panel) {
    for (ProfitView view : values()) {
      if (view.slots.stream().anyMatch(slot -> slot.startsWith(panel + "/"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The view of a name.
   *
   * @throws UnknownNameException if there is none
   */
  static ProfitView of(String code) {
    for (ProfitView view : values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    throw new UnknownNameException("the page of profitability has no view " + code);
  }
}
