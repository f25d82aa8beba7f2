package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads base cubes. */
final class CubeReader {
  private static final Logger LOG = LoggerFactory.getLogger(CubeReader.class);
  private static final Set<String> DIMENSIONS =
      Set.of("DimensionUsage", "Dimension", "VirtualCubeDimension");

  private final CommonReader common;
  private final RelationReader relations;
  private final DimensionReader dimensions;
  private final CalculationReader calculations;
  private final SharedDimensions shared;
  private final AggregateReader aggregates = new AggregateReader();

  CubeReader(
      CommonReader common,
      RelationReader relations,
      DimensionReader dimensions,
      CalculationReader calculations,
      SharedDimensions shared) {
    this.common = common;
    this.relations = relations;
    this.dimensions = dimensions;
    this.calculations = calculations;
    this.shared = shared;
  }

  /** Reads a cube that the grammar has passed; it counts only where nothing was refused. */
  BaseCube read(XmlElement element, Refusals refusals) {
    String name = element.require("name");
    XmlElement factElement = factElement(element, name);
    Relation fact = relations.fact(factElement);
    Map<String, XmlElement> usages = new HashMap<>();
    List<Dimension> found = new ArrayList<>();
    List<MeasureGroup.Link> links = new ArrayList<>();
    List<XmlElement> dimensionElements = element.children(DIMENSIONS);
    common.checkUnique(dimensionElements, d -> d.require("name"), "dimensions", refusals);
    for (XmlElement child : dimensionElements) {
      Dimension dimension = refusals.attempt(() -> dimension(child, fact, usages, refusals));
      if (dimension != null) {
        found.add(dimension);
        MeasureGroup.Link link = refusals.attempt(() -> link(child, dimension, fact));
        if (link != null) {
          links.add(link);
        }
      }
    }
    List<Measure> measures = measures(element, name, refusals);
    List<CalculatedMember> calculated =
        refusals.attemptEach(
            element.children("CalculatedMember"),
            c -> calculations.calculatedMember(c, name, found));
    List<AggregateTable> tables =
        factElement.name().equals("Table")
            ? refusals.attempt(() -> aggregates.read(factElement))
            : List.of();
    MeasureGroup group =
        new MeasureGroup(name, fact, links, false, tables == null ? List.of() : tables);
    Cube cube =
        new Cube(
            name,
            element.get("caption"),
            element.get("description"),
            element.flag("visible", true),
            false,
            defaultMeasure(element, measures, calculated, refusals),
            found,
            List.of(group),
            measures,
            calculated,
            namedSets(element, refusals),
            common.annotations(element),
            element.location());
    checkNames(cube, refusals);
    return new BaseCube(cube, usages);
  }

  /** The measures; a cube without any counts its rows, as in Mondrian, by a hidden one. */
  private List<Measure> measures(XmlElement element, String cube, Refusals refusals) {
    List<XmlElement> elements = element.children("Measure");
    if (elements.isEmpty()) {
      return List.of(calculations.factCount(cube, element.location()));
    }
    return refusals.attemptEach(elements, m -> calculations.measure(m, cube));
  }

  private static XmlElement factElement(XmlElement cube, String name) {
    List<XmlElement> found = cube.children(RelationReader.ELEMENTS);
    if (found.isEmpty()) {
      throw new Refusal(
          "cube '" + name + "' has no fact table; add a <Table> or <View>", cube.location());
    }
    if (found.size() > 1) {
      throw new Refusal("cube '" + name + "' has two fact tables", found.get(1).location());
    }
    return found.get(0);
  }

  private @Nullable Dimension dimension(
      XmlElement element, Relation fact, Map<String, XmlElement> usages, Refusals refusals) {
    if (element.name().equals("Dimension")) {
      return dimensions.read(element, fact, refusals);
    }
    if (element.name().equals("VirtualCubeDimension")) {
      throw new Refusal(
          "<VirtualCubeDimension> stands in a <VirtualCube>; use <DimensionUsage> here",
          element.location());
    }
    String source = element.require("source");
    Dimension dimension = shared.read(source, element, "source", fact, refusals);
    XmlElement sharedElement = shared.element(source);
    if (sharedElement != null) {
      usages.put(element.require("name"), sharedElement);
    }
    return dimension;
  }

  private static MeasureGroup.Link link(XmlElement element, Dimension dimension, Relation fact) {
    String foreignKey = element.get("foreignKey");
    String level = element.get("level");
    boolean outside = false;
    for (Hierarchy hierarchy : dimension.hierarchies()) {
      Relation relation = hierarchy.relation();
      if (relation != null && !new SameRelation(fact).as(relation)) {
        outside = true;
        checkJoin(element, dimension, hierarchy, foreignKey, level);
      }
    }
    if (level != null) {
      checkLevel(element, dimension, level);
    }
    return new MeasureGroup.Link(
        dimension.name(), outside ? foreignKey : null, level, element.get("usagePrefix"));
  }

  private static void checkJoin(
      XmlElement element,
      Dimension dimension,
      Hierarchy hierarchy,
      @Nullable String foreignKey,
      @Nullable String level) {
    if (foreignKey == null) {
      throw new Refusal(
          "dimension '"
              + dimension.name()
              + "' needs a foreignKey, because its members are not in the fact table",
          element.location());
    }
    if (level == null && hierarchy.primaryKey() == null) {
      throw new Refusal(
          "a hierarchy of dimension '"
              + dimension.name()
              + "' needs a primaryKey, which the foreignKey '"
              + foreignKey
              + "' refers to",
          hierarchy.location());
    }
  }

  private static void checkLevel(XmlElement element, Dimension dimension, String level) {
    List<String> names =
        dimension.hierarchies().stream()
            .flatMap(h -> h.levels().stream())
            .map(Level::name)
            .toList();
    if (!names.contains(level)) {
      throw new Refusal(
          "dimension '"
              + dimension.name()
              + "' has no level '"
              + level
              + "'"
              + new Nearest(names).hint(level),
          element.place("level"));
    }
  }

  /** The sets of a cube. */
  List<NamedSet> namedSets(XmlElement cube, Refusals refusals) {
    List<XmlElement> elements = cube.children("NamedSet");
    common.checkUnique(elements, s -> s.require("name"), "named sets", refusals);
    return refusals.attemptEach(elements, calculations::namedSet);
  }

  /**
   * The declared default measure as it is called in the cube; the name may be written in other
   * case. As in Mondrian, an unknown one leaves the first measure as default.
   */
  static @Nullable String defaultMeasure(
      XmlElement cube,
      List<Measure> measures,
      List<CalculatedMember> calculated,
      Refusals refusals) {
    String wanted = cube.get("defaultMeasure");
    if (wanted == null) {
      return null;
    }
    String name = new MdxName(wanted).last();
    List<String> names = new ArrayList<>(measures.stream().map(Measure::name).toList());
    calculated.stream()
        .filter(c -> c.hierarchy().equalsIgnoreCase("[Measures]"))
        .forEach(c -> names.add(c.name()));
    if (names.contains(name)) {
      return name;
    }
    for (String candidate : names) {
      if (candidate.equalsIgnoreCase(name)) {
        return candidate;
      }
    }
    if (refusals.isEmpty()) {
      LOG.warn(
          "Cube '{}' has no measure '{}'; its first measure is the default ({})",
          cube.get("name"),
          wanted,
          cube.place("defaultMeasure"));
    }
    return null;
  }

  /** Refuses two measures or calculated members of one name. */
  static void checkNames(Cube cube, Refusals refusals) {
    Set<String> seen = new HashSet<>();
    for (Measure measure : cube.measures()) {
      if (!seen.add("[measures]." + measure.name())) {
        refusals.add("there are two measures '" + measure.name() + "'", measure.location());
      }
    }
    for (CalculatedMember member : cube.calculatedMembers()) {
      String parent = member.parent() == null ? member.hierarchy() : member.parent();
      if (!seen.add(parent.toLowerCase(Locale.ROOT) + "." + member.name())) {
        refusals.add(
            "there is another measure or calculated member '" + member.name() + "'",
            member.location());
      }
    }
  }
}
