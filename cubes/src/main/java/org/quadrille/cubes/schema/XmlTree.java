package org.quadrille.cubes.schema;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of positioned elements of XML text. External entities and document types are
 * refused; attributes of foreign namespaces (such as {@code xsi:}) are left out, as they say
 * nothing about the schema.
 */
final class XmlTree {
  private final String document;
  private final String xml;

  /**
   * @param document name of the file for messages
   */
  XmlTree(String document, String xml) {
    this.document = document;
    this.xml = xml;
  }

  /** A factory that reaches nothing outside the text. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Reads the document; a {@link SchemaException} tells where it is not XML. */
  XmlElement read() {
    if (xml.isBlank()) {
      throw new SchemaException(document + " is empty; a schema is XML with the root <Schema>");
    }
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw notXml(e);
    }
  }

  private XmlElement read(XMLStreamReader reader) throws XMLStreamException {
    TagPlaces places = new TagPlaces(xml);
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = element(reader, places.next());
          if (root == null) {
            root = element;
          } else {
            open.element().addChild(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.element().addText(reader.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw new SchemaException(
                at(reader.getLocation()) + "a document type is not accepted; remove <!DOCTYPE …>");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new SchemaException(
                at(reader.getLocation()) + "unknown entity &" + reader.getLocalName() + ";");
        default -> {
          // Comments and processing instructions say nothing about the schema.
        }
      }
    }
    if (root == null) {
      throw new SchemaException(document + " has no root element; a schema has <Schema>");
    }
    return root;
  }

  private static XmlElement element(XMLStreamReader reader, TagPlaces.Tag tag) {
    XmlElement element = new XmlElement(reader.getLocalName(), tag.location());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (namespace == null || namespace.isEmpty()) {
        String name = reader.getAttributeLocalName(i);
        Location place = tag.attributes().getOrDefault(name, tag.location());
        element.addAttribute(name, reader.getAttributeValue(i), place);
      }
    }
    return element;
  }

  private SchemaException notXml(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int marker = message.indexOf("Message: ");
    String reason = marker < 0 ? message : message.substring(marker + "Message: ".length());
    return new SchemaException(at(e.getLocation()) + "not well-formed XML: " + reason.strip());
  }

  private String at(javax.xml.stream.@Nullable Location place) {
    return place == null || place.getLineNumber() < 1
        ? document + ": "
        : String.format(
            Locale.ROOT,
            "%s, line %d, column %d: ",
            document,
            place.getLineNumber(),
            place.getColumnNumber());
  }
}
