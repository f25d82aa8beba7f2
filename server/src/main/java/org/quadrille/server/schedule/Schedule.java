package org.quadrille.server.schedule;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.text.Language;

/**
 * A report that is sent again and again.
 *
 * @param name unique among schedules
 * @param parameters of the report
 * @param recipients at least one, each mail address once
 * @param onlyIfChanged whether nothing is sent to those whose report says the same as the last one
 */
public record Schedule(
    String name,
    String report,
    Map<String, String> parameters,
    CronTimes times,
    List<Recipient> recipients,
    boolean onlyIfChanged) {
  /**
   * Who gets it.
   *
   * @param role whose rights the report has; null for all rights
   */
  public record Recipient(String mail, Language language, @Nullable String role) {
    public Recipient {
      Objects.requireNonNull(language, "language");
      if (!mail.contains("@")) {
        throw new IllegalArgumentException("a recipient has a mail address, not " + mail);
      }
    }
  }

  public Schedule {
    if (name.isBlank() || name.length() > 80) {
      throw new IllegalArgumentException("a schedule has a name of at most 80 letters");
    }
    Objects.requireNonNull(report, "report");
    parameters = Map.copyOf(parameters);
    Objects.requireNonNull(times, "times");
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("schedule " + name + " has no recipients");
    }
    Set<String> seen = new HashSet<>();
    for (Recipient each : recipients) {
      if (!seen.add(each.mail().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(each.mail() + " stands twice in schedule " + name);
      }
    }
  }

  /** The zone that its times are in. */
  public ZoneId zone() {
    return times.zone();
  }
}
