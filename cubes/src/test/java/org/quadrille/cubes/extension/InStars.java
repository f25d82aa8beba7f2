package org.quadrille.cubes.extension;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A star for each unit; as usual above ten; fails at seven. */
public final class InStars implements CellFormatter {
  @Override
  public @Nullable String format(Object value, Locale locale) {
    int units = ((Number) value).intValue();
    if (units == 7) {
      throw new IllegalStateException("no seven");
    }
    return units > 10 ? null : "*".repeat(units);
  }
}
