package org.quadrille.server.xmla;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.quadrille.server.xmla.rowset.Column;
import org.quadrille.server.xmla.rowset.Row;

/** Writes a table as the root element of an answer to Discover. */
final class RowsetWriter {
  private static final String NAMESPACE = "urn:schemas-microsoft-com:xml-analysis:rowset";
  private static final String SQL = "urn:schemas-microsoft-com:xml-sql";
  private static final String UUID_PATTERN =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  private final XmlOut xml;

  RowsetWriter(XmlOut xml) {
    this.xml = xml;
  }

  void write(List<Column> columns, List<Row> rows, XmlaProperties properties)
      throws XMLStreamException {
    xml.open(
        "root",
        "xmlns",
        NAMESPACE,
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:xsd",
        "http://www.w3.org/2001/XMLSchema");
    if (properties.schema()) {
      schema(columns);
    }
    for (Row row : rows) {
      row("row", columns, row);
    }
    xml.close();
  }

  private void row(String element, List<Column> columns, Row row) throws XMLStreamException {
    xml.open(element);
    for (Column column : columns) {
      if (column.nested().isEmpty()) {
        xml.leaf(column.name(), row.get(column.name()));
      } else {
        for (Row nested : row.rows(column.name())) {
          row(column.name(), column.nested(), nested);
        }
      }
    }
    xml.close();
  }

  private void schema(List<Column> columns) throws XMLStreamException {
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
    xml.open("xsd:simpleType", "name", "uuid").open("xsd:restriction", "base", "xsd:string");
    xml.empty("xsd:pattern", "value", UUID_PATTERN);
    xml.close().close();
    xml.open("xsd:complexType", "name", "row");
    columns(columns);
    xml.close().close();
  }

  private void columns(List<Column> columns) throws XMLStreamException {
    xml.open("xsd:sequence");
    for (Column column : columns) {
      if (column.nested().isEmpty()) {
        xml.empty(
            "xsd:element",
            "sql:field",
            column.name(),
            "name",
            column.name(),
            "type",
            column.type().xsd(),
            "minOccurs",
            "0");
      } else {
        xml.open(
            "xsd:element",
            "sql:field",
            column.name(),
            "name",
            column.name(),
            "minOccurs",
            "0",
            "maxOccurs",
            "unbounded");
        xml.open("xsd:complexType");
        columns(column.nested());
        xml.close().close();
      }
    }
    xml.close();
  }
}
