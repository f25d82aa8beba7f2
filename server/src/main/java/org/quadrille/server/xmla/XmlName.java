package org.quadrille.server.xmla;

import java.util.Locale;

/** Names as element names: a character that XML forbids becomes {@code _xHHHH_}. */
final class XmlName {
  private XmlName() {}

  static String encode(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      // An underscore that would read as the beginning of an escape is escaped itself.
      boolean escapeLike = c == '_' && name.startsWith("_x", i);
      boolean allowed =
          Character.isLetter(c)
              || c == '_'
              || i > 0 && (Character.isDigit(c) || c == '-' || c == '.');
      if (allowed && !escapeLike) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
      }
    }
    return out.toString();
  }
}
