package org.quadrille.cubes.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, in which language, within which limits.
 *
 * @param role the role to act under, null for the schema's default role or all rights
 * @param locale language of captions and formats
 * @param timeout after which the query is cancelled
 * @param definitions statements {@code CREATE SESSION MEMBER} and {@code CREATE SESSION SET} whose
 *     names queries may use; those of other cubes than the query's are left out
 * @param user whose turn it is where queries wait for each other; empty where nobody says
 * @param cancellation ends the query from outside
 */
public record QueryContext(
    @Nullable String role,
    Locale locale,
    Duration timeout,
    List<String> definitions,
    String user,
    @Nullable Cancellation cancellation) {
  /** All rights, English, a minute. */
  public static final QueryContext DEFAULT =
      new QueryContext(null, Locale.US, Duration.ofSeconds(60));

  public QueryContext {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(timeout, "timeout");
    definitions = List.copyOf(definitions);
    Objects.requireNonNull(user, "user");
  }

  /** Without definitions, of nobody in particular. */
  public QueryContext(@Nullable String role, Locale locale, Duration timeout) {
    this(role, locale, timeout, List.of(), "", null);
  }

  /** The same in another language. */
  public QueryContext withLocale(Locale other) {
    return new QueryContext(role, other, timeout, definitions, user, cancellation);
  }

  /** The same under another role. */
  public QueryContext withRole(@Nullable String other) {
    return new QueryContext(other, locale, timeout, definitions, user, cancellation);
  }

  /** The same with another time limit. */
  public QueryContext withTimeout(Duration other) {
    return new QueryContext(role, locale, other, definitions, user, cancellation);
  }

  /** The same with the definitions of a session. */
  public QueryContext withDefinitions(List<String> others) {
    return new QueryContext(role, locale, timeout, others, user, cancellation);
  }

  /** The same for a user, who may end it. */
  public QueryContext of(String asker, Cancellation end) {
    return new QueryContext(role, locale, timeout, definitions, asker, end);
  }
}
