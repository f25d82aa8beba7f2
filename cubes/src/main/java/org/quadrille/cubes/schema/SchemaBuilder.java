package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the records of one schema; used once. */
final class SchemaBuilder {
  private static final Set<String> CUBES = Set.of("Cube", "VirtualCube");

  private final XmlElement root;
  private final GrammarCheck grammar = new GrammarCheck();
  private final CommonReader common;
  private final RelationReader relations;
  private final DimensionReader dimensions;
  private final CalculationReader calculations;
  private final SharedDimensions shared;
  private final CubeReader cubeReader;
  private final BaseCubes bases = new BaseCubes();
  private final Refusals outside = new Refusals();
  private final Map<XmlElement, Cube> cubes = new LinkedHashMap<>();
  private final List<SchemaFault> faults = new ArrayList<>();

  SchemaBuilder(XmlElement root, ReaderSettings settings) {
    this.root = root;
    this.common = new CommonReader(settings);
    this.relations = new RelationReader(common);
    this.dimensions = new DimensionReader(common, relations);
    this.calculations = new CalculationReader(common, relations);
    this.shared = new SharedDimensions(root.children("Dimension"), grammar, dimensions);
    this.cubeReader = new CubeReader(common, relations, dimensions, calculations, shared);
  }

  Schema build() {
    grammar.checkOne(root, outside);
    List<XmlElement> enabled = enabledCubes();
    readCubes(enabled);
    List<NamedSet> sets = namedSets();
    List<Parameter> parameters = parameters();
    List<UserFunction> functions = userFunctions();
    Map<String, Role> roles =
        new RoleReader(common, grammar, cubeNames()).read(root.children("Role"), outside);
    checkDefaultRole(roles);
    Annotations annotations = schemaAnnotations();
    faults.addAll(shared.unusedFaults());
    faults.addAll(outside.faults(""));
    String name = root.get("name");
    return new Schema(
        name == null ? "" : name,
        root.get("description"),
        root.get("measuresCaption"),
        enabled.stream().filter(cubes::containsKey).map(cubes::get).toList(),
        faults,
        roles,
        root.get("defaultRole"),
        sets,
        parameters,
        functions,
        annotations);
  }

  private Set<String> cubeNames() {
    Set<String> names = new HashSet<>();
    for (XmlElement cube : root.children(CUBES)) {
      String name = cube.get("name");
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private List<XmlElement> enabledCubes() {
    List<XmlElement> enabled = new ArrayList<>();
    for (XmlElement cube : root.children(CUBES)) {
      if (cube.flag("enabled", true)) {
        enabled.add(cube);
      } else {
        bases.addDisabled(String.valueOf(cube.get("name")));
      }
    }
    return enabled;
  }

  /** Reads base cubes first, wherever virtual ones stand. */
  private void readCubes(List<XmlElement> enabled) {
    Map<XmlElement, Refusals> refused = new LinkedHashMap<>();
    Set<String> doubled = doubled(enabled);
    for (XmlElement element : enabled) {
      Refusals refusals = new Refusals();
      refused.put(element, refusals);
      grammar.checkAll(element, refusals);
      if (doubled.contains(String.valueOf(element.get("name")))) {
        refusals.add(
            "there are two cubes '" + element.get("name") + "'; rename one", element.place("name"));
      }
      if (element.name().equals("Cube")) {
        readBase(element, refusals);
      } else {
        bases.addVirtual(String.valueOf(element.get("name")));
      }
    }
    VirtualCubeReader virtual =
        new VirtualCubeReader(common, dimensions, calculations, cubeReader, shared, bases);
    refused.forEach(
        (element, refusals) -> {
          if (element.name().equals("VirtualCube") && refusals.isEmpty()) {
            Cube cube = refusals.attempt(() -> virtual.read(element, refusals));
            if (cube != null && refusals.isEmpty()) {
              cubes.put(element, cube);
            }
          }
          faults.addAll(refusals.faults(element.get("name") == null ? "" : name(element)));
        });
  }

  private void readBase(XmlElement element, Refusals refusals) {
    BaseCube cube =
        refusals.isEmpty() ? refusals.attempt(() -> cubeReader.read(element, refusals)) : null;
    if (cube != null && refusals.isEmpty()) {
      cubes.put(element, cube.cube());
      bases.addUsable(cube);
    } else {
      bases.addFaulty(String.valueOf(element.get("name")));
    }
  }

  private static Set<String> doubled(List<XmlElement> elements) {
    Set<String> seen = new HashSet<>();
    Set<String> doubled = new HashSet<>();
    for (XmlElement element : elements) {
      if (element.get("name") != null && !seen.add(name(element))) {
        doubled.add(name(element));
      }
    }
    return doubled;
  }

  private static String name(XmlElement element) {
    return element.require("name");
  }

  private List<NamedSet> namedSets() {
    return outside.attemptEach(sound("NamedSet", "named sets"), calculations::namedSet);
  }

  private List<Parameter> parameters() {
    return outside.attemptEach(
        sound("Parameter", "parameters"),
        p ->
            new Parameter(
                name(p),
                p.get("description"),
                type(p.get("type")),
                p.flag("modifiable", true),
                p.get("defaultValue"),
                p.location()));
  }

  private @Nullable DataType type(@Nullable String name) {
    return "Member".equals(name) ? null : common.type(name);
  }

  private List<UserFunction> userFunctions() {
    return outside.attemptEach(
        sound("UserDefinedFunction", "user-defined functions"), common::function);
  }

  /** The children of that name that the grammar passes, without a second one of a name. */
  private List<XmlElement> sound(String child, String what) {
    Map<String, XmlElement> passed = new LinkedHashMap<>();
    for (XmlElement element : root.children(child)) {
      Refusals own = new Refusals();
      grammar.checkAll(element, own);
      if (own.isEmpty() && passed.putIfAbsent(name(element), element) != null) {
        own.add("there are two " + what + " '" + name(element) + "'", element.place("name"));
      }
      outside.addAll(own);
    }
    return List.copyOf(passed.values());
  }

  private Annotations schemaAnnotations() {
    Refusals own = new Refusals();
    root.children("Annotations").forEach(a -> grammar.checkAll(a, own));
    outside.addAll(own);
    return own.isEmpty() ? common.annotations(root) : Annotations.NONE;
  }

  private void checkDefaultRole(Map<String, Role> roles) {
    String role = root.get("defaultRole");
    if (role != null && !roles.containsKey(role)) {
      outside.add(
          "there is no role '"
              + role
              + "' that could be the default"
              + new Nearest(roles.keySet()).hint(role),
          root.place("defaultRole"));
    }
  }
}
