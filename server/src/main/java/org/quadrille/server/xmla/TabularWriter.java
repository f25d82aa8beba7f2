package org.quadrille.server.xmla;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.RowSet;

/**
 * Writes rows as the root element of an answer in tabular form. Where the server's own limit cut
 * rows off, a warning after the rows says so.
 */
final class TabularWriter {
  private static final String NAMESPACE = "urn:schemas-microsoft-com:xml-analysis:rowset";
  private static final String SQL = "urn:schemas-microsoft-com:xml-sql";
  private static final String EXCEPTION = "urn:schemas-microsoft-com:xml-analysis:exception";

  private final XmlOut xml;

  TabularWriter(XmlOut xml) {
    this.xml = xml;
  }

  void write(
      List<RowSet.Column> columns,
      List<List<@Nullable Object>> rows,
      @Nullable String warning,
      XmlaProperties properties)
      throws XMLStreamException {
    xml.open(
        "root",
        "xmlns",
        NAMESPACE,
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:xsd",
        "http://www.w3.org/2001/XMLSchema");
    List<String> elements = elements(columns);
    if (properties.schema()) {
      schema(columns, elements);
    }
    if (properties.data()) {
      for (List<@Nullable Object> row : rows) {
        xml.open("row");
        for (int i = 0; i < elements.size(); i++) {
          xml.leaf(elements.get(i), text(row.get(i)));
        }
        xml.close();
      }
      if (warning != null) {
        xml.open("Messages", "xmlns", EXCEPTION);
        xml.empty("Warning", "WarningCode", "0", "Description", warning, "Source", "Quadrille");
        xml.close();
      }
    }
    xml.close();
  }

  /** Names that XML takes, each once. */
  private static List<String> elements(List<RowSet.Column> columns) {
    Set<String> taken = new HashSet<>();
    List<String> elements = new ArrayList<>();
    for (RowSet.Column column : columns) {
      String name = XmlName.encode(column.name());
      String free = name;
      for (int i = 1; !taken.add(free); i++) {
        free = name + i;
      }
      elements.add(free);
    }
    return elements;
  }

  private void schema(List<RowSet.Column> columns, List<String> elements)
      throws XMLStreamException {
    xml.open(
        "xsd:schema",
        "targetNamespace",
        NAMESPACE,
        "xmlns:sql",
        SQL,
        "elementFormDefault",
        "qualified");
    xml.open("xsd:element", "name", "root").open("xsd:complexType");
    xml.open("xsd:sequence", "minOccurs", "0", "maxOccurs", "unbounded");
    xml.empty("xsd:element", "name", "row", "type", "row");
    xml.close().close().close();
    xml.open("xsd:complexType", "name", "row").open("xsd:sequence");
    for (int i = 0; i < elements.size(); i++) {
      xml.empty(
          "xsd:element",
          "sql:field",
          columns.get(i).name(),
          "name",
          elements.get(i),
          "type",
          type(columns.get(i).type()),
          "minOccurs",
          "0");
    }
    xml.close().close().close();
  }

  private static String type(RowSet.Type type) {
    return switch (type) {
      case STRING -> "xsd:string";
      case INTEGER -> "xsd:long";
      case DECIMAL -> "xsd:decimal";
      case DOUBLE -> "xsd:double";
      case BOOLEAN -> "xsd:boolean";
      case DATE -> "xsd:date";
      case TIMESTAMP -> "xsd:dateTime";
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof BigDecimal decimal
        ? decimal.toPlainString()
        : value == null ? null : value.toString();
  }
}
