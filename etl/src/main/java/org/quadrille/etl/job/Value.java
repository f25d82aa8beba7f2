package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A node of the job file that knows its file; conversions refuse with the place. */
record Value(String file, Node node) {
  Value {
    requireNonNull(file, "file is null");
    requireNonNull(node, "node is null");
  }

  Value of(Node other) {
    return new Value(file, other);
  }

  Place place() {
    return node.getStartMark()
        .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElseThrow();
  }

  /** What this is, in words. */
  String kind() {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return isNull() ? "nothing" : "the text " + ((ScalarNode) node).getValue();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether this is YAML's null: nothing, {@code ~} or {@code null}. */
  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  String text(String what) {
    if (node instanceof ScalarNode scalar && !isNull()) {
      return scalar.getValue();
    }
    throw place().refuse(what + " must be a text, not " + kind());
  }

  /** As {@link #text} but null stays null. */
  @Nullable String textOrNull(String what) {
    return isNull() ? null : text(what);
  }

  boolean flag(String what) {
    String text = text(what);
    if (node.getTag().equals(Tag.BOOL)) {
      return text.equalsIgnoreCase("true");
    }
    throw place().refuse(what + " must be true or false, not " + text);
  }

  LocalDate date(String what) {
    String text = text(what);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw place().refuse(what + " must be a date as 2024-12-31, not " + text);
    }
  }

  List<Value> list(String what) {
    if (!(node instanceof SequenceNode sequence)) {
      throw place().refuse(what + " must be a list, not " + kind());
    }
    return sequence.getValue().stream().map(this::of).toList();
  }

  List<String> texts(String what) {
    if (node instanceof ScalarNode) {
      return List.of(text(what));
    }
    List<String> result = new ArrayList<>();
    for (Value value : list(what)) {
      result.add(value.text(what));
    }
    return result;
  }
}
