package org.quadrille.server.xmla;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultHierarchy;
import org.quadrille.cubes.result.ResultMember;

/**
 * Writes a cell set as the root element of an answer in the form MDDataSet with TupleFormat. Empty
 * cells are left out; a cell with an error has an Error element in its Value and a FmtValue that
 * begins with {@code #ERR}.
 */
final class DatasetWriter {
  static final String NAMESPACE = "urn:schemas-microsoft-com:xml-analysis:mddataset";

  /** Bits of DisplayInfo: the next member is a child; the previous one has the same parent. */
  private static final int DRILLED_DOWN = 0x10000;

  private static final int SAME_PARENT = 0x20000;
  private static final int MAX_CHILDREN = 0xffff;

  /** Cell properties that stand in elements or attributes of their own. */
  private static final Set<String> OWN =
      Set.of("VALUE", "FORMATTED_VALUE", "FORMAT_STRING", "CELL_ORDINAL");

  /** Cell properties whose elements OLE DB for OLAP names without underscores. */
  private static final Set<String> STANDARD =
      Set.of(
          "BACK_COLOR",
          "FORE_COLOR",
          "FONT_NAME",
          "FONT_SIZE",
          "FONT_FLAGS",
          "SOLVE_ORDER",
          "LANGUAGE",
          "ACTION_TYPE",
          "NON_EMPTY_BEHAVIOR",
          "UPDATEABLE",
          "CELL_EVALUATION_LIST");

  private final XmlOut xml;

  DatasetWriter(XmlOut xml) {
    this.xml = xml;
  }

  void write(CellSet cellSet, XmlaProperties properties) throws XMLStreamException {
    xml.open(
        "root",
        "xmlns",
        NAMESPACE,
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:xsd",
        "http://www.w3.org/2001/XMLSchema");
    if (properties.schema()) {
      xml.raw(DatasetSchema.TEXT);
    }
    if (properties.data()) {
      info(cellSet);
      axes(cellSet);
      cells(cellSet);
    }
    xml.close();
  }

  private void info(CellSet cellSet) throws XMLStreamException {
    xml.open("OlapInfo").open("CubeInfo").open("Cube");
    xml.leaf("CubeName", cellSet.cube());
    xml.close().close().open("AxesInfo");
    for (int i = 0; i < cellSet.axes().size(); i++) {
      axisInfo("Axis" + i, cellSet.axes().get(i));
    }
    axisInfo("SlicerAxis", cellSet.slicer());
    xml.close().open("CellInfo");
    xml.empty("Value", "name", "VALUE");
    xml.empty("FmtValue", "name", "FORMATTED_VALUE", "type", "xsd:string");
    if (formatString(cellSet)) {
      xml.empty("FormatString", "name", "FORMAT_STRING", "type", "xsd:string");
    }
    for (String property : cellSet.cellProperties()) {
      if (!OWN.contains(property)) {
        xml.empty(element(property), "name", property);
      }
    }
    xml.close().close();
  }

  private static boolean formatString(CellSet cellSet) {
    return cellSet.cellProperties().isEmpty() || cellSet.cellProperties().contains("FORMAT_STRING");
  }

  /** The element of a cell property, such as BackColor for BACK_COLOR. */
  private static String element(String property) {
    if (!STANDARD.contains(property)) {
      return XmlName.encode(property);
    }
    StringBuilder name = new StringBuilder();
    for (String word : property.split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  private void axisInfo(String name, ResultAxis axis) throws XMLStreamException {
    xml.open("AxisInfo", "name", name);
    for (ResultHierarchy hierarchy : axis.hierarchies()) {
      String unique = hierarchy.uniqueName();
      xml.open("HierarchyInfo", "name", unique);
      property("UName", unique + ".[MEMBER_UNIQUE_NAME]", "xsd:string");
      property("Caption", unique + ".[MEMBER_CAPTION]", "xsd:string");
      property("LName", unique + ".[LEVEL_UNIQUE_NAME]", "xsd:string");
      property("LNum", unique + ".[LEVEL_NUMBER]", "xsd:int");
      property("DisplayInfo", unique + ".[DISPLAY_INFO]", "xsd:unsignedInt");
      for (String extra : hierarchy.properties()) {
        String full = extra.startsWith("[") ? extra : unique + ".[" + extra + "]";
        property(XmlName.encode(extra), full, "xsd:string");
      }
      xml.close();
    }
    xml.close();
  }

  private void property(String element, String name, String type) throws XMLStreamException {
    xml.empty(element, "name", name, "type", type);
  }

  private void axes(CellSet cellSet) throws XMLStreamException {
    xml.open("Axes");
    for (int i = 0; i < cellSet.axes().size(); i++) {
      axis("Axis" + i, cellSet.axes().get(i));
    }
    if (cellSet.slicer().positions().isEmpty()) {
      xml.open("Axis", "name", "SlicerAxis").open("Tuples").empty("Tuple").close().close();
    } else {
      axis("SlicerAxis", cellSet.slicer());
    }
    xml.close();
  }

  private void axis(String name, ResultAxis axis) throws XMLStreamException {
    xml.open("Axis", "name", name).open("Tuples");
    List<List<ResultMember>> positions = axis.positions();
    for (int i = 0; i < positions.size(); i++) {
      xml.open("Tuple");
      List<ResultMember> position = positions.get(i);
      for (int j = 0; j < position.size(); j++) {
        member(axis.hierarchies().get(j), position.get(j), displayInfo(positions, i, j));
      }
      xml.close();
    }
    xml.close().close();
  }

  private static int displayInfo(List<List<ResultMember>> positions, int at, int index) {
    ResultMember member = positions.get(at).get(index);
    int info = Math.min(MAX_CHILDREN, member.childCount());
    if (at + 1 < positions.size()
        && member.uniqueName().equals(positions.get(at + 1).get(index).parent())) {
      info |= DRILLED_DOWN;
    }
    if (at > 0 && Objects.equals(member.parent(), positions.get(at - 1).get(index).parent())) {
      info |= SAME_PARENT;
    }
    return info;
  }

  private void member(ResultHierarchy hierarchy, ResultMember member, int displayInfo)
      throws XMLStreamException {
    xml.open("Member", "Hierarchy", hierarchy.uniqueName());
    xml.leaf("UName", member.uniqueName());
    xml.leaf("Caption", member.caption());
    xml.leaf("LName", member.level());
    xml.leaf("LNum", member.depth());
    xml.leaf("DisplayInfo", displayInfo);
    for (String extra : hierarchy.properties()) {
      Object value = member.properties().get(extra);
      if (value != null) {
        xml.leaf(XmlName.encode(extra), lexical(value));
      }
    }
    xml.close();
  }

  private void cells(CellSet cellSet) throws XMLStreamException {
    xml.open("CellData");
    for (int i = 0; i < cellSet.cells().size(); i++) {
      Cell cell = cellSet.cells().get(i);
      if (!cell.isEmpty()) {
        cell(cellSet, i, cell);
      }
    }
    xml.close();
  }

  private void cell(CellSet cellSet, int ordinal, Cell cell) throws XMLStreamException {
    xml.open("Cell", "CellOrdinal", Integer.toString(ordinal));
    if (cell.error() != null) {
      xml.open("Value");
      xml.empty("Error", "ErrorCode", "0", "Description", cell.error());
      xml.close();
      xml.leaf("FmtValue", "#ERR: " + cell.error());
    } else {
      Object value = cell.value();
      if (value != null) {
        xml.leaf("Value", lexical(value), "xsi:type", type(value));
      }
      xml.leaf("FmtValue", cell.formatted());
      if (formatString(cellSet)) {
        xml.leaf("FormatString", cell.formatString());
      }
    }
    for (String property : cellSet.cellProperties()) {
      Object value = cell.properties().get(property);
      if (value != null && !OWN.contains(property)) {
        xml.leaf(element(property), lexical(value), "xsi:type", type(value));
      }
    }
    xml.close();
  }

  /** A value in the lexical form of its XML Schema type. */
  private static String lexical(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static String type(Object value) {
    if (value instanceof Double || value instanceof Float) {
      // XML Schema's INF makes clients built on olap4j fail; as text every client shows it.
      return Double.isInfinite(((Number) value).doubleValue()) ? "xsd:string" : "xsd:double";
    }
    if (value instanceof BigDecimal) {
      return "xsd:decimal";
    }
    if (value instanceof BigInteger) {
      return "xsd:integer";
    }
    if (value instanceof Number number) {
      long exact = number.longValue();
      return exact == (int) exact ? "xsd:int" : "xsd:long";
    }
    if (value instanceof Boolean) {
      return "xsd:boolean";
    }
    return value instanceof LocalDateTime ? "xsd:dateTime" : "xsd:string";
  }
}
