package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shared dimensions of a schema. What is wrong with one is told to each cube that uses it. */
final class SharedDimensions {
  private final DimensionReader reader;
  private final Map<String, XmlElement> elements = new LinkedHashMap<>();
  private final Map<String, Refusals> structure = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  SharedDimensions(List<XmlElement> dimensions, GrammarCheck grammar, DimensionReader reader) {
    this.reader = reader;
    for (XmlElement element : dimensions) {
      String name = element.get("name") == null ? "" : element.require("name");
      Refusals refusals = structure.computeIfAbsent(name, n -> new Refusals());
      grammar.checkAll(element, refusals);
      if (elements.putIfAbsent(name, element) != null) {
        refusals.add("there are two shared dimensions '" + name + "'", element.place("name"));
      }
    }
  }

  /** The element of a shared dimension, null where there is none of that name. */
  @Nullable XmlElement element(String name) {
    return elements.get(name);
  }

  /**
   * Reads a shared dimension under the name of a usage; null where it cannot be used, with the
   * reasons collected.
   *
   * @param source name of the shared dimension
   * @param attribute attribute of the usage that names it
   * @param fact where levels are whose hierarchy has no relation, null where no fact is concerned
   */
  @Nullable Dimension read(
      String source,
      XmlElement usage,
      String attribute,
      @Nullable Relation fact,
      Refusals refusals) {
    XmlElement element = elements.get(source);
    if (element == null) {
      throw new Refusal(
          "there is no shared dimension '"
              + source
              + "'"
              + new Nearest(elements.keySet()).hint(source),
          usage.place(attribute));
    }
    used.add(source);
    Refusals own = new Refusals();
    own.addAll(structure.getOrDefault(source, new Refusals()));
    Dimension dimension = own.isEmpty() ? own.attempt(() -> reader.read(element, fact, own)) : null;
    refusals.addAll(own);
    return dimension == null || !own.isEmpty() ? null : reader.used(dimension, usage);
  }

  /** What is wrong with dimensions that no cube uses. */
  List<SchemaFault> unusedFaults() {
    List<SchemaFault> faults = new ArrayList<>();
    elements.forEach(
        (name, element) -> {
          if (!used.contains(name)) {
            Refusals own = new Refusals();
            own.addAll(structure.getOrDefault(name, new Refusals()));
            if (own.isEmpty()) {
              own.attemptRun(() -> reader.read(element, null, own));
            }
            faults.addAll(own.faults(""));
          }
        });
    return faults;
  }
}
