package org.quadrille.web.competitors;

import java.util.Objects;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Input;
import org.quadrille.web.text.Messages;

/** The lines of the strategy matrix, read from the address. */
final class MarketSettings {
  private static final String RELATIVE = "relative";
  private static final String GROWTH = "growth";

  private final PageRequest request;

  MarketSettings(PageRequest request) {
    this.request = Objects.requireNonNull(request, "request");
  }

  /** Relative share from which on we are strong. */
  double relative() {
    String typed = request.parameter(RELATIVE);
    return typed == null ? 1 : number(RELATIVE, typed, 0.01, 100);
  }

  /** Growth from which on a market is attractive; NaN for that of the whole market. */
  double growth() {
    String typed = request.parameter(GROWTH);
    return typed == null ? Double.NaN : number(GROWTH, typed, -100, 1000) / 100;
  }

  private static double number(String name, String typed, double least, double most) {
    try {
      double value = Double.parseDouble(typed.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw outside(name, typed, least, most);
    }
    throw outside(name, typed, least, most);
  }

  private static UnknownNameException outside(
      String name, String typed, double least, double most) {
    return new UnknownNameException(
        "%s must be a number from %s to %s, not %s".formatted(name, least, most, typed));
  }

  Filter relativeField(Messages text) {
    String typed = request.parameter(RELATIVE);
    return Filter.field(
        RELATIVE,
        text.get("competitors.filter.relative"),
        new Input("number", typed == null ? "1" : typed, "0.01", "100", "0.01", "1"));
  }

  Filter growthField(Messages text) {
    String typed = request.parameter(GROWTH);
    String hint = text.get("competitors.filter.growth.hint");
    return Filter.field(
        GROWTH,
        text.get("competitors.filter.growth"),
        new Input("number", typed == null ? "" : typed, "-100", "1000", "0.1", hint));
  }
}
