package org.quadrille.cubes.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One section of a numeric pattern, such as {@code $#,##0.00}.
 *
 * <p>Digits are rounded half up on the decimal expansion of the number. Literals may stand between
 * digit places ({@code 000-00-0000}); digits fill the places from the right, and those for which
 * there is no place stand before the first.
 */
final class NumberSection {

  private static final char CURRENCY_SIGN = '\u00a4';
  private static final int GROUP = 3;

  private enum Kind {
    LITERAL,
    WHOLE,
    POINT,
    FRACTION,
    EXPONENT
  }

  /** A piece of output: literal text, or a place for digits. */
  private record Part(Kind kind, String text) {}

  private final List<Part> parts;
  private final char point;
  private final char groupSeparator;
  private final boolean grouping;
  private final int shift;
  private final int wholePlaces;
  private final int leastWhole;
  private final int fractionPlaces;
  private final int leastFraction;
  private final int exponentDigits;
  private final boolean exponentPlus;
  private final boolean exponential;

  private NumberSection(Compiler compiled, LocaleSymbols symbols) {
    this.parts = List.copyOf(compiled.parts);
    this.point = symbols.decimalSeparator();
    this.groupSeparator = symbols.groupingSeparator();
    this.grouping = compiled.grouping;
    this.shift = compiled.shift;
    this.wholePlaces = compiled.wholePlaces;
    this.leastWhole = compiled.leastWhole;
    this.fractionPlaces = compiled.fractionPlaces;
    this.leastFraction = compiled.leastFraction;
    this.exponentDigits = compiled.exponentDigits;
    this.exponentPlus = compiled.exponentPlus;
    this.exponential = compiled.exponential;
  }

  static NumberSection compile(List<Glyph> glyphs, LocaleSymbols symbols) {
    Compiler compiler = new Compiler(glyphs, symbols);
    compiler.run();
    return new NumberSection(compiler, symbols);
  }

  /** True where the section shows digits at all, not only literals. */
  boolean hasPlaces() {
    return wholePlaces + fractionPlaces > 0;
  }

  /** True where every digit of {@code magnitude} is lost to rounding. */
  boolean roundsToZero(BigDecimal magnitude) {
    if (!hasPlaces()) {
      return false;
    }
    return exponential
        ? magnitude.signum() == 0
        : magnitude.movePointRight(shift).setScale(fractionPlaces, RoundingMode.HALF_UP).signum()
            == 0;
  }

  /** The text for a number of zero or more; a minus sign is the caller's business. */
  String format(BigDecimal magnitude) {
    BigDecimal shown = magnitude.movePointRight(shift);
    int exponent = 0;
    if (exponential) {
      exponent = exponentOf(shown);
      BigDecimal mantissa = rounded(shown.movePointLeft(exponent));
      if (mantissa.precision() - mantissa.scale() > wholePlaces && mantissa.signum() != 0) {
        exponent++;
        mantissa = rounded(shown.movePointLeft(exponent));
      }
      shown = mantissa;
    } else {
      shown = rounded(shown);
    }
    String digits = shown.unscaledValue().toString();
    if (digits.length() < fractionPlaces) {
      digits = "0".repeat(fractionPlaces - digits.length()) + digits;
    }
    String whole = digits.substring(0, digits.length() - fractionPlaces);
    String fraction = digits.substring(digits.length() - fractionPlaces);
    return render(padWhole(whole), trimFraction(fraction), exponentText(exponent));
  }

  /** The text where digits are replaced by a word, as for infinity. */
  String formatWord(String word) {
    StringBuilder text = new StringBuilder();
    boolean shown = false;
    int lastPlace = lastPlace();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.kind() != Kind.LITERAL) {
        if (!shown) {
          text.append(word);
          shown = true;
        }
      } else if (!shown || i > lastPlace) {
        text.append(part.text());
      }
    }
    return text.toString();
  }

  private int lastPlace() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i).kind() != Kind.LITERAL) {
        return i;
      }
    }
    return -1;
  }

  private BigDecimal rounded(BigDecimal value) {
    return value.setScale(fractionPlaces, RoundingMode.HALF_UP);
  }

  private int exponentOf(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision() - value.scale() - wholePlaces;
  }

  private String padWhole(String whole) {
    String digits = whole.equals("0") ? "" : whole;
    return digits.length() < leastWhole
        ? "0".repeat(leastWhole - digits.length()) + digits
        : digits;
  }

  private String trimFraction(String fraction) {
    int end = fraction.length();
    while (end > leastFraction && fraction.charAt(end - 1) == '0') {
      end--;
    }
    return fraction.substring(0, end);
  }

  private String exponentText(int exponent) {
    String digits = Integer.toString(Math.abs(exponent));
    String padded = "0".repeat(Math.max(0, exponentDigits - digits.length())) + digits;
    String sign = exponent < 0 ? "-" : exponentPlus ? "+" : "";
    return sign + padded;
  }

  private String render(String whole, String fraction, String exponent) {
    StringBuilder text = new StringBuilder();
    int wholeSeen = 0;
    int fractionSeen = 0;
    for (Part part : parts) {
      switch (part.kind()) {
        case LITERAL -> text.append(part.text());
        case WHOLE -> {
          int from = wholeSeen == 0 ? whole.length() : wholePlaces - wholeSeen;
          wholeSeen++;
          appendWhole(text, whole, from, wholePlaces - wholeSeen);
        }
        case POINT -> {
          if (wholePlaces == 0) {
            appendWhole(text, whole, whole.length(), 0);
          }
          text.append(point);
        }
        case FRACTION -> {
          if (fractionSeen < fraction.length()) {
            text.append(fraction.charAt(fractionSeen));
          }
          fractionSeen++;
        }
        case EXPONENT -> text.append(part.text()).append(exponent);
      }
    }
    return text.toString();
  }

  /** Appends the digits whose distance from the units is below {@code from}, down to {@code to}. */
  private void appendWhole(StringBuilder text, String whole, int from, int to) {
    for (int place = Math.min(from, whole.length()) - 1; place >= to; place--) {
      text.append(whole.charAt(whole.length() - 1 - place));
      if (grouping && place > 0 && place % GROUP == 0) {
        text.append(groupSeparator);
      }
    }
  }

  /** Reads the glyphs of a section once, from the left. */
  private static final class Compiler {
    private final List<Glyph> glyphs;
    private final LocaleSymbols symbols;
    private final List<Part> parts = new ArrayList<>();
    private boolean grouping;
    private int shift;
    private int wholePlaces;
    private int leastWhole;
    private int fractionPlaces;
    private int leastFraction;
    private int exponentDigits;
    private boolean exponentPlus;
    private boolean exponential;
    private boolean pointSeen;
    private int next;

    Compiler(List<Glyph> glyphs, LocaleSymbols symbols) {
      this.glyphs = glyphs;
      this.symbols = symbols;
    }

    void run() {
      while (next < glyphs.size()) {
        Glyph glyph = glyphs.get(next);
        next++;
        if (glyph.isOneOf("0#") && !exponential) {
          place(glyph.value());
        } else if (glyph.is('.') && startsFraction()) {
          pointSeen = true;
          parts.add(new Part(Kind.POINT, ""));
        } else if (glyph.is(',') && belongsToNumber()) {
          comma();
        } else if (glyph.isOneOf("Ee") && startsExponent()) {
          exponent(glyph.value());
        } else {
          literal(glyph);
        }
      }
    }

    private void place(char glyph) {
      if (pointSeen) {
        fractionPlaces++;
        leastFraction = glyph == '0' ? fractionPlaces : leastFraction;
        parts.add(new Part(Kind.FRACTION, ""));
      } else {
        wholePlaces++;
        leastWhole = glyph == '0' || leastWhole > 0 ? leastWhole + 1 : 0;
        parts.add(new Part(Kind.WHOLE, ""));
      }
    }

    /** A full stop is the decimal point only next to a digit place: "pcs." ends with a literal. */
    private boolean startsFraction() {
      return !pointSeen && !exponential && (isPlace(next) || isPlace(beforeCommas()));
    }

    private boolean belongsToNumber() {
      boolean afterPlace = isPlace(beforeCommas());
      return !pointSeen && !exponential && (afterPlace || (parts.isEmpty() && isPlace(next)));
    }

    /** The index of the nearest glyph to the left of the current one that is not a comma. */
    private int beforeCommas() {
      int i = next - 2;
      while (i >= 0 && glyphs.get(i).is(',')) {
        i--;
      }
      return i;
    }

    private boolean isPlace(int index) {
      return index >= 0 && index < glyphs.size() && glyphs.get(index).isOneOf("0#");
    }

    /** A comma before a digit place groups by thousands; at the end it divides by a thousand. */
    private void comma() {
      int following = next;
      while (following < glyphs.size() && glyphs.get(following).is(',')) {
        following++;
      }
      if (isPlace(following)) {
        grouping = true;
      } else {
        shift -= GROUP;
      }
    }

    private boolean startsExponent() {
      return !exponential
          && wholePlaces + fractionPlaces > 0
          && next + 1 < glyphs.size()
          && glyphs.get(next).isOneOf("+-")
          && isPlace(next + 1);
    }

    private void exponent(char letter) {
      exponential = true;
      exponentPlus = glyphs.get(next).is('+');
      next++;
      while (isPlace(next)) {
        exponentDigits += glyphs.get(next).is('0') ? 1 : 0;
        next++;
      }
      parts.add(new Part(Kind.EXPONENT, String.valueOf(letter)));
    }

    private void literal(Glyph glyph) {
      if (glyph.is('%')) {
        shift += 2;
      }
      String text =
          glyph.is(CURRENCY_SIGN) ? symbols.currencySymbol() : String.valueOf(glyph.value());
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).kind() == Kind.LITERAL) {
        parts.set(last, new Part(Kind.LITERAL, parts.get(last).text() + text));
      } else {
        parts.add(new Part(Kind.LITERAL, text));
      }
    }
  }
}
