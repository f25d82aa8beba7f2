package org.quadrille.server.config;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.mail.MailSettings;

/**
 * Reports and how they are sent.
 *
 * @param folder of reports of one's own; null for the ready-made ones only
 * @param font TTF or TTC file with Chinese letters; null for that of the system
 * @param mail null where no mail can be sent
 * @param keepDays how long documents that were sent are kept, 1 or more
 */
public record ReportSettings(
    @Nullable Path folder, @Nullable Path font, @Nullable MailSettings mail, int keepDays) {
  /** The ready-made reports with the system's font, no mail, documents kept for 30 days. */
  public static final ReportSettings DEFAULT = new ReportSettings(null, null, null, 30);

  public ReportSettings {
    if (keepDays < 1) {
      throw new IllegalArgumentException("keepDays " + keepDays + " is not 1 or more");
    }
  }

  /** The mail settings that must be there. */
  public MailSettings needMail() {
    return Objects.requireNonNull(mail, "mail");
  }
}
