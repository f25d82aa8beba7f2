package org.quadrille.server.xmla;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML piece by piece. Prefixes are written as given; the caller declares them. Characters
 * that XML cannot hold become U+FFFD.
 */
final class XmlOut {
  private final XMLStreamWriter xml;

  XmlOut(OutputStream out) throws XMLStreamException {
    xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    xml.writeStartDocument("UTF-8", "1.0");
  }

  /** Opens an element with attributes: name, value, name, value, and so on. */
  XmlOut open(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
    return this;
  }

  /** Writes an element without content. */
  XmlOut empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
    return this;
  }

  /** Closes the innermost element. */
  XmlOut close() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  /** Writes an element with text; nothing for null. */
  XmlOut leaf(String name, @Nullable Object text, String... attributes) throws XMLStreamException {
    if (text != null) {
      open(name, attributes);
      xml.writeCharacters(clean(text.toString()));
      close();
    }
    return this;
  }

  /** Writes a piece of XML as it is. */
  XmlOut raw(String markup) throws XMLStreamException {
    // Closes the start tag before the piece.
    xml.writeCharacters("");
    xml.writeDTD(markup);
    return this;
  }

  /** Ends the document and sends it on; leaves the stream open. */
  void end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
    xml.close();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  private static String clean(String text) {
    if (text.codePoints().allMatch(XmlOut::allowed)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : 0xFFFD));
    return clean.toString();
  }

  private static boolean allowed(int codePoint) {
    return codePoint >= 0x20 && codePoint <= 0xD7FF
        || codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || codePoint >= 0xE000 && codePoint <= 0xFFFD
        || codePoint >= 0x10000;
  }
}
