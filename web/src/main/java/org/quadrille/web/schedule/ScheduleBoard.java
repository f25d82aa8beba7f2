package org.quadrille.web.schedule;

import java.util.List;
import java.util.Optional;

/** What is sent when, and what was. Safe for use by many threads. */
public interface ScheduleBoard {
  /** The schedules, in the order of the settings. */
  List<PlannedReport> schedules();

  /** The runs with the newest due times, newest first. */
  List<ReportRun> history(int most);

  /**
   * Pauses a schedule or lets it go on. What falls due in between is not made up for.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  void pause(String schedule, boolean paused);

  /**
   * Has the report of a schedule sent at once, as one of its recipients gets it.
   *
   * @param reader index of the recipient, from 0
   * @param address whom to send it to
   * @throws IllegalArgumentException if there is no such schedule or recipient, or the address is
   *     none
   */
  void sendNow(String schedule, int reader, String address);

  /** A kept document; empty if there is none, or no more. */
  Optional<SentDocument> document(String id);

  /** A board for those that send nothing. */
  static ScheduleBoard none() {
    return new ScheduleBoard() {
      @Override
      public List<PlannedReport> schedules() {
        return List.of();
      }

      @Override
      public List<ReportRun> history(int most) {
        return List.of();
      }

      @Override
      public void pause(String schedule, boolean paused) {
        throw new IllegalArgumentException("there is no schedule " + schedule);
      }

      @Override
      public void sendNow(String schedule, int reader, String address) {
        throw new IllegalArgumentException("there is no schedule " + schedule);
      }

      @Override
      public Optional<SentDocument> document(String id) {
        return Optional.empty();
      }
    };
  }
}
