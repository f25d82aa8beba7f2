package org.quadrille.etl.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A mapping of the job file with all its keys checked. What is not among the allowed keys is
 * refused when the section is made, so that reading is a matter of asking.
 */
final class Section {
  private final Value self;
  private final String what;
  private final Map<String, Value> entries;
  private final Map<String, Place> keys;

  private Section(Value self, String what, Map<String, Value> entries, Map<String, Place> keys) {
    this.self = self;
    this.what = what;
    this.entries = entries;
    this.keys = keys;
  }

  /** A mapping whose keys are names chosen by the user. */
  static Section named(Value value, String what) {
    if (!(value.node() instanceof MappingNode mapping)) {
      throw value.place().refuse(what + " must be a mapping (name: …), not " + value.kind());
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Value key = value.of(tuple.getKeyNode());
      String name = key.text("a key of " + what);
      if (entries.put(name, value.of(tuple.getValueNode())) != null) {
        throw key.place().refuse(name + " stands twice in " + what + "; keep one of them");
      }
      keys.put(name, key.place());
    }
    return new Section(value, what, entries, keys);
  }

  /** A mapping with fixed keys. */
  static Section of(Value value, String what, Set<String> allowed) {
    Section section = named(value, what);
    section.keys.forEach(
        (key, place) -> {
          if (!allowed.contains(key)) {
            throw place.refuse(
                what
                    + " has no key "
                    + key
                    + "; it has "
                    + String.join(", ", allowed.stream().sorted().toList())
                    + Suggestion.of(key, allowed));
          }
        });
    return section;
  }

  Place place() {
    return self.place();
  }

  /** Where the key stands; where the section begins if there is no such key. */
  Place place(String key) {
    return keys.getOrDefault(key, self.place());
  }

  String what() {
    return what;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Set<String> names() {
    return entries.keySet();
  }

  Optional<Value> value(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  Value required(String key) {
    Value value = entries.get(key);
    if (value == null) {
      throw self.place().refuse(what + " needs the key " + key);
    }
    return value;
  }

  Optional<String> text(String key) {
    return value(key).map(value -> value.text(key));
  }

  String requiredText(String key) {
    return required(key).text(key);
  }

  boolean flag(String key, boolean otherwise) {
    return value(key).map(value -> value.flag(key)).orElse(otherwise);
  }

  /** One text or a list of texts; empty where the key is missing. */
  List<String> texts(String key) {
    return value(key).map(value -> value.texts(key)).orElse(List.of());
  }

  /** The keys among {@code wanted} that the section has. */
  List<String> present(List<String> wanted) {
    List<String> result = new ArrayList<>(wanted);
    result.retainAll(entries.keySet());
    return result;
  }

  /** Refuses keys that have no meaning here. */
  void refuse(List<String> unwanted, String reason) {
    for (String key : present(unwanted)) {
      throw place(key).refuse(what + " cannot have the key " + key + ": " + reason);
    }
  }
}
