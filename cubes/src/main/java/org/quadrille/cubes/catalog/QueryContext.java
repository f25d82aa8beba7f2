package org.quadrille.cubes.catalog;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, in which language, within which limits.
 *
 * @param role the role to act under, null for the schema's default role or all rights
 * @param locale language of captions and formats
 * @param timeout after which the query is cancelled
 */
public record QueryContext(@Nullable String role, Locale locale, Duration timeout) {
  /** All rights, English, a minute. */
  public static final QueryContext DEFAULT =
      new QueryContext(null, Locale.US, Duration.ofSeconds(60));

  public QueryContext {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(timeout, "timeout");
  }

  /** The same in another language. */
  public QueryContext withLocale(Locale other) {
    return new QueryContext(role, other, timeout);
  }

  /** The same under another role. */
  public QueryContext withRole(@Nullable String other) {
    return new QueryContext(other, locale, timeout);
  }
}
