package org.quadrille.server.schedule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.server.schedule.Schedule.Recipient;
import org.quadrille.web.schedule.PlannedReport;
import org.quadrille.web.schedule.ReportRun;
import org.quadrille.web.schedule.ScheduleBoard;
import org.quadrille.web.schedule.SentDocument;

/** The schedules for the page on them. Safe for use by many threads. */
public final class StateBoard implements ScheduleBoard {
  private final Schedules schedules;
  private final Pauses pauses;
  private final RunHistory history;

  /** Shows these schedules and their history. */
  public StateBoard(Schedules schedules, Pauses pauses, RunHistory history) {
    this.schedules = Objects.requireNonNull(schedules, "schedules");
    this.pauses = Objects.requireNonNull(pauses, "pauses");
    this.history = Objects.requireNonNull(history, "history");
  }

  @Override
  public List<PlannedReport> schedules() {
    return schedules.all().stream().map(this::planned).toList();
  }

  private PlannedReport planned(Schedule schedule) {
    return new PlannedReport(
        schedule.name(),
        schedule.report(),
        schedule.times().expression(),
        schedule.zone(),
        schedules.next(schedule).orElse(null),
        pauses.paused(schedule.name()),
        schedule.recipients().stream()
            .map(each -> new PlannedReport.Reader(each.shown(), each.language(), each.role()))
            .toList(),
        schedule.formats().stream().map(Enum::name).toList(),
        schedule.onlyIfChanged());
  }

  @Override
  public List<ReportRun> history(int most) {
    return history.newest(most);
  }

  @Override
  public void pause(String schedule, boolean paused) {
    pauses.set(find(schedule).name(), paused);
  }

  @Override
  public void sendNow(String schedule, int reader, String address) {
    Schedule found = find(schedule);
    if (reader < 0 || reader >= found.recipients().size()) {
      throw new IllegalArgumentException("schedule " + schedule + " has no recipient " + reader);
    }
    Recipient as = found.recipients().get(reader);
    Recipient to = new Recipient(address, as.language(), as.role());
    if (to.isHook() || address.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("\"" + address + "\" is no mail address");
    }
    schedules.sendNow(found, reader, to);
  }

  private Schedule find(String name) {
    return schedules.all().stream()
        .filter(schedule -> schedule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no schedule " + name));
  }

  @Override
  public Optional<SentDocument> document(String id) {
    return history.document(id);
  }
}
