package org.quadrille.server.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quadrille.server.schedule.RunLog.Outcome;
import org.quadrille.server.state.StateDatabase;

/**
 * Runs schedules at their times. What is due next stands in the state database, so that a time that
 * passes while the server is down is made up for when it starts again, up to a day late; what is
 * later is skipped and noted.
 */
public final class Schedules implements AutoCloseable {
  private static final String TASK = "report";
  private static final int ATTEMPTS = 6;
  private static final Duration LATEST = Duration.ofDays(1);

  private final Map<String, Schedule> byId = new LinkedHashMap<>();
  private final StateDatabase state;
  private final RunLog log;
  private final ReportSender sender;
  private final Clock clock;
  private final CustomTask<String> task;
  private final Scheduler scheduler;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param polling how often what is due is looked for
   */
  public Schedules(
      List<Schedule> schedules,
      StateDatabase state,
      RunLog log,
      ReportSender sender,
      Clock clock,
      Duration polling) {
    this.state = Objects.requireNonNull(state, "state");
    this.log = Objects.requireNonNull(log, "log");
    this.sender = Objects.requireNonNull(sender, "sender");
    this.clock = Objects.requireNonNull(clock, "clock");
    for (Schedule schedule : schedules) {
      // Other times make it another task, which begins afresh.
      byId.put(
          schedule.name() + "#" + Integer.toHexString(schedule.times().toString().hashCode()),
          schedule);
    }
    task =
        Tasks.custom(TASK, String.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> run(instance));
    scheduler =
        Scheduler.create(state.dataSource(), task)
            .clock(clock::instant)
            .threads(2)
            .pollingInterval(polling)
            .build();
  }

  /** Begins; schedules that are new wait for their next time. */
  public void start() {
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
    boolean done = skip(schedule, due, attempt) || sender.run(schedule, due, attempt, last);
    if (!done) {
      Instant again = clock.instant().plus(backOff(attempt));
      return (complete, operations) ->
          operations.reschedule(complete, again, data(due, attempt + 1));
    }
    Instant next = schedule.times().after(due);
    return (complete, operations) -> operations.reschedule(complete, next, data(next, 0));
  }

  private boolean skip(Schedule schedule, Instant due, int attempt) {
    if (attempt > 0 || !due.plus(LATEST).isBefore(clock.instant())) {
      return false;
    }
    String run = log.begin(schedule.name(), due, attempt);
    log.end(run, Outcome.SKIPPED, "the server was down for more than a day");
    return true;
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
