package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;

/** One of the tables that Discover answers. Stateless. */
public interface Rowset {
  /** The name clients ask for, such as MDSCHEMA_CUBES. */
  String name();

  /** The identifier that the specification gives it. */
  String guid();

  /** What it lists, in a sentence. */
  String description();

  /** The columns in order. */
  List<Column> columns();

  /** Gives the rows that the restrictions leave, or more; the caller sorts out the rest. */
  void rows(Discovery discovery, Consumer<Row> sink);
}
