package org.quadrille.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key. Remembers places, so that every complaint names
 * file, line and column. Keys other than the allowed ones are refused when the mapping is made.
 */
final class YamlMapping {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlMapping(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /**
   * Reads a node as a mapping.
   *
   * @param file name for messages
   * @param what the mapping's own name for messages
   * @throws ConfigException if it is no mapping, or has an unknown or repeated key
   */
  static YamlMapping of(String file, String what, Node node, List<String> allowed) {
    YamlMapping mapping = new YamlMapping(file, node);
    if (!(node instanceof MappingNode mappingNode)) {
      throw mapping.refuse(node, what + " must be a mapping of: " + String.join(", ", allowed));
    }
    for (NodeTuple tuple : mappingNode.getValue()) {
      String key = mapping.scalar(tuple.getKeyNode(), "a key");
      if (!allowed.contains(key)) {
        throw mapping.refuse(tuple.getKeyNode(), unknown(key, what, allowed));
      }
      if (mapping.values.put(key, tuple.getValueNode()) != null) {
        throw mapping.refuse(tuple.getKeyNode(), "setting " + key + " stands here twice");
      }
    }
    return mapping;
  }

  private static String unknown(String key, String what, List<String> allowed) {
    String near = Spelling.nearest(key, allowed);
    return "unknown setting "
        + key
        + " in "
        + what
        + (near == null ? "" : "; did you mean " + near + "?")
        + (near == null ? "; known are: " + String.join(", ", allowed) : "");
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The text of a key, null where it is absent. */
  @Nullable String text(String key) {
    Node value = values.get(key);
    return value == null ? null : scalar(value, key);
  }

  /** The text of a key that must be there and not empty. */
  String required(String key) {
    String text = text(key);
    if (text == null) {
      throw refuse(node, "setting " + key + " is missing");
    }
    if (text.isBlank()) {
      throw refuse(key, "setting " + key + " is empty");
    }
    return text;
  }

  /** The whole number of a key, or the default where it is absent. */
  int integer(String key, int otherwise) {
    String text = text(key);
    if (text == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw refuse(key, "setting " + key + " must be a whole number, not \"" + text + "\"");
    }
  }

  /** The node of a key that must be there. */
  Node node(String key) {
    Node value = values.get(key);
    if (value == null) {
      throw refuse(node, "setting " + key + " is missing");
    }
    return value;
  }

  /** The texts of a mapping with any keys, empty where it is absent. */
  Map<String, String> texts(String key) {
    Node value = values.get(key);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof MappingNode map)) {
      throw refuse(value, "setting " + key + " must be a mapping");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String name = scalar(tuple.getKeyNode(), "a key");
      texts.put(name, scalar(tuple.getValueNode(), name));
    }
    return texts;
  }

  /** The mapping of a key, null where it is absent. */
  @Nullable YamlMapping mapping(String key, List<String> allowed) {
    Node value = values.get(key);
    return value == null ? null : of(file, key, value, allowed);
  }

  /** The mappings in a key's list; empty where it is absent. */
  List<YamlMapping> mappings(String key, String what, List<String> allowed) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode sequence)) {
      throw refuse(value, "setting " + key + " must be a list");
    }
    List<YamlMapping> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(of(file, what, item, allowed));
    }
    return items;
  }

  /** A complaint at a key's value, or at the mapping where the key is absent. */
  ConfigException refuse(String key, String message) {
    return refuse(values.getOrDefault(key, node), message);
  }

  private ConfigException refuse(Node at, String message) {
    return new ConfigException(
        at.getStartMark().map(mark -> place(file, mark)).orElse(file + ": ") + message);
  }

  static String place(String file, Mark mark) {
    return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
  }

  private String scalar(Node value, String what) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refuse(value, what + " must be a single value");
  }

  @Override
  public String toString() {
    return values.keySet().stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
