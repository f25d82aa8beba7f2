package org.quadrille.server.app;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.config.ReportSettings;
import org.quadrille.server.mail.Mailer;
import org.quadrille.server.schedule.Pauses;
import org.quadrille.server.schedule.ReportSender;
import org.quadrille.server.schedule.RunHistory;
import org.quadrille.server.schedule.RunLog;
import org.quadrille.server.schedule.Schedules;
import org.quadrille.server.schedule.StateBoard;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.web.Pages;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.schedule.ScheduleBoard;

/** The schedules of the settings, which send the reports of the pages. */
final class ReportPost implements AutoCloseable {
  private static final Duration POLLING = Duration.ofSeconds(5);

  private final Clock clock = Clock.systemUTC();
  private final ReportSettings settings;
  private final RunLog log;
  private final ScheduleBoard board;
  private final @Nullable Schedules schedules;

  /** Prepares; {@link #start} begins. */
  ReportPost(ReportSettings settings, StateDatabase state) {
    this.settings = settings;
    log = new RunLog(state, clock);
    if (settings.schedules().isEmpty()) {
      schedules = null;
      board = ScheduleBoard.none();
    } else {
      Pauses pauses = new Pauses(state, clock);
      schedules = new Schedules(settings.schedules(), state, log, pauses, clock, POLLING);
      board = new StateBoard(schedules, pauses, new RunHistory(state));
    }
  }

  /** What the page shows. */
  ScheduleBoard board() {
    return board;
  }

  /** Begins to send, where there is anything to be sent. */
  void start(Pages pages) {
    if (schedules == null) {
      return;
    }
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
    schedules.start(new ReportSender(log, maker, new Mailer(settings.needMail(), clock)));
  }

  @Override
  public void close() {
    if (schedules != null) {
      schedules.close();
    }
  }
}
