package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.CellFormatter;

/** Reads measures, calculated members and named sets. */
final class CalculationReader {
  private final CommonReader common;
  private final RelationReader relations;

  CalculationReader(CommonReader common, RelationReader relations) {
    this.common = common;
    this.relations = relations;
  }

  /** A stored measure of a base cube. */
  Measure measure(XmlElement element, String cube) {
    Aggregator aggregator = aggregator(element);
    String dataType = element.get("datatype");
    return new Measure(
        element.require("name"),
        cube,
        element.get("caption"),
        element.get("description"),
        element.flag("visible", true),
        expression(element, aggregator),
        aggregator,
        dataType == null ? null : common.type(dataType),
        element.get("formatString"),
        common.formatter(element, "CellFormatter", CellFormatter.class),
        properties(element),
        common.annotations(element),
        element.location());
  }

  /** The number of facts, for a cube without measures. */
  Measure factCount(String cube, Location location) {
    return new Measure(
        "Fact Count",
        cube,
        null,
        null,
        false,
        null,
        Aggregator.COUNT,
        null,
        null,
        null,
        List.of(),
        Annotations.NONE,
        location);
  }

  private @Nullable SqlExpression expression(XmlElement measure, Aggregator aggregator) {
    String column = measure.get("column");
    XmlElement element = measure.child("MeasureExpression");
    if (column != null && element != null) {
      throw new Refusal(
          "measure '"
              + measure.require("name")
              + "' has a column and a <MeasureExpression>; remove one",
          measure.location());
    }
    if (element != null) {
      return new SqlExpression.Text(null, relations.sql(element));
    }
    if (column == null && aggregator != Aggregator.COUNT) {
      throw new Refusal(
          "measure '"
              + measure.require("name")
              + "' needs a column or a <MeasureExpression>; only a count can do without",
          measure.location());
    }
    return column == null ? null : new SqlExpression.Column(null, column);
  }

  private static Aggregator aggregator(XmlElement measure) {
    String name = measure.require("aggregator");
    return switch (name) {
      case "sum" -> Aggregator.SUM;
      case "count" -> Aggregator.COUNT;
      case "min" -> Aggregator.MIN;
      case "max" -> Aggregator.MAX;
      case "avg" -> Aggregator.AVG;
      case "distinct-count", "distinct count" -> Aggregator.DISTINCT_COUNT;
      default -> {
        List<String> known = List.of("sum", "count", "min", "max", "avg", "distinct-count");
        throw new Refusal(
            "unknown aggregator '"
                + name
                + "'; allowed are "
                + String.join(", ", known)
                + new Nearest(known).hint(name),
            measure.place("aggregator"));
      }
    };
  }

  /** A calculated member of a cube with these dimensions. */
  CalculatedMember calculatedMember(XmlElement element, String cube, List<Dimension> dimensions) {
    return new CalculatedMember(
        element.require("name"),
        element.get("caption"),
        element.get("description"),
        element.flag("visible", true),
        hierarchy(element, dimensions),
        element.get("parent"),
        common.formula(element),
        element.get("formatString"),
        common.formatter(element, "CellFormatter", CellFormatter.class),
        properties(element),
        cube,
        common.annotations(element),
        element.location());
  }

  private static String hierarchy(XmlElement member, List<Dimension> dimensions) {
    String dimension = member.get("dimension");
    String hierarchy = member.get("hierarchy");
    String what = "calculated member '" + member.require("name") + "'";
    if ((dimension == null) == (hierarchy == null)) {
      throw new Refusal(
          what
              + (dimension == null
                  ? " needs the attribute dimension or hierarchy"
                  : " has both dimension and hierarchy; remove one"),
          member.location());
    }
    MdxName name = new MdxName(dimension == null ? String.valueOf(hierarchy) : dimension);
    String first = name.segments().get(0);
    if (!first.equalsIgnoreCase("Measures")
        && dimensions.stream().noneMatch(d -> belongs(first, d.name()))) {
      List<String> names = dimensions.stream().map(Dimension::name).toList();
      throw new Refusal(
          what
              + " is in the dimension '"
              + first
              + "', which the cube does not have"
              + new Nearest(names).hint(first),
          member.place(dimension == null ? "hierarchy" : "dimension"));
    }
    return name.quoted();
  }

  /** Whether a first segment is a dimension or, as in {@code [Time.Weekly]}, its hierarchy. */
  private static boolean belongs(String segment, String dimension) {
    String name = segment.toLowerCase(Locale.ROOT);
    String wanted = dimension.toLowerCase(Locale.ROOT);
    return name.equals(wanted) || name.startsWith(wanted + ".");
  }

  private static List<CalculatedMember.Property> properties(XmlElement owner) {
    return owner.children("CalculatedMemberProperty").stream()
        .map(CalculationReader::property)
        .toList();
  }

  private static CalculatedMember.Property property(XmlElement element) {
    String expression = element.get("expression");
    String value = element.get("value");
    if ((expression == null) == (value == null)) {
      throw new Refusal(
          "the property '"
              + element.require("name")
              + "' needs either expression (MDX) or value (text)",
          element.location());
    }
    return new CalculatedMember.Property(
        element.require("name"), expression, value, element.location());
  }

  /** A named set of a cube or of the schema. */
  NamedSet namedSet(XmlElement element) {
    return new NamedSet(
        element.require("name"),
        element.get("caption"),
        element.get("description"),
        common.formula(element),
        common.annotations(element),
        element.location());
  }
}
