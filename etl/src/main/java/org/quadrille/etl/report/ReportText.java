package org.quadrille.etl.report;

import java.util.Locale;

/**
 * A load report as text for a terminal: a line a count, a line a reason, and a sentence at the end.
 */
public final class ReportText {
  private static final double MILLIS = 1000.0;

  private ReportText() {}

  /** Several lines, without one at the end. */
  public static String of(LoadReport report) {
    StringBuilder text = new StringBuilder();
    for (RowCount count : report.counts()) {
      boolean worthSaying = count.target() != null || count.rejected() > 0;
      if (worthSaying) {
        line(text, count);
        report.rejects().stream()
            .filter(reject -> isOf(reject, count))
            .forEach(
                reject ->
                    text.append(
                        String.format(
                            Locale.ROOT, "%-44s %,12d  %s%n", "", reject.rows(), reject.code())));
      }
    }
    return text + sentence(report);
  }

  private static boolean isOf(RejectCount reject, RowCount count) {
    return reject.source().equals(count.source())
        && String.valueOf(reject.target()).equals(String.valueOf(count.target()));
  }

  private static void line(StringBuilder text, RowCount count) {
    String what = count.source() + (count.target() == null ? "" : " → " + count.target());
    text.append(
        String.format(
            Locale.ROOT,
            "%-30s read %,10d  loaded %,10d  rejected %,8d%n",
            what,
            count.read(),
            count.loaded(),
            count.rejected()));
  }

  private static String sentence(LoadReport report) {
    double seconds = report.duration().toMillis() / MILLIS;
    String where =
        String.format(
            Locale.ROOT,
            "%s: data version %d in %s",
            report.job(),
            report.dataVersion(),
            report.star());
    return switch (report.outcome()) {
      case LOADED -> String.format(Locale.ROOT, "Loaded %s, %.1f s.", where, seconds);
      case LOADED_WITH_REJECTS ->
          String.format(
              Locale.ROOT,
              "Loaded %s, %.1f s; %,d rows were rejected: see table etl_reject, load_id %d.",
              where,
              seconds,
              report.rejected(),
              report.loadId());
      case UNCHANGED ->
          String.format(Locale.ROOT, "Nothing has changed since the last load of %s.", where);
    };
  }
}
