package org.quadrille.server.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quadrille.server.schedule.CronTimes;
import org.quadrille.server.schedule.Schedule;
import org.quadrille.server.schedule.Schedule.Format;
import org.quadrille.server.schedule.Schedule.Recipient;
import org.quadrille.web.text.Language;

/** Reads what is sent when. */
final class ScheduleReader {
  private static final List<String> SCHEDULE =
      List.of("name", "report", "parameters", "cron", "zone", "to", "as", "onlyIfChanged");
  private static final List<String> RECIPIENT = List.of("mail", "webhook", "lang", "role");

  private ScheduleReader() {}

  static List<Schedule> read(YamlMapping top) {
    List<Schedule> schedules = new ArrayList<>();
    if (top.has("schedules")) {
      for (YamlMapping each : top.mappings("schedules", "a schedule", SCHEDULE)) {
        schedules.add(schedule(each));
      }
    }
    return schedules;
  }

  private static Schedule schedule(YamlMapping schedule) {
    List<Recipient> recipients = new ArrayList<>();
    for (YamlMapping each : schedule.mappings("to", "a recipient", RECIPIENT)) {
      recipients.add(recipient(each));
    }
    try {
      return new Schedule(
          schedule.required("name"),
          schedule.required("report"),
          Map.copyOf(schedule.texts("parameters")),
          times(schedule),
          recipients,
          formats(schedule),
          onlyIfChanged(schedule));
    } catch (IllegalArgumentException e) {
      throw schedule.refuse("name", e.getMessage());
    }
  }

  private static CronTimes times(YamlMapping schedule) {
    ZoneId zone;
    try {
      zone = ZoneId.of(schedule.required("zone"));
    } catch (DateTimeException e) {
      throw schedule.refuse("zone", "no such time zone; write such as Asia/Shanghai");
    }
    try {
      return CronTimes.of(schedule.required("cron"), zone);
    } catch (IllegalArgumentException e) {
      throw schedule.refuse("cron", e.getMessage());
    }
  }

  private static boolean onlyIfChanged(YamlMapping schedule) {
    String text = schedule.has("onlyIfChanged") ? schedule.required("onlyIfChanged") : "false";
    if (!text.equals("true") && !text.equals("false")) {
      throw schedule.refuse("onlyIfChanged", "onlyIfChanged is true or false, not " + text);
    }
    return text.equals("true");
  }

  private static Recipient recipient(YamlMapping recipient) {
    String code = recipient.has("lang") ? recipient.required("lang") : "en";
    Language language =
        Language.of(code)
            .orElseThrow(
                () -> recipient.refuse("lang", "language " + code + " is not known; use en or zh"));
    String key = recipient.has("webhook") ? "webhook" : "mail";
    if (recipient.has("webhook") && recipient.has("mail")) {
      throw recipient.refuse("webhook", "a recipient has either mail or webhook");
    }
    try {
      String address = recipient.required(key);
      if (key.equals("webhook") != address.matches("https?://.*")) {
        throw recipient.refuse(key, "\"" + address + "\" is no address of a " + key);
      }
      return new Recipient(address, language, recipient.text("role"));
    } catch (IllegalArgumentException e) {
      throw recipient.refuse(key, e.getMessage());
    }
  }

  /** Such as "pdf, xlsx"; PDF alone where nothing is said. */
  private static Set<Format> formats(YamlMapping schedule) {
    Set<Format> formats = EnumSet.noneOf(Format.class);
    String text = schedule.has("as") ? schedule.required("as") : "pdf";
    for (String each : text.split(",", -1)) {
      try {
        formats.add(Format.valueOf(each.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw schedule.refuse("as", "\"" + each.strip() + "\" is not known; use pdf, xlsx, csv");
      }
    }
    return formats;
  }
}
