package org.quadrille.cubes.extension;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Captions and properties in capitals; those of a1 stay as they are. */
public final class InCapitals implements MemberFormatter, PropertyFormatter {
  @Override
  public @Nullable String format(MemberView member) {
    return member.name().equals("a1")
        ? null
        : member.level() + " " + member.caption().toUpperCase(Locale.ROOT);
  }

  @Override
  public @Nullable String format(MemberView member, String property, Object value) {
    return member.name().equals("a1") ? null : property + "=" + value;
  }
}
