package org.quadrille.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A due time of a schedule, and what came of it.
 *
 * @param test whether somebody had it sent to try it
 * @param attempts from 1
 * @param duration from the first attempt to the end; null before
 * @param deliveries in the order of the recipients' addresses
 */
public record ReportRun(
    String schedule,
    Instant due,
    boolean test,
    RunOutcome outcome,
    int attempts,
    @Nullable Duration duration,
    List<Delivery> deliveries) {
  /**
   * What one recipient gets.
   *
   * @param recipient a mail address, or the host of a web hook
   * @param message what failed; null for nothing
   */
  public record Delivery(
      String recipient, RunOutcome outcome, @Nullable String message, List<Document> documents) {
    public Delivery {
      Objects.requireNonNull(recipient, "recipient");
      Objects.requireNonNull(outcome, "outcome");
      documents = List.copyOf(documents);
    }
  }

  /** A document that is kept. */
  public record Document(String id, String name) {
    public Document {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
    }
  }

  public ReportRun {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(outcome, "outcome");
    deliveries = List.copyOf(deliveries);
  }
}
