package org.quadrille.web.profit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.http.PageRequest;

/** The thresholds of the page, read from the address. */
final class Settings {
  static final String GRADE = "grade";
  static final String TIERS = "tiers";
  static final String NEAR = "near";
  static final String TOP = "top";
  static final String STEADY = "cv";
  static final String RATE = "rate";
  static final String VOLUME = "volume";
  static final String DATE = "date";
  static final String WINDOW = "window";

  private final PageRequest request;

  Settings(PageRequest request) {
    this.request = Objects.requireNonNull(request, "request");
  }

  /** Cumulative share of profit at which grade A ends. */
  AbcLines grades() {
    return AbcLines.upTo(number(GRADE, 80, 1, 99) / 100);
  }

  /** Shares of the customers at which tiers end. */
  List<Double> tiers() {
    List<Double> lines = new ArrayList<>();
    double last = 0;
    for (String part : tierText().split(",", -1)) {
      double percent = parse(TIERS, part.strip(), 0.01, 99.99);
      if (percent <= last) {
        throw new UnknownNameException(
            "tiers must rise, such as 1,5,20; %s does not".formatted(tierText()));
      }
      last = percent;
      lines.add(percent / 100);
    }
    return lines;
  }

  String tierText() {
    String text = request.parameter(TIERS);
    return text == null ? "1,5,20" : text;
  }

  /** How far below the next tier a candidate may be. */
  double near() {
    return number(NEAR, 20, 1, 100) / 100;
  }

  /** Share of the spenders that counts as spending much. */
  double top() {
    return number(TOP, 20, 1, 100) / 100;
  }

  /** Coefficient of variation up to which a customer is steady. */
  double steady() {
    return number(STEADY, 0.5, 0.01, 10);
  }

  /** Profit rate that parts products; NaN for the median. */
  double rate() {
    return request.parameter(RATE) == null ? Double.NaN : number(RATE, 0, -100, 100) / 100;
  }

  /** Sales that part products; NaN for the median. */
  double volume() {
    return request.parameter(VOLUME) == null ? Double.NaN : number(VOLUME, 0, 0, 1e15);
  }

  /** Days before and after. */
  int window() {
    return (int) number(WINDOW, 60, 1, 730);
  }

  /** The day that was chosen. */
  Optional<LocalDate> date() {
    String text = request.parameter(DATE);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw new UnknownNameException("date must be like 2025-07-01, not " + text);
    }
  }

  /** What was typed, or the usual value. */
  String shown(String name, String usual) {
    @Nullable String text = request.parameter(name);
    return text == null ? usual : text;
  }

  private double number(String name, double usual, double least, double most) {
    String text = request.parameter(name);
    return text == null ? usual : parse(name, text, least, most);
  }

  private static double parse(String name, String text, double least, double most) {
    try {
      double value = Double.parseDouble(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw outside(name, text, least, most);
    }
    throw outside(name, text, least, most);
  }

  private static UnknownNameException outside(String name, String text, double least, double most) {
    return new UnknownNameException(
        "%s must be a number from %s to %s, not %s"
            .formatted(name, plain(least), plain(most), text));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.format("%.0f", value) : String.valueOf(value);
  }
}
