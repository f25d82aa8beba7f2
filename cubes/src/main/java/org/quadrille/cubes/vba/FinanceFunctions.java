package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.NUMERIC;

/**
 * Functions on loans, savings and depreciation. Rates are per period; money received is positive
 * and money paid negative; {@code due} is true where payments fall at the beginning of a period.
 */
final class FinanceFunctions {

  private static final double USUAL_GUESS = 0.1;

  private FinanceFunctions() {}

  static void addTo(Catalog catalog) {
    addValues(catalog);
    addPayments(catalog);
    addDepreciation(catalog);
  }

  private static void addValues(Catalog catalog) {
    catalog
        .define(
            "FV",
            "NUMERIC rate, NUMERIC periods, NUMERIC payment, [NUMERIC presentValue], [LOGICAL due]",
            NUMERIC)
        .summary("What equal payments at a fixed rate will have grown to.")
        .example("Format(FV(0.01, 12, -100), \"0.00\")", "1268.25")
        .as(
            call ->
                Annuity.futureValue(
                    call.number(0),
                    call.number(1),
                    call.number(2),
                    call.number(3, 0),
                    call.logical(4, false)));
    catalog
        .define(
            "PV",
            "NUMERIC rate, NUMERIC periods, NUMERIC payment, [NUMERIC futureValue], [LOGICAL due]",
            NUMERIC)
        .summary("What equal payments at a fixed rate are worth today.")
        .example("Format(PV(0.01, 12, -100), \"0.00\")", "1125.51")
        .as(
            call ->
                Annuity.presentValue(
                    call.number(0),
                    call.number(1),
                    call.number(2),
                    call.number(3, 0),
                    call.logical(4, false)));
    catalog
        .define(
            "NPer",
            "NUMERIC rate, NUMERIC payment, NUMERIC presentValue, [NUMERIC futureValue],"
                + " [LOGICAL due]",
            NUMERIC)
        .summary("How many equal payments at a fixed rate it takes.")
        .example("Format(NPer(0.01, -100, 1000), \"0.00\")", "10.59")
        .as(
            call ->
                Annuity.periods(
                    call.number(0),
                    call.number(1),
                    call.number(2),
                    call.number(3, 0),
                    call.logical(4, false)));
    catalog
        .define(
            "Rate",
            "NUMERIC periods, NUMERIC payment, NUMERIC presentValue, [NUMERIC futureValue],"
                + " [LOGICAL due], [NUMERIC guess]",
            NUMERIC)
        .summary("The rate per period of a loan or of savings with equal payments.")
        .example("Format(Rate(48, -200, 8000), \"0.00%\")", "0.77%")
        .as(FinanceFunctions::rate);
  }

  private static void addPayments(Catalog catalog) {
    catalog
        .define(
            "Pmt",
            "NUMERIC rate, NUMERIC periods, NUMERIC presentValue, [NUMERIC futureValue],"
                + " [LOGICAL due]",
            NUMERIC)
        .summary("The payment of each period that pays off a loan at a fixed rate.")
        .example("Format(Pmt(0.01, 12, 1000), \"0.00\")", "-88.85")
        .as(
            call ->
                Annuity.payment(
                    call.number(0),
                    call.number(1),
                    call.number(2),
                    call.number(3, 0),
                    call.logical(4, false)));
    String parameters =
        "NUMERIC rate, NUMERIC period, NUMERIC periods, NUMERIC presentValue,"
            + " [NUMERIC futureValue], [LOGICAL due]";
    catalog
        .define("IPmt", parameters, NUMERIC)
        .summary("The interest within the payment of one period of a loan.")
        .example("Format(IPmt(0.01, 2, 12, 1000), \"0.00\")", "-9.21")
        .as(FinanceFunctions::interest);
    catalog
        .define("PPmt", parameters, NUMERIC)
        .summary("The repayment within the payment of one period of a loan.")
        .example("Format(PPmt(0.01, 2, 12, 1000), \"0.00\")", "-79.64")
        .as(
            call ->
                Annuity.payment(
                        call.number(0),
                        call.number(2),
                        call.number(3),
                        call.number(4, 0),
                        call.logical(5, false))
                    - interest(call));
  }

  private static void addDepreciation(Catalog catalog) {
    catalog
        .define("SLN", "NUMERIC cost, NUMERIC salvage, NUMERIC life", NUMERIC)
        .summary("The depreciation of each period where it is the same in all (straight line).")
        .example("SLN(10000, 1000, 9)", "1,000")
        .as(call -> (call.number(0) - call.number(1)) / call.number(2));
    catalog
        .define("SYD", "NUMERIC cost, NUMERIC salvage, NUMERIC life, NUMERIC period", NUMERIC)
        .summary("The depreciation of one period by the sum of the years' digits.")
        .example("SYD(10000, 1000, 9, 1)", "1,800")
        .as(
            call -> {
              double life = call.number(2);
              double left = life - call.number(3) + 1;
              return (call.number(0) - call.number(1)) * left * 2 / (life * (life + 1));
            });
    catalog
        .define(
            "DDB",
            "NUMERIC cost, NUMERIC salvage, NUMERIC life, NUMERIC period, [NUMERIC factor]",
            NUMERIC)
        .summary("The depreciation of one period by a share of the book value, usually 2/life.")
        .example("DDB(10000, 1000, 10, 2)", "1,600")
        .as(FinanceFunctions::decliningBalance);
  }

  private static double interest(Arguments call) {
    double period = call.number(1);
    if (!(period >= 1 && period <= call.number(2))) {
      throw call.wrong(1, "from 1 to the number of periods");
    }
    return Annuity.interest(
        call.number(0),
        period,
        call.number(2),
        call.number(3),
        call.number(4, 0),
        call.logical(5, false));
  }

  private static double rate(Arguments call) {
    double rate =
        Annuity.rate(
            call.number(0),
            call.number(1),
            call.number(2),
            call.number(3, 0),
            call.logical(4, false),
            call.number(5, USUAL_GUESS));
    if (Double.isNaN(rate)) {
      throw new IllegalArgumentException(
          "Rate: no rate was found for these payments; payment and present value must have"
              + " opposite signs, or another guess may help");
    }
    return rate;
  }

  /** The book value falls by a fixed share each period, but not below the salvage value. */
  private static double decliningBalance(Arguments call) {
    double cost = call.number(0);
    double salvage = call.number(1);
    double life = call.number(2);
    double period = call.number(3);
    if (!(life > 0)) {
      throw call.wrong(2, "above zero");
    }
    if (!(period > 0 && period <= life)) {
      throw call.wrong(3, "above zero and not above the life");
    }
    double kept = Math.max(0, 1 - call.number(4, 2) / life);
    double before = period <= 1 ? cost : Math.max(salvage, cost * Math.pow(kept, period - 1));
    double after = Math.max(salvage, cost * Math.pow(kept, period));
    return Math.max(0, before - after);
  }
}
