package org.quadrille.etl.job;

import java.util.List;
import java.util.Optional;

/** A table of the star that is filled from a source: what dimensions and facts have in common. */
public sealed interface Target permits Dimension, Fact {
  /** The name by which the job speaks of it. */
  String name();

  Place place();

  /** Its table in the star. */
  String table();

  /** Name of the source whose rows become its rows. */
  String from();

  List<Join> joins();

  /** In the order in which they are worked out. */
  List<Column> columns();

  List<Check> checks();

  /** The column of this name. */
  default Optional<Column> column(String name) {
    return columns().stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
