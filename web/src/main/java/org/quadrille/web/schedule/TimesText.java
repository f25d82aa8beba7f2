package org.quadrille.web.schedule;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quadrille.web.text.Messages;

/** Says the usual cron expressions in words; the others stay as they are. */
final class TimesText {
  private static final Pattern USUAL =
      Pattern.compile("(\\d{1,2}) (\\d{1,2}) (\\*|\\d{1,2}) \\* (\\*|[0-7]|[0-7]-[0-7])");

  private final Messages text;

  TimesText(Messages text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  String of(String cron) {
    Matcher fields = USUAL.matcher(cron.strip().replaceAll("\\s+", " "));
    if (!fields.matches()) {
      return cron;
    }
    String time =
        "%02d:%02d".formatted(Integer.parseInt(fields.group(2)), Integer.parseInt(fields.group(1)));
    String date = fields.group(3);
    String days = fields.group(4);
    if (!date.equals("*")) {
      return days.equals("*") ? text.get("schedules.monthly", date, time) : cron;
    }
    if (days.equals("*")) {
      return text.get("schedules.daily", time);
    }
    String from = day(days.charAt(0));
    return days.length() == 1
        ? text.get("schedules.weekly", from, time)
        : text.get("schedules.weekdays", from, day(days.charAt(2)), time);
  }

  /** Both 0 and 7 are Sunday. */
  private String day(char number) {
    int day = number == '0' ? 7 : number - '0';
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, text.language().locale());
  }
}
