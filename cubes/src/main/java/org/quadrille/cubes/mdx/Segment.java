package org.quadrille.cubes.mdx;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One part of a dotted name. */
public sealed interface Segment {
  /** Where the segment begins. */
  Place place();

  /** The segment as MDX text. */
  String toMdx();

  /**
   * A name.
   *
   * @param name without brackets, doubled closing brackets undone
   * @param quoted whether it was written in brackets
   */
  record Name(String name, boolean quoted, Place place) implements Segment {
    public Name {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(place, "place");
    }

    @Override
    public String toMdx() {
      return quoted ? quote(name) : name;
    }
  }

  /**
   * A key, {@code &[1997]} or, for a compound key, {@code &[1997]&[Q1]}.
   *
   * @param parts the parts of the key in order, without brackets
   */
  record Key(List<String> parts, Place place) implements Segment {
    public Key {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a key has at least one part");
      }
    }

    @Override
    public String toMdx() {
      return parts.stream().map(p -> "&" + quote(p)).collect(Collectors.joining());
    }
  }

  /** A name in brackets. */
  static String quote(String name) {
    return "[" + name.replace("]", "]]") + "]";
  }
}
