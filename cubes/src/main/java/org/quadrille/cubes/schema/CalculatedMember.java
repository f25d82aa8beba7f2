package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.CellFormatter;
import org.quadrille.cubes.extension.Extension;

/**
 * A calculated member of the schema.
 *
 * @param hierarchy the unique name of the hierarchy it belongs to as an MDX identifier, such as
 *     {@code [Measures]} or {@code [Time].[Weekly]}
 * @param parent MDX name of the parent member, null for a member at the top
 * @param formula MDX
 * @param formatString MDX-independent format string, null where not given
 * @param sourceCube the base cube it was taken from by a virtual cube, else the own cube
 */
public record CalculatedMember(
    String name,
    @Nullable String caption,
    @Nullable String description,
    boolean visible,
    String hierarchy,
    @Nullable String parent,
    String formula,
    @Nullable String formatString,
    @Nullable Extension<CellFormatter> formatter,
    List<Property> properties,
    String sourceCube,
    Annotations annotations,
    Location location) {
  public CalculatedMember {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hierarchy, "hierarchy");
    Objects.requireNonNull(formula, "formula");
    properties = List.copyOf(properties);
    Objects.requireNonNull(sourceCube, "sourceCube");
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }

  /**
   * A property such as FORMAT_STRING, SOLVE_ORDER or MEMBER_ORDINAL.
   *
   * @param expression MDX, null where a value is given
   * @param value literal text, null where an expression is given
   */
  public record Property(
      String name, @Nullable String expression, @Nullable String value, Location location) {
    public Property {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(location, "location");
      if ((expression == null) == (value == null)) {
        throw new IllegalArgumentException("either expression or value");
      }
    }
  }
}
