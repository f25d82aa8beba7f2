package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;

/** DISCOVER_PROPERTIES: the properties that calls may set or read. */
final class PropertiesRowset implements Rowset {
  private static final List<Property> PROPERTIES =
      List.of(
          new Property("AxisFormat", "string", "Write", false, "TupleFormat", "Form of axes."),
          new Property("Catalog", "string", "ReadWrite", false, "", "Catalog to use."),
          new Property("Content", "string", "Write", false, "SchemaData", "Parts of an answer."),
          new Property("Cube", "string", "ReadWrite", false, "", "Cube to use."),
          new Property("DataSourceInfo", "string", "ReadWrite", false, "", "Data source to use."),
          new Property("Format", "string", "Write", false, "Native", "Form of answers."),
          new Property("LocaleIdentifier", "unsignedInt", "ReadWrite", false, "1033", "Language."),
          new Property("MDXSupport", "string", "Read", false, "Core", "Extent of MDX."),
          new Property("ProviderName", "string", "Read", false, "Quadrille", "Name of the server."),
          new Property("ProviderType", "string", "Read", false, "MDP", "Kind of the server."),
          new Property("ProviderVersion", "string", "Read", false, "10.0.0.0", "Protocol level."),
          new Property("DBMSVersion", "string", "Read", false, "10.0.0.0", "Protocol level."),
          new Property("Roles", "string", "ReadWrite", false, "", "Role to act under."),
          new Property("StateSupport", "string", "Read", false, "Sessions", "Kind of state."),
          new Property("Timeout", "unsignedInt", "ReadWrite", false, "0", "Time limit, seconds."));

  @Override
  public String name() {
    return "DISCOVER_PROPERTIES";
  }

  @Override
  public String guid() {
    return "4b40adfb-8b09-4758-97bb-636e8ae97bcf";
  }

  @Override
  public String description() {
    return "The properties that calls may set or read.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("PropertyName"),
        Column.text("PropertyDescription"),
        Column.text("PropertyType"),
        Column.text("PropertyAccessType"),
        Column.of("IsRequired", Column.Type.BOOLEAN),
        Column.text("Value"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    for (Property property : PROPERTIES) {
      sink.accept(
          new Row()
              .set("PropertyName", property.name())
              .set("PropertyDescription", property.description())
              .set("PropertyType", property.type())
              .set("PropertyAccessType", property.access())
              .set("IsRequired", property.required())
              .set("Value", value(property, discovery)));
    }
  }

  private static String value(Property property, Discovery discovery) {
    if (!property.name().equals("Catalog")) {
      return property.value();
    }
    List<Catalog> catalogs = discovery.catalogs();
    return catalogs.isEmpty() ? "" : catalogs.get(0).name();
  }

  private record Property(
      String name,
      String type,
      String access,
      boolean required,
      String value,
      String description) {}
}
