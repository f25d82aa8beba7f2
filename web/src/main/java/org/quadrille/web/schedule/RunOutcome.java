package org.quadrille.web.schedule;

import java.util.Locale;

/** How a run of a schedule, or what one recipient gets in it, stands. */
public enum RunOutcome {
  /** Not ended. */
  OPEN,
  /** Being handed over; after a kill nobody knows whether it left. */
  SENDING,
  SENT,
  /** Not sent, because it says the same as the last one. */
  UNCHANGED,
  /** Some of the recipients got it. */
  PARTLY,
  FAILED,
  /** Too late after the server had been down. */
  SKIPPED,
  /** The schedule was paused. */
  PAUSED;

  /** The name in messages. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether more will come. */
  public boolean atWork() {
    return this == OPEN || this == SENDING;
  }

  /** {@code up}, {@code down} or empty, as in tables. */
  public String tone() {
    return switch (this) {
      case SENT -> "up";
      case PARTLY, FAILED -> "down";
      default -> "";
    };
  }
}
