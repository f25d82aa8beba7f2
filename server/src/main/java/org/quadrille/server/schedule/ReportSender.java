package org.quadrille.server.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.mail.Mail;
import org.quadrille.server.mail.MailException;
import org.quadrille.server.mail.Mailer;
import org.quadrille.server.mail.WebHook;
import org.quadrille.server.schedule.RunLog.Delivery;
import org.quadrille.server.schedule.Schedule.Recipient;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.schedule.RunOutcome;
import org.quadrille.web.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the report of a schedule to those of its recipients who have not got it yet. Before a mail
 * is handed over that is noted, and afterwards that it left. A kill between the two leaves it open
 * whether it left: it is then sent again under the same Message-ID, by which mail stores know a
 * second copy; nobody misses a report. At any other time a kill leads to exactly one mail.
 */
public final class ReportSender {
  private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);

  private final RunLog log;
  private final Maker maker;
  private final Mailer mailer;
  private final WebHook hook = new WebHook();
  private final ReportDocuments documents;

  /** Makes and prints a report. */
  public interface Maker {
    /** The report. */
    Report make(String name, ReportRequest request);

    /** The report as PDF. */
    byte[] print(Report report);
  }

  /** Sends by a mailer, and to web hooks. */
  public ReportSender(RunLog log, Maker maker, Mailer mailer) {
    this.log = Objects.requireNonNull(log, "log");
    this.maker = Objects.requireNonNull(maker, "maker");
    this.mailer = Objects.requireNonNull(mailer, "mailer");
    this.documents = new ReportDocuments(maker);
  }

  /**
   * Sends what is due.
   *
   * @param test whether it is sent to be tried, beside those that are due
   * @param attempt 0 for the first
   * @param last whether there is no further attempt
   * @return whether nothing is left to do
   */
  boolean run(Schedule schedule, Instant due, boolean test, int attempt, boolean last) {
    String run = log.begin(schedule.name(), due, test, attempt);
    List<String> failures = new ArrayList<>();
    int good = 0;
    boolean left = false;
    for (Recipient recipient : schedule.recipients()) {
      RunOutcome outcome = deliver(schedule, due, run, recipient, failures);
      good += outcome == RunOutcome.FAILED ? 0 : 1;
      left |= outcome == RunOutcome.SENT;
    }
    if (!failures.isEmpty() && !last) {
      return false;
    }
    RunOutcome whole = left ? RunOutcome.SENT : RunOutcome.UNCHANGED;
    if (!failures.isEmpty()) {
      whole = good == 0 ? RunOutcome.FAILED : RunOutcome.PARTLY;
    }
    log.end(run, whole, failures.isEmpty() ? null : String.join("\n", failures));
    return true;
  }

  private RunOutcome deliver(
      Schedule schedule, Instant due, String run, Recipient recipient, List<String> failures) {
    Delivery before = log.delivery(run, recipient.address());
    if (before != null
        && (before.outcome() == RunOutcome.SENT || before.outcome() == RunOutcome.UNCHANGED)) {
      return before.outcome();
    }
    String messageId =
        before == null ? run + "." + index(schedule, recipient) + "@quadrille" : before.messageId();
    String fingerprint = null;
    try {
      Report report = maker.make(schedule.report(), request(schedule, due, recipient));
      fingerprint = report.fingerprint();
      boolean perhapsSent = before != null && before.outcome() == RunOutcome.SENDING;
      if (schedule.onlyIfChanged()
          && !perhapsSent
          && fingerprint.equals(log.lastFingerprint(schedule.name(), recipient.address()))) {
        log.note(run, recipient.address(), RunOutcome.UNCHANGED, messageId, fingerprint, null);
        return RunOutcome.UNCHANGED;
      }
      List<Mail.Attachment> files =
          documents.of(report, schedule, LocalDate.ofInstant(due, schedule.zone()));
      Mail mail = mail(schedule, due, recipient, report, messageId, files);
      log.note(run, recipient.address(), RunOutcome.SENDING, messageId, fingerprint, null);
      log.keep(run, recipient.address(), files);
      if (recipient.isHook()) {
        hook.send(mail);
      } else {
        mailer.send(mail);
      }
      log.note(run, recipient.address(), RunOutcome.SENT, messageId, fingerprint, null);
      return RunOutcome.SENT;
    } catch (MailException | RuntimeException e) {
      LOG.warn("schedule {} to {} failed", schedule.name(), recipient.shown(), e);
      return failed(run, recipient, messageId, fingerprint, e, failures);
    }
  }

  private RunOutcome failed(
      String run,
      Recipient recipient,
      String messageId,
      @Nullable String fingerprint,
      Exception thrown,
      List<String> failures) {
    String message = recipient.shown() + ": " + thrown.getMessage();
    failures.add(message);
    log.note(run, recipient.address(), RunOutcome.FAILED, messageId, fingerprint, message);
    return RunOutcome.FAILED;
  }

  private static int index(Schedule schedule, Recipient recipient) {
    return schedule.recipients().indexOf(recipient);
  }

  private static ReportRequest request(Schedule schedule, Instant due, Recipient recipient) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    schedule.parameters().forEach((key, value) -> parameters.put(key, List.of(value)));
    return new ReportRequest(
        recipient.language(),
        recipient.role(),
        parameters,
        ZonedDateTime.ofInstant(due, schedule.zone()));
  }

  private static Mail mail(
      Schedule schedule,
      Instant due,
      Recipient recipient,
      Report report,
      String messageId,
      List<Mail.Attachment> files) {
    Messages text = Messages.of(recipient.language());
    String day =
        LocalDate.ofInstant(due, schedule.zone())
            .format(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(recipient.language().locale()));
    StringBuilder body = new StringBuilder(text.get("mail.body", report.title(), day));
    if (!report.problems().isEmpty()) {
      body.append("\n\n").append(text.get("mail.missing"));
      report.problems().forEach(problem -> body.append("\n- ").append(problem));
    }
    return new Mail(
        recipient.address(),
        text.get("mail.subject", report.title(), day),
        body.append('\n').toString(),
        recipient.language().code(),
        messageId,
        files);
  }
}
