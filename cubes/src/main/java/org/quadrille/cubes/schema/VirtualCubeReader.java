package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads virtual cubes: the measure groups of base cubes under common dimensions. */
final class VirtualCubeReader {
  private final CommonReader common;
  private final DimensionReader dimensions;
  private final CalculationReader calculations;
  private final CubeReader cubes;
  private final SharedDimensions shared;
  private final BaseCubes bases;

  VirtualCubeReader(
      CommonReader common,
      DimensionReader dimensions,
      CalculationReader calculations,
      CubeReader cubes,
      SharedDimensions shared,
      BaseCubes bases) {
    this.common = common;
    this.dimensions = dimensions;
    this.calculations = calculations;
    this.cubes = cubes;
    this.shared = shared;
    this.bases = bases;
  }

  /**
   * A dimension of the virtual cube.
   *
   * @param source the shared dimension behind it, null for a private one
   * @param owner the base cube that it was taken from, null where it was taken as shared
   */
  private record Used(Dimension dimension, @Nullable XmlElement source, @Nullable String owner) {
    /** Whether this is the dimension of that name in a base cube too. */
    boolean isIn(BaseCube base) {
      return base.cube().name().equals(owner)
          || (source != null && base.shared().get(dimension.name()) == source);
    }
  }

  /** Reads a virtual cube that the grammar has passed. */
  Cube read(XmlElement element, Refusals refusals) {
    String name = element.require("name");
    Map<String, Boolean> ignoring = ignoring(element, refusals);
    List<Used> used = dimensions(element, refusals);
    Map<String, BaseCube> named = baseCubes(element, refusals);
    VirtualMeasures measures = new VirtualMeasures();
    for (XmlElement usage : element.children("VirtualCubeMeasure")) {
      BaseCube base = named.get(usage.require("cubeName"));
      if (base != null) {
        refusals.attemptRun(() -> measures.add(base, usage, common.annotations(usage)));
      }
    }
    List<Dimension> found = used.stream().map(Used::dimension).toList();
    List<CalculatedMember> own =
        refusals.attemptEach(
            element.children("CalculatedMember"),
            c -> calculations.calculatedMember(c, name, found));
    measures.complete(own, found);
    if (refusals.isEmpty()
        && measures.stored().isEmpty()
        && measures.calculated().isEmpty()
        && own.isEmpty()) {
      refusals.add("virtual cube '" + name + "' has no measures", element.location());
    }
    List<CalculatedMember> calculated = new ArrayList<>(measures.calculated());
    calculated.addAll(own);
    Cube cube =
        new Cube(
            name,
            element.get("caption"),
            element.get("description"),
            element.flag("visible", true),
            true,
            CubeReader.defaultMeasure(element, measures.stored(), calculated, refusals),
            found,
            named.values().stream()
                .map(b -> group(b, used, ignoring.getOrDefault(b.cube().name(), false)))
                .toList(),
            measures.stored(),
            calculated,
            cubes.namedSets(element, refusals),
            common.annotations(element),
            element.location());
    CubeReader.checkNames(cube, refusals);
    return cube;
  }

  private static Map<String, Boolean> ignoring(XmlElement element, Refusals refusals) {
    Map<String, Boolean> found = new LinkedHashMap<>();
    XmlElement usages = element.child("CubeUsages");
    if (usages != null) {
      for (XmlElement usage : usages.children("CubeUsage")) {
        String cube = usage.require("cubeName");
        if (found.put(cube, usage.flag("ignoreUnrelatedDimensions", false)) != null) {
          refusals.add("cube '" + cube + "' is used twice", usage.place("cubeName"));
        }
      }
    }
    return found;
  }

  /** All base cubes that the virtual cube names anywhere, in the order of naming. */
  private Map<String, BaseCube> baseCubes(XmlElement element, Refusals refusals) {
    List<XmlElement> naming = new ArrayList<>();
    XmlElement usages = element.child("CubeUsages");
    if (usages != null) {
      naming.addAll(usages.children("CubeUsage"));
    }
    naming.addAll(element.children("VirtualCubeDimension"));
    naming.addAll(element.children("VirtualCubeMeasure"));
    Map<String, BaseCube> found = new LinkedHashMap<>();
    Set<String> refused = new HashSet<>();
    for (XmlElement use : naming) {
      String name = use.get("cubeName");
      if (name != null && !found.containsKey(name) && refused.add(name)) {
        BaseCube base = refusals.attempt(() -> bases.require(name, use.place("cubeName")));
        if (base != null) {
          found.put(name, base);
        }
      }
    }
    return found;
  }

  private List<Used> dimensions(XmlElement element, Refusals refusals) {
    Map<String, Used> found = new LinkedHashMap<>();
    for (XmlElement usage : element.children("VirtualCubeDimension")) {
      Used dimension = refusals.attempt(() -> dimension(usage, refusals));
      if (dimension == null) {
        continue;
      }
      Used before = found.putIfAbsent(dimension.dimension().name(), dimension);
      if (before != null && (before.source() == null || before.source() != dimension.source())) {
        refusals.add(
            "there are two dimensions '" + dimension.dimension().name() + "'", usage.place("name"));
      }
    }
    return List.copyOf(found.values());
  }

  private @Nullable Used dimension(XmlElement usage, Refusals refusals) {
    String name = usage.require("name");
    String cube = usage.get("cubeName");
    if (cube == null) {
      Dimension dimension = shared.read(name, usage, "name", null, refusals);
      return dimension == null ? null : new Used(dimension, shared.element(name), null);
    }
    BaseCube base = bases.find(cube);
    if (base == null) {
      // Told once for the cube, by baseCubes.
      return null;
    }
    Dimension dimension = base.dimension(name);
    if (dimension == null) {
      List<String> names = base.cube().dimensions().stream().map(Dimension::name).toList();
      throw new Refusal(
          "cube '" + cube + "' has no dimension '" + name + "'" + new Nearest(names).hint(name),
          usage.place("name"));
    }
    return new Used(dimensions.used(dimension, usage), base.shared().get(name), cube);
  }

  private static MeasureGroup group(BaseCube base, List<Used> used, boolean ignoring) {
    MeasureGroup own = base.group();
    List<MeasureGroup.Link> links = new ArrayList<>();
    for (Used dimension : used) {
      MeasureGroup.Link link = own.link(dimension.dimension().name());
      Dimension ofBase = base.dimension(dimension.dimension().name());
      boolean same =
          dimension.isIn(base)
              || (ofBase != null && new SameDimension(ofBase).as(dimension.dimension()));
      if (link != null && same) {
        links.add(link);
      }
    }
    return new MeasureGroup(own.name(), own.fact(), links, ignoring, own.aggregates());
  }
}
