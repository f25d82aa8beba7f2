package org.quadrille.web.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.text.Language;

/**
 * A schedule as it stands.
 *
 * @param report name of the report
 * @param cron five fields
 * @param next null where it is not known yet
 * @param formats such as PDF
 */
public record PlannedReport(
    String name,
    String report,
    String cron,
    ZoneId zone,
    @Nullable Instant next,
    boolean paused,
    List<Reader> readers,
    List<String> formats,
    boolean onlyIfChanged) {
  /**
   * Who gets it.
   *
   * @param shown a mail address, or the host of a web hook
   * @param role null for all rights
   */
  public record Reader(String shown, Language language, @Nullable String role) {
    public Reader {
      Objects.requireNonNull(shown, "shown");
      Objects.requireNonNull(language, "language");
    }
  }

  public PlannedReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(cron, "cron");
    Objects.requireNonNull(zone, "zone");
    readers = List.copyOf(readers);
    formats = List.copyOf(formats);
  }
}
