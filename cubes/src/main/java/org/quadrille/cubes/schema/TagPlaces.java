package org.quadrille.cubes.schema;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds where start tags and their attributes stand. A StAX reader tells only where a tag ends,
 * which is of little help in a tag over ten lines. The text must be well-formed XML without a
 * document type, as the StAX reader beside it makes sure of.
 */
final class TagPlaces {
  private final String text;
  private int offset;
  private int line = 1;
  private int lineStart;

  TagPlaces(String text) {
    this.text = text;
  }

  /** A start tag: its place and those of its attributes by their names. */
  record Tag(Location location, Map<String, Location> attributes) {}

  /** The next start tag; called once for each that the StAX reader meets. */
  Tag next() {
    while (true) {
      moveTo(text.indexOf('<', offset));
      if (text.startsWith("<!--", offset)) {
        skipPast("-->");
      } else if (text.startsWith("<![CDATA[", offset)) {
        skipPast("]]>");
      } else if (text.startsWith("<?", offset)) {
        skipPast("?>");
      } else if (text.startsWith("</", offset)) {
        skipPast(">");
      } else {
        return startTag();
      }
    }
  }

  private Tag startTag() {
    int tagLine = line;
    int tagColumn = column();
    moveTo(offset + 1);
    String element = localName(name());
    Map<String, Location> attributes = new HashMap<>();
    while (true) {
      skipBlanks();
      char c = text.charAt(offset);
      if (c == '>') {
        return new Tag(new Location(element, tagLine, tagColumn), attributes);
      }
      if (c == '/') {
        moveTo(offset + 1);
        continue;
      }
      Location place = new Location(element, line, column());
      attributes.put(name(), place);
      int quote = indexOfQuote();
      moveTo(text.indexOf(text.charAt(quote), quote + 1) + 1);
    }
  }

  private String name() {
    int start = offset;
    int end = start;
    while ("=/> \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    moveTo(end);
    return text.substring(start, end);
  }

  private static String localName(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private int indexOfQuote() {
    int i = offset;
    while (text.charAt(i) != '"' && text.charAt(i) != '\'') {
      i++;
    }
    return i;
  }

  private void skipBlanks() {
    int i = offset;
    while (" \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    moveTo(i);
  }

  private void skipPast(String end) {
    moveTo(text.indexOf(end, offset) + end.length());
  }

  private void moveTo(int target) {
    if (target < offset) {
      throw new IllegalStateException("tag not found after line " + line);
    }
    for (int i = offset; i < target; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    offset = target;
  }

  private int column() {
    return offset - lineStart + 1;
  }
}
