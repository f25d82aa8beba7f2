package org.quadrille.server.schedule;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
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
 * @param formats at least one
 * @param onlyIfChanged whether nothing is sent to those whose report says the same as the last one
 */
public record Schedule(
    String name,
    String report,
    Map<String, String> parameters,
    CronTimes times,
    List<Recipient> recipients,
    Set<Format> formats,
    boolean onlyIfChanged) {
  /** What it is sent as. */
  public enum Format {
    PDF,
    XLSX,
    CSV
  }

  /**
   * Who gets it.
   *
   * @param address of mail, or of a web hook where it begins with http: or https:
   * @param role whose rights the report has; null for all rights
   */
  public record Recipient(String address, Language language, @Nullable String role) {
    public Recipient {
      Objects.requireNonNull(language, "language");
      if (address.length() > 500) {
        throw new IllegalArgumentException("an address has at most 500 letters");
      }
      if (isHook(address)) {
        hook(address);
      } else if (!address.contains("@")) {
        throw new IllegalArgumentException("a recipient has a mail address, not " + address);
      }
    }

    private static boolean isHook(String address) {
      return address.startsWith("http:") || address.startsWith("https:");
    }

    private static void hook(String address) {
      if (URI.create(address).getHost() == null) {
        throw new IllegalArgumentException("a web hook has an address with a host, not " + address);
      }
    }

    /** Whether it is posted to a web hook instead of mailed. */
    public boolean isHook() {
      return isHook(address);
    }

    /** How it is named in lists: without what comes after the host, which may be a secret. */
    public String shown() {
      return isHook() ? URI.create(address).getHost() : address;
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
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("schedule " + name + " has no format to be sent as");
    }
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    Set<String> seen = new HashSet<>();
    for (Recipient each : recipients) {
      if (!seen.add(each.address().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(each.address() + " stands twice in schedule " + name);
      }
    }
  }

  /** The same for one recipient, changed or not: for those who try it. */
  Schedule trial(Recipient recipient) {
    return new Schedule(name, report, parameters, times, List.of(recipient), formats, false);
  }

  /** The zone that its times are in. */
  public ZoneId zone() {
    return times.zone();
  }
}
