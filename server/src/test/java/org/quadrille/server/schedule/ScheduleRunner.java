package org.quadrille.server.schedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.quadrille.server.mail.MailSettings;
import org.quadrille.server.mail.Mailer;
import org.quadrille.server.schedule.Schedule.Format;
import org.quadrille.server.schedule.Schedule.Recipient;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.server.state.StateSettings;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.text.Language;

/**
 * Runs one schedule in a process of its own, with a clock that is set from outside. Arguments:
 * state folder, port of the SMTP server, time, and whether to hang while the report is made.
 */
final class ScheduleRunner {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private ScheduleRunner() {}

  static Schedule daily() {
    return new Schedule(
        "daily",
        "summary",
        Map.of(),
        CronTimes.of("30 7 * * *", BERLIN),
        List.of(new Recipient("board@example.com", Language.EN, null)),
        Set.of(Format.PDF),
        false);
  }

  /** A clock that goes on from what it is set to. */
  static final class SetClock extends Clock {
    private volatile Duration ahead;

    SetClock(Instant now) {
      ahead = Duration.between(Instant.now(), now);
    }

    void set(Instant time) {
      ahead = Duration.between(Instant.now(), time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  /** Reports whose text is their time. */
  static ReportSender.Maker maker(boolean hang) {
    return new ReportSender.Maker() {
      @Override
      public Report make(String name, ReportRequest request) {
        if (hang) {
          System.out.println("making");
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
        String html = request.now().toString();
        return new Report(name, "Summary", request.language(), html, List.of(), List.of(), html);
      }

      @Override
      public byte[] print(Report report) {
        return report.html().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  static Mailer mailer(int port, Clock clock) {
    return new Mailer(
        new MailSettings(
            "127.0.0.1", port, MailSettings.Security.NONE, null, null, "q@example.com"),
        clock);
  }

  public static void main(String[] arguments) throws IOException {
    SetClock clock = new SetClock(Instant.parse(arguments[2]));
    StateDatabase state = StateDatabase.open(StateSettings.embedded(Path.of(arguments[0])));
    RunLog log = new RunLog(state, clock);
    ReportSender sender =
        new ReportSender(
            log,
            maker(Boolean.parseBoolean(arguments[3])),
            mailer(Integer.parseInt(arguments[1]), clock));
    Schedules schedules =
        new Schedules(
            List.of(daily()), state, log, new Pauses(state, clock), clock, Duration.ofMillis(50));
    schedules.start(sender);
    System.out.println("started");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      clock.set(Instant.parse(line));
    }
    schedules.close();
    state.close();
  }
}
