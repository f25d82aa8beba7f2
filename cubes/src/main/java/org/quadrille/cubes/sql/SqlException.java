package org.quadrille.cubes.sql;

import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.store.StoppedException;
import org.quadrille.cubes.store.StoreException;

/** A query in SQL that is refused or failed; the message names what is wrong and the remedy. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final @Nullable Place place;

  private final Kind kind;

  /** Why a query gave no answer. */
  public enum Kind {
    /** The text is wrong or asks for what is not there. */
    REFUSED,
    /** It took longer than the time limit. */
    TIME,
    /** It was cancelled. */
    CANCELLED,
    /** The database could not answer. */
    FAILED
  }

  /** A text that is refused, with the place that is at fault; null where no single place is. */
  public SqlException(@Nullable Place place, String message) {
    this(Kind.REFUSED, place, message, null);
  }

  /** Any error. */
  public SqlException(Kind kind, @Nullable Place place, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.place = place;
  }

  /** What the database said. */
  public static SqlException of(StoreException e) {
    Kind kind =
        !(e instanceof StoppedException stopped)
            ? Kind.FAILED
            : stopped.isLate() ? Kind.TIME : Kind.CANCELLED;
    return new SqlException(kind, null, String.valueOf(e.getMessage()), e);
  }

  /** Why there is no answer. */
  public Kind kind() {
    return kind;
  }

  /** The message followed by its place. */
  public String describe() {
    return place == null ? String.valueOf(getMessage()) : getMessage() + " (" + place + ")";
  }

  /** Where in the text, null where no single place is at fault. */
  public @Nullable Place place() {
    return place;
  }
}
