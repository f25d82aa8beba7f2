package org.quadrille.server.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Times by a cron expression of five fields (minute, hour, day, month, day of week) in a zone. A
 * time that daylight saving skips is moved behind the gap; one that it repeats counts once.
 */
public final class CronTimes {
  private final String expression;
  private final ZoneId zone;
  private final ExecutionTime times;

  private CronTimes(String expression, ZoneId zone, ExecutionTime times) {
    this.expression = expression;
    this.zone = zone;
    this.times = times;
  }

  /**
   * Reads an expression such as {@code 30 7 * * 1}.
   *
   * @throws IllegalArgumentException if it is not understood or never comes true
   */
  public static CronTimes of(String expression, ZoneId zone) {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    ExecutionTime times;
    try {
      times = ExecutionTime.forCron(parser.parse(expression).validate());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + expression + "\" is no cron expression: " + e.getMessage(), e);
    }
    CronTimes made = new CronTimes(expression, Objects.requireNonNull(zone, "zone"), times);
    made.after(Instant.EPOCH);
    return made;
  }

  /** The first time after another one. */
  public Instant after(Instant earlier) {
    LocalDateTime local = LocalDateTime.ofInstant(earlier, zone);
    Instant found;
    do {
      local = next(local);
      // Moves what is skipped behind the gap, and takes the first of what comes twice.
      found = local.atZone(zone).toInstant();
    } while (!found.isAfter(earlier));
    return found;
  }

  private LocalDateTime next(LocalDateTime from) {
    return times
        .nextExecution(from.atZone(ZoneOffset.UTC))
        .orElseThrow(() -> new IllegalArgumentException("\"" + expression + "\" never comes true"))
        .toLocalDateTime();
  }

  /** The expression as it was written. */
  public String expression() {
    return expression;
  }

  /** The zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Equal for equal times. */
  @Override
  public String toString() {
    return expression + " " + zone;
  }
}
