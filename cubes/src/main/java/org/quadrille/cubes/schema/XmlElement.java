package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element of the file with the places of itself and of its attributes. */
final class XmlElement {
  private final String name;
  private final Location location;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(String name, Location location) {
    this.name = name;
    this.location = location;
  }

  /** The value of an attribute and where its name stands. */
  record Attribute(String value, Location location) {}

  void addAttribute(String attribute, String value, Location place) {
    attributes.put(attribute, new Attribute(value, place));
  }

  void addChild(XmlElement child) {
    children.add(child);
  }

  void addText(String part) {
    text.append(part);
  }

  String name() {
    return name;
  }

  Location location() {
    return location;
  }

  Map<String, Attribute> attributes() {
    return attributes;
  }

  List<XmlElement> children() {
    return children;
  }

  /** The text between the tags without blanks at both ends. */
  String text() {
    return text.toString().strip();
  }

  /** The text between the tags as it stands. */
  String rawText() {
    return text.toString();
  }

  /** The attribute's value, null where it is not written. */
  @Nullable String get(String attribute) {
    Attribute found = attributes.get(attribute);
    return found == null ? null : found.value();
  }

  /** The value of an attribute that must be there. */
  String require(String attribute) {
    Attribute found = attributes.get(attribute);
    if (found == null) {
      throw new Refusal("<" + name + "> needs the attribute '" + attribute + "'", location);
    }
    return found.value();
  }

  /** A yes-or-no attribute; the grammar has checked its spelling. */
  boolean flag(String attribute, boolean whenLeftOut) {
    String value = get(attribute);
    return value == null ? whenLeftOut : value.equalsIgnoreCase("true");
  }

  /** Where the attribute stands, the element's own place where it is not written. */
  Location place(String attribute) {
    Attribute found = attributes.get(attribute);
    return found == null ? location : found.location();
  }

  /** The first child of that name, null where there is none. */
  @Nullable XmlElement child(String child) {
    for (XmlElement element : children) {
      if (element.name.equals(child)) {
        return element;
      }
    }
    return null;
  }

  /** The children of that name in the order of the file. */
  List<XmlElement> children(String child) {
    return children(Set.of(child));
  }

  /** The children of those names in the order of the file. */
  List<XmlElement> children(Set<String> names) {
    return children.stream().filter(c -> names.contains(c.name)).toList();
  }
}
