package org.quadrille.server.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.schedule.Schedule.Recipient;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.web.schedule.RunOutcome;

/**
 * Runs schedules at their times. What is due next stands in the state database, so that a time that
 * passes while the server is down is made up for when it starts again, up to a day late; what is
 * later is skipped and noted, and so is what is due while a schedule is paused. Safe for use by
 * many threads.
 */
public final class Schedules implements AutoCloseable {
  private static final String TASK = "report";
  private static final String TRIAL = "trial";
  private static final int ATTEMPTS = 6;
  private static final Duration LATEST = Duration.ofDays(1);

  private final Map<String, Schedule> byId = new LinkedHashMap<>();
  private final StateDatabase state;
  private final RunLog log;
  private final Pauses pauses;
  private final Clock clock;
  private final Scheduler scheduler;
  private volatile @Nullable ReportSender sender;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param polling how often what is due is looked for
   */
  public Schedules(
      List<Schedule> schedules,
      StateDatabase state,
      RunLog log,
      Pauses pauses,
      Clock clock,
      Duration polling) {
    this.state = Objects.requireNonNull(state, "state");
    this.log = Objects.requireNonNull(log, "log");
    this.pauses = Objects.requireNonNull(pauses, "pauses");
    this.clock = Objects.requireNonNull(clock, "clock");
    for (Schedule schedule : schedules) {
      // Other times make it another task, which begins afresh.
      byId.put(
          schedule.name() + "#" + Integer.toHexString(schedule.times().toString().hashCode()),
          schedule);
    }
    CustomTask<String> task =
        Tasks.custom(TASK, String.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> run(instance));
    CustomTask<String> trial =
        Tasks.custom(TRIAL, String.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> trial(instance));
    scheduler =
        Scheduler.create(state.dataSource(), task, trial)
            .clock(clock::instant)
            .threads(2)
            .pollingInterval(polling)
            .build();
  }

  /** Begins to send; schedules that are new wait for their next time. */
  public void start(ReportSender by) {
    sender = Objects.requireNonNull(by, "by");
    if (state.dialect() == StateDatabase.Dialect.HSQLDB) {
      releaseAll();
    }
    byId.forEach(
        (id, schedule) -> {
          Instant due = schedule.times().after(clock.instant());
          scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, id, data(due, 0)), due);
        });
    scheduler.start();
  }

  /** The embedded database is ours alone, so whatever was at work before was killed. */
  private void releaseAll() {
    state.inTransaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update scheduled_tasks set picked = ?, picked_by = null, last_heartbeat = null"
                      + " where picked = ?")) {
            update.setBoolean(1, false);
            update.setBoolean(2, true);
            return update.executeUpdate();
          }
        });
  }

  private CompletionHandler<String> run(TaskInstance<String> instance) {
    Schedule schedule = byId.get(instance.getId());
    if (schedule == null) {
      return (complete, operations) -> operations.stop();
    }
    String[] data = instance.getData().split("/", 2);
    Instant due = Instant.parse(data[0]);
    int attempt = Integer.parseInt(data[1]);
    boolean last = attempt + 1 >= ATTEMPTS;
    boolean done =
        skip(schedule, due, attempt) || sender().run(schedule, due, false, attempt, last);
    if (!done) {
      Instant again = clock.instant().plus(backOff(attempt));
      return (complete, operations) ->
          operations.reschedule(complete, again, data(due, attempt + 1));
    }
    Instant next = schedule.times().after(due);
    return (complete, operations) -> operations.reschedule(complete, next, data(next, 0));
  }

  private ReportSender sender() {
    return Objects.requireNonNull(sender, "sender");
  }

  private boolean skip(Schedule schedule, Instant due, int attempt) {
    if (attempt > 0) {
      return false;
    }
    boolean paused = pauses.paused(schedule.name());
    if (!paused && !due.plus(LATEST).isBefore(clock.instant())) {
      return false;
    }
    String run = log.begin(schedule.name(), due, false, attempt);
    log.end(run, paused ? RunOutcome.PAUSED : RunOutcome.SKIPPED, null);
    return true;
  }

  /** The schedules, in their order. */
  public List<Schedule> all() {
    return List.copyOf(byId.values());
  }

  /** When a schedule is due next, or tried again; empty before {@link #start}. */
  public Optional<Instant> next(Schedule schedule) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().equals(schedule))
        .findFirst()
        .flatMap(entry -> scheduler.getScheduledExecution(TaskInstanceId.of(TASK, entry.getKey())))
        .map(ScheduledExecution::getExecutionTime);
  }

  /**
   * Has a schedule's report sent at once, with the language and rights of one of its recipients.
   *
   * @param reader index of the recipient
   */
  public void sendNow(Schedule schedule, int reader, Recipient to) {
    Objects.checkIndex(reader, schedule.recipients().size());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // The run stands in the history before the reader looks there.
    log.begin(schedule.name(), now, true, 0);
    String data = String.join("\n", now.toString(), schedule.name(), "" + reader, to.address());
    scheduler.scheduleIfNotExists(
        new TaskInstance<>(TRIAL, UUID.randomUUID().toString(), data), now);
    scheduler.triggerCheckForDueExecutions();
  }

  private CompletionHandler<String> trial(TaskInstance<String> instance) {
    String[] data = instance.getData().split("\n", 4);
    Optional<Schedule> found =
        all().stream().filter(schedule -> schedule.name().equals(data[1])).findFirst();
    int reader = Integer.parseInt(data[2]);
    Instant asked = Instant.parse(data[0]);
    if (found.isPresent() && reader < found.get().recipients().size()) {
      Recipient as = found.get().recipients().get(reader);
      Recipient to = new Recipient(data[3], as.language(), as.role());
      sender().run(found.get().trial(to), asked, true, 0, true);
    } else {
      // The settings have changed since it was asked for.
      log.end(log.begin(data[1], asked, true, 0), RunOutcome.FAILED, null);
    }
    return (complete, operations) -> operations.stop();
  }

  /** 1, 4, 16, 64 and 256 minutes. */
  static Duration backOff(int attempt) {
    return Duration.ofMinutes(1L << (2 * Math.min(attempt, 4)));
  }

  private static String data(Instant due, int attempt) {
    return due + "/" + attempt;
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
