package org.quadrille.etl.sample;

import static java.util.Objects.requireNonNull;

/** A name in both languages of the sample company. */
record Name(String en, String zh) {
  Name {
    requireNonNull(en, "en is null");
    requireNonNull(zh, "zh is null");
  }

  /** Reads {@code English=中文}. */
  static Name parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException("expected English=Chinese but found: " + text);
    }
    return new Name(text.substring(0, equals), text.substring(equals + 1));
  }

  /** The two names joined part by part with a blank between them. */
  Name plus(Name other) {
    return new Name(en + " " + other.en, zh + " " + other.zh);
  }
}
