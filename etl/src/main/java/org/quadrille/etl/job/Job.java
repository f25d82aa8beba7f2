package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job file that has been read and is sound in itself: every source, dimension and column that it
 * names exists in it. What the sources really hold is not known yet.
 *
 * @param name written to the load table
 * @param into the DuckDB file, relative to the data folder
 * @param sources by name, in the order of the file
 * @param dates date dimensions by name
 * @param dimensions in an order in which each comes after those that it looks up
 * @param classes worked out over the facts after they are loaded
 */
public record Job(
    String name,
    String into,
    Map<String, Source> sources,
    Map<String, DateDimension> dates,
    List<Dimension> dimensions,
    List<Fact> facts,
    List<ClassSnapshot> classes,
    Optional<TableCopy> tables) {
  public Job {
    requireNonNull(name, "name is null");
    requireNonNull(into, "into is null");
    requireNonNull(tables, "tables is null");
    dimensions = List.copyOf(dimensions);
    facts = List.copyOf(facts);
    classes = List.copyOf(classes);
  }
}
