package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A name with {@code *} for any characters and {@code ?} for one; case does not matter. */
public record NamePattern(String text) {
  public NamePattern {
    requireNonNull(text, "text is null");
  }

  public boolean matches(String name) {
    StringBuilder regex = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(name)
        .matches();
  }
}
