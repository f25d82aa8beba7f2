package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;

/** DISCOVER_DATASOURCES: the one data source that this server is. */
final class DataSourcesRowset implements Rowset {
  @Override
  public String name() {
    return "DISCOVER_DATASOURCES";
  }

  @Override
  public String guid() {
    return "06c03d41-f66d-49f3-b1b8-987f7af4cf18";
  }

  @Override
  public String description() {
    return "The data sources of the server.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("DataSourceName"),
        Column.text("DataSourceDescription"),
        Column.key("URL"),
        Column.text("DataSourceInfo"),
        Column.key("ProviderName"),
        Column.key("ProviderType"),
        Column.key("AuthenticationMode"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    sink.accept(
        new Row()
            .set("DataSourceName", "Quadrille")
            .set("DataSourceDescription", "Quadrille OLAP server")
            .set("URL", "")
            .set("DataSourceInfo", "Quadrille")
            .set("ProviderName", "Quadrille")
            .set("ProviderType", "MDP")
            .set("AuthenticationMode", "Unauthenticated"));
  }
}
