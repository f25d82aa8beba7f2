package org.quadrille.server.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.mail.MailSettings;
import org.quadrille.server.schedule.Schedule;

/**
 * Reports and how they are sent.
 *
 * @param folder of reports of one's own; null for the ready-made ones only
 * @param font TTF or TTC file with Chinese letters; null for that of the system
 * @param mail null where no mail can be sent
 * @param schedules what is sent when; none where mail is null
 * @param keepDays how long documents that were sent are kept, 1 or more
 */
public record ReportSettings(
    @Nullable Path folder,
    @Nullable Path font,
    @Nullable MailSettings mail,
    List<Schedule> schedules,
    int keepDays) {
  /** The ready-made reports with the system's font, no mail, documents kept for 30 days. */
  public static final ReportSettings DEFAULT = new ReportSettings(null, null, null, List.of(), 30);

  public ReportSettings {
    schedules = List.copyOf(schedules);
    Set<String> names = new HashSet<>();
    for (Schedule schedule : schedules) {
      if (!names.add(schedule.name())) {
        throw new IllegalArgumentException("two schedules are named " + schedule.name());
      }
    }
    if (mail == null && !schedules.isEmpty()) {
      throw new IllegalArgumentException("schedules need the setting mail, to send by");
    }
    if (keepDays < 1) {
      throw new IllegalArgumentException("keepDays " + keepDays + " is not 1 or more");
    }
  }

  /** The mail settings that must be there. */
  public MailSettings needMail() {
    return Objects.requireNonNull(mail, "mail");
  }
}
