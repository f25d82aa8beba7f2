package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.CellFormatter;
import org.quadrille.cubes.extension.Extension;

/**
 * A stored measure.
 *
 * @param group name of its measure group
 * @param expression what is aggregated, null for a count of rows
 * @param dataType declared type of the values, null where not declared
 * @param formatString null for {@code Standard}
 */
public record Measure(
    String name,
    String group,
    @Nullable String caption,
    @Nullable String description,
    boolean visible,
    @Nullable SqlExpression expression,
    Aggregator aggregator,
    @Nullable DataType dataType,
    @Nullable String formatString,
    @Nullable Extension<CellFormatter> formatter,
    List<CalculatedMember.Property> properties,
    Annotations annotations,
    Location location) {
  public Measure {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(aggregator, "aggregator");
    properties = List.copyOf(properties);
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }
}
