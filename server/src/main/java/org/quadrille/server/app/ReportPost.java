package org.quadrille.server.app;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.config.ReportSettings;
import org.quadrille.server.mail.Mailer;
import org.quadrille.server.schedule.ReportSender;
import org.quadrille.server.schedule.RunLog;
import org.quadrille.server.schedule.Schedules;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.web.Pages;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportRequest;

/** Starts the schedules of the settings with the reports of the pages. */
final class ReportPost {
  private static final Duration POLLING = Duration.ofSeconds(5);

  private ReportPost() {}

  /** The schedules at work; null where there are none. */
  static @Nullable Schedules start(ReportSettings settings, StateDatabase state, Pages pages) {
    if (settings.schedules().isEmpty()) {
      return null;
    }
    Clock clock = Clock.systemUTC();
    RunLog log = new RunLog(state, clock);
    log.forget(Duration.ofDays(settings.keepDays()));
    ReportSender.Maker maker =
        new ReportSender.Maker() {
          @Override
          public Report make(String name, ReportRequest request) {
            return pages.reports().make(name, request);
          }

          @Override
          public byte[] print(Report report) {
            return pages.printer().print(report.html());
          }
        };
    ReportSender sender = new ReportSender(log, maker, new Mailer(settings.needMail(), clock));
    Schedules schedules = new Schedules(settings.schedules(), state, log, sender, clock, POLLING);
    schedules.start();
    return schedules;
  }
}
