package org.quadrille.cubes.vba;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The list of all functions of this package. */
public final class VbaFunctions {

  private VbaFunctions() {}

  /**
   * Lists the functions, overloads one after the other.
   *
   * @param clock says what time it is, and in which zone
   * @param locale decides names of months and days, separators, and how dates are read
   */
  public static List<ScalarFunction> all(Clock clock, Locale locale) {
    Catalog catalog = new Catalog(locale);
    TextFunctions.addTo(catalog);
    ConversionFunctions.addTo(catalog, clock, locale);
    NumberFormatFunctions.addTo(catalog, locale);
    ClockFunctions.addTo(catalog, clock);
    DateFunctions.addTo(catalog, locale);
    MathFunctions.addTo(catalog);
    ExcelFunctions.addTo(catalog);
    FinanceFunctions.addTo(catalog);
    CashFlowFunctions.addTo(catalog);
    return catalog.functions();
  }
}
