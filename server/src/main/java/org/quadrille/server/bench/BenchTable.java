package org.quadrille.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.bench.Measurement.Times;

/**
 * Measurements as text: a line for each query, sums, then ratios. A ratio's geometric mean is over
 * the queries that have both times; the largest is given with its query.
 */
public final class BenchTable {
  private static final String NONE = "-";

  private final List<Measurement> measurements;
  private final List<String> engines;

  /** A table of at least one measurement; all have the same engines. */
  public BenchTable(List<Measurement> measurements) {
    this.measurements = List.copyOf(measurements);
    this.engines = List.copyOf(measurements.get(0).engines().keySet());
  }

  /**
   * The text with a line end after each line.
   *
   * @param memoryKind what the memory column holds
   */
  public String text(String memoryKind) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", "cells", "SQL ms"));
    for (String engine : engines) {
      head.addAll(
          List.of(engine + " cold ms", "known ms", "warm ms", "statements", memoryKind + " MB"));
    }
    table.add(head);
    measurements.forEach(each -> table.add(line(each)));
    table.add(sums());
    StringBuilder text = new StringBuilder(aligned(table)).append('\n');
    for (String engine : engines) {
      ratio(text, engine + " members known / SQL", m -> times(m, engine).known(), Measurement::sql);
    }
    for (String peer : engines.subList(1, engines.size())) {
      String first = engines.get(0);
      String pair = first + " / " + peer;
      ratio(text, pair + ", cold", m -> cold(m, first), m -> cold(m, peer));
      ratio(
          text,
          pair + ", members known",
          m -> times(m, first).known(),
          m -> times(m, peer).known());
      ratio(text, pair + ", warm", m -> warm(m, first), m -> warm(m, peer));
    }
    return text.toString();
  }

  private static Times times(Measurement measurement, String engine) {
    return measurement.engines().get(engine);
  }

  private static OptionalDouble cold(Measurement measurement, String engine) {
    return OptionalDouble.of(times(measurement, engine).cold());
  }

  private static OptionalDouble warm(Measurement measurement, String engine) {
    return OptionalDouble.of(times(measurement, engine).warm());
  }

  private List<String> line(Measurement each) {
    List<String> line =
        new ArrayList<>(List.of(each.query(), String.valueOf(each.cells()), number(each.sql())));
    for (String engine : engines) {
      Times times = times(each, engine);
      line.add(number(OptionalDouble.of(times.cold())));
      line.add(number(times.known()));
      line.add(number(OptionalDouble.of(times.warm())));
      line.add(
          times.coldStatements()
              + (times.knownStatements() < 0 ? "" : "/" + times.knownStatements()));
      line.add(String.valueOf(times.peak()));
    }
    return line;
  }

  private List<String> sums() {
    List<String> line = new ArrayList<>(List.of("sum", ""));
    line.add(number(sum(Measurement::sql)));
    for (String engine : engines) {
      line.add(number(sum(m -> cold(m, engine))));
      line.add(number(sum(m -> times(m, engine).known())));
      line.add(number(sum(m -> warm(m, engine))));
      line.add("");
      line.add(
          String.valueOf(
              measurements.stream().mapToLong(m -> times(m, engine).peak()).max().orElse(0)));
    }
    return line;
  }

  private OptionalDouble sum(Function<Measurement, OptionalDouble> time) {
    return measurements.stream().map(time).allMatch(OptionalDouble::isPresent)
        ? OptionalDouble.of(
            measurements.stream().map(time).mapToDouble(OptionalDouble::getAsDouble).sum())
        : OptionalDouble.empty();
  }

  private void ratio(
      StringBuilder text,
      String title,
      Function<Measurement, OptionalDouble> above,
      Function<Measurement, OptionalDouble> below) {
    double logs = 0;
    double worst = 0;
    int count = 0;
    double sumAbove = 0;
    double sumBelow = 0;
    @Nullable String worstQuery = null;
    for (Measurement each : measurements) {
      OptionalDouble a = above.apply(each);
      OptionalDouble b = below.apply(each);
      if (a.isPresent() && b.isPresent() && b.getAsDouble() > 0) {
        double ratio = a.getAsDouble() / b.getAsDouble();
        logs += Math.log(ratio);
        sumAbove += a.getAsDouble();
        sumBelow += b.getAsDouble();
        count++;
        if (ratio > worst) {
          worst = ratio;
          worstQuery = each.query();
        }
      }
    }
    if (count > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: geometric mean %.2f, of the sums %.2f, largest %.2f (%s)%n",
              title,
              Math.exp(logs / count),
              sumAbove / sumBelow,
              worst,
              worstQuery));
    }
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%.1f", value.getAsDouble());
  }

  private static String aligned(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (List<String> line : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : table) {
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - line.get(i).length());
        text.append(i == 0 ? "" : "  ")
            .append(i == 0 ? line.get(i) + blanks : blanks + line.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
