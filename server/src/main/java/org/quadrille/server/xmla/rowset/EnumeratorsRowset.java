package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;

/** DISCOVER_ENUMERATORS: the values of enumerations in other tables. */
final class EnumeratorsRowset implements Rowset {
  private static final List<Element> ELEMENTS =
      List.of(
          new Element("Access", "Read", "The value can be read."),
          new Element("Access", "Write", "The value can be set."),
          new Element("Access", "ReadWrite", "The value can be read and set."),
          new Element("AuthenticationMode", "Unauthenticated", "Nobody proves who they are."),
          new Element("AuthenticationMode", "Authenticated", "Users prove who they are."),
          new Element("AuthenticationMode", "Integrated", "The system proves who users are."),
          new Element("ProviderType", "TDP", "Tabular data."),
          new Element("ProviderType", "MDP", "Multidimensional data."),
          new Element("ProviderType", "DMP", "Data mining."),
          new Element("TreeOp", "CHILDREN", "1"),
          new Element("TreeOp", "SIBLINGS", "2"),
          new Element("TreeOp", "PARENT", "4"),
          new Element("TreeOp", "SELF", "8"),
          new Element("TreeOp", "DESCENDANTS", "16"),
          new Element("TreeOp", "ANCESTORS", "32"));

  @Override
  public String name() {
    return "DISCOVER_ENUMERATORS";
  }

  @Override
  public String guid() {
    return "55a9e78b-accb-45b4-95a6-94c5065617a7";
  }

  @Override
  public String description() {
    return "The values of enumerations.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("EnumName"),
        Column.text("EnumDescription"),
        Column.text("EnumType"),
        Column.text("ElementName"),
        Column.text("ElementDescription"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    for (Element element : ELEMENTS) {
      sink.accept(
          new Row()
              .set("EnumName", element.enumeration())
              .set("EnumType", "string")
              .set("ElementName", element.name())
              .set("ElementDescription", element.description()));
    }
  }

  private record Element(String enumeration, String name, String description) {}
}
