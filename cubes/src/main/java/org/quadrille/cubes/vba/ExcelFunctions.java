package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.NUMERIC;

/** Functions on numbers that come from Excel. */
final class ExcelFunctions {

  private static final String NUMBER = "NUMERIC number";

  private ExcelFunctions() {}

  static void addTo(Catalog catalog) {
    addArithmetic(catalog);
    addAngles(catalog);
    addHyperbolic(catalog);
  }

  private static void addArithmetic(Catalog catalog) {
    catalog
        .define("Mod", "VALUE number, VALUE divisor", NUMERIC)
        .summary("The remainder of a division; it has the sign of the divisor.")
        .example("Mod(-3, 2)", "1")
        .as(
            call -> {
              double number = call.number(0);
              double divisor = call.number(1);
              if (divisor == 0) {
                throw call.wrong(1, "a number other than zero");
              }
              return number - divisor * Math.floor(number / divisor);
            });
    catalog
        .define("Power", "NUMERIC base, NUMERIC exponent", NUMERIC)
        .summary("A number to the power of another.")
        .example("Power(2, 10)", "1,024")
        .as(call -> Math.pow(call.number(0), call.number(1)));
    catalog
        .define("Log10", NUMBER, NUMERIC)
        .summary("The logarithm of a number to the base 10.")
        .example("Log10(1000)", "3")
        .as(call -> Math.log10(call.number(0)));
    catalog
        .define("Pi", "", NUMERIC)
        .summary("The number pi.")
        .example("Format(Pi(), \"0.000000\")", "3.141593")
        .as(call -> Math.PI);
    catalog
        .define("SqrtPi", NUMBER, NUMERIC)
        .summary("The square root of a number times pi.")
        .example("Format(SqrtPi(2), \"0.000000\")", "2.506628")
        .as(call -> Math.sqrt(call.number(0) * Math.PI));
  }

  private static void addAngles(Catalog catalog) {
    catalog
        .define("Acos", NUMBER, NUMERIC)
        .summary("The angle in radians whose cosine is a number.")
        .example("Format(Acos(0.5), \"0.000000\")", "1.047198")
        .as(call -> Math.acos(call.number(0)));
    catalog
        .define("Asin", NUMBER, NUMERIC)
        .summary("The angle in radians whose sine is a number.")
        .example("Format(Asin(0.5), \"0.000000\")", "0.523599")
        .as(call -> Math.asin(call.number(0)));
    catalog
        .define("Atan2", "NUMERIC x, NUMERIC y", NUMERIC)
        .summary("The angle in radians between the x axis and the line to the point x, y.")
        .example("Format(Atan2(1, 2), \"0.000000\")", "1.107149")
        .as(call -> Math.atan2(call.number(1), call.number(0)));
    catalog
        .define("Degrees", "NUMERIC radians", NUMERIC)
        .summary("An angle in degrees.")
        .example("Degrees(Pi())", "180")
        .as(call -> Math.toDegrees(call.number(0)));
    catalog
        .define("Radians", "NUMERIC degrees", NUMERIC)
        .summary("An angle in radians.")
        .example("Format(Radians(180), \"0.000000\")", "3.141593")
        .as(call -> Math.toRadians(call.number(0)));
  }

  private static void addHyperbolic(Catalog catalog) {
    catalog
        .define("Sinh", NUMBER, NUMERIC)
        .summary("The hyperbolic sine of a number.")
        .example("Format(Sinh(1), \"0.000000\")", "1.175201")
        .as(call -> Math.sinh(call.number(0)));
    catalog
        .define("Cosh", NUMBER, NUMERIC)
        .summary("The hyperbolic cosine of a number.")
        .example("Format(Cosh(1), \"0.000000\")", "1.543081")
        .as(call -> Math.cosh(call.number(0)));
    catalog
        .define("Tanh", NUMBER, NUMERIC)
        .summary("The hyperbolic tangent of a number.")
        .example("Format(Tanh(1), \"0.000000\")", "0.761594")
        .as(call -> Math.tanh(call.number(0)));
    catalog
        .define("Asinh", NUMBER, NUMERIC)
        .summary("The number whose hyperbolic sine is a number.")
        .example("Format(Asinh(1), \"0.000000\")", "0.881374")
        .as(call -> asinh(call.number(0)));
    catalog
        .define("Acosh", NUMBER, NUMERIC)
        .summary("The number of zero or more whose hyperbolic cosine is a number of 1 or more.")
        .example("Format(Acosh(2), \"0.000000\")", "1.316958")
        .as(
            call -> {
              double x = call.number(0);
              return Math.log(x + Math.sqrt(x * x - 1));
            });
    catalog
        .define("Atanh", NUMBER, NUMERIC)
        .summary("The number whose hyperbolic tangent is a number between -1 and 1.")
        .example("Format(Atanh(0.5), \"0.000000\")", "0.549306")
        .as(
            call -> {
              double x = call.number(0);
              return (Math.log1p(x) - Math.log1p(-x)) / 2;
            });
  }

  /** Computed on the absolute value: for negative numbers the sum would lose its digits. */
  private static double asinh(double number) {
    double size = Math.abs(number);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), number);
  }
}
