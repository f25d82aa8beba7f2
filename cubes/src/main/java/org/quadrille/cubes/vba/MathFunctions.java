package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.INTEGER;
import static org.quadrille.cubes.vba.ScalarType.NUMERIC;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Functions on numbers. Where mathematics has no answer the result is not a number, or infinite, as
 * elsewhere in MDX's arithmetic.
 */
final class MathFunctions {

  private static final String NUMBER = "NUMERIC number";
  private static final int GREATEST_DIGITS = 99;

  private MathFunctions() {}

  static void addTo(Catalog catalog) {
    catalog
        .define("Abs", NUMBER, NUMERIC)
        .summary("The number without its sign.")
        .example("Abs(-5)", "5")
        .as(call -> Math.abs(call.number(0)));
    catalog
        .define("Sgn", NUMBER, INTEGER)
        .summary("The sign of a number: -1, 0 or 1.")
        .example("Sgn(-5)", "-1")
        .as(call -> (int) Math.signum(call.number(0)));
    catalog
        .define("Round", "NUMERIC number, [INTEGER digits]", NUMERIC)
        .summary("The number rounded to a number of decimals; halves go to the even neighbour.")
        .example("Format(Round(12.345, 2), \"0.000\")", "12.340")
        .as(MathFunctions::round);
    catalog
        .define("Sqr", NUMBER, NUMERIC)
        .summary("The square root of a number.")
        .example("Sqr(49)", "7")
        .as(call -> Math.sqrt(call.number(0)));
    catalog
        .define("Exp", NUMBER, NUMERIC)
        .summary("The number e, the base of natural logarithms, to the power of a number.")
        .example("Format(Exp(1), \"0.000000\")", "2.718282")
        .as(call -> Math.exp(call.number(0)));
    catalog
        .define("Log", NUMBER, NUMERIC)
        .summary("The natural logarithm of a number.")
        .example("Format(Log(10), \"0.000000\")", "2.302585")
        .as(call -> Math.log(call.number(0)));
    catalog
        .define("Sin", NUMBER, NUMERIC)
        .summary("The sine of an angle in radians.")
        .example("Format(Sin(1), \"0.000000\")", "0.841471")
        .as(call -> Math.sin(call.number(0)));
    catalog
        .define("Cos", NUMBER, NUMERIC)
        .summary("The cosine of an angle in radians.")
        .example("Cos(0)", "1")
        .as(call -> Math.cos(call.number(0)));
    catalog
        .define("Tan", NUMBER, NUMERIC)
        .summary("The tangent of an angle in radians.")
        .example("Format(Tan(1), \"0.000000\")", "1.557408")
        .as(call -> Math.tan(call.number(0)));
    catalog
        .define("Atn", NUMBER, NUMERIC)
        .summary("The angle in radians whose tangent is a number.")
        .example("Format(4 * Atn(1), \"0.000000\")", "3.141593")
        .as(call -> Math.atan(call.number(0)));
    catalog
        .define("InverseNormal", "NUMERIC probability", NUMERIC)
        .summary(
            "The number that a standard normal variable stays below with a probability between 0"
                + " and 1.")
        .example("Format(InverseNormal(0.975), \"0.000000\")", "1.959964")
        .as(MathFunctions::inverseNormal);
  }

  private static double inverseNormal(Arguments call) {
    double probability = call.number(0);
    if (!(probability > 0 && probability < 1)) {
      throw call.wrong(0, "a probability above 0 and below 1");
    }
    return NormalQuantile.of(probability);
  }

  private static double round(Arguments call) {
    double number = call.number(0);
    int digits = call.has(1) ? call.integer(1, 0, GREATEST_DIGITS) : 0;
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN).doubleValue()
        : number;
  }
}
