package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds elements against the {@link Grammar}: names, required parts, values. Stray text between
 * elements, such as a forgotten comma, is only warned of, as Mondrian does not mind it.
 */
final class GrammarCheck {
  private static final Logger LOG = LoggerFactory.getLogger(GrammarCheck.class);

  private final Grammar grammar = new Grammar();

  /** Checks an element and all below it. */
  void checkAll(XmlElement element, Refusals refusals) {
    checkOne(element, refusals);
    for (XmlElement child : element.children()) {
      if (grammar.rule(child.name()) != null) {
        checkAll(child, refusals);
      }
    }
  }

  /** Checks an element itself: its attributes, its text and which children it has. */
  void checkOne(XmlElement element, Refusals refusals) {
    Grammar.ElementRule rule = grammar.rule(element.name());
    if (rule == null) {
      refusals.add("unknown element <" + element.name() + ">", element.location());
      return;
    }
    checkAttributes(element, rule, refusals);
    checkChildren(element, rule, refusals);
    if (!rule.text() && !element.text().isEmpty()) {
      LOG.warn(
          "Text in <{}> has no effect and should be removed: '{}' ({})",
          element.name(),
          shortened(element.text()),
          element.location());
    }
  }

  private static void checkAttributes(
      XmlElement element, Grammar.ElementRule rule, Refusals refusals) {
    for (Map.Entry<String, XmlElement.Attribute> written : element.attributes().entrySet()) {
      Grammar.AttributeRule attribute = rule.attributes().get(written.getKey());
      Location place = written.getValue().location();
      if (attribute == null) {
        refusals.add(unknownAttribute(element, written.getKey(), rule), place);
      } else {
        checkValue(written.getKey(), written.getValue().value(), attribute, place, refusals);
      }
    }
    rule.attributes()
        .forEach(
            (name, attribute) -> {
              if (attribute.required() && element.get(name) == null) {
                refusals.add(
                    "<" + element.name() + "> needs the attribute '" + name + "'",
                    element.location());
              }
            });
  }

  private static String unknownAttribute(
      XmlElement element, String attribute, Grammar.ElementRule rule) {
    String hint =
        rule.attributes().isEmpty()
            ? "; it has none"
            : new Nearest(rule.attributes().keySet()).hint(attribute);
    String list = hint.isEmpty() ? "; it has " + String.join(", ", rule.attributes().keySet()) : "";
    return "<" + element.name() + "> has no attribute '" + attribute + "'" + hint + list;
  }

  private static void checkValue(
      String name, String value, Grammar.AttributeRule rule, Location place, Refusals refusals) {
    List<String> values = rule.values();
    if (!values.isEmpty() && !allowed(value, rule)) {
      refusals.add(
          "'" + name + "' is '" + value + "'" + "; allowed are " + String.join(", ", values),
          place);
    }
    if (rule.integer() && !value.strip().matches("[0-9]{1,9}")) {
      refusals.add("'" + name + "' is '" + value + "' but has to be a whole number", place);
    }
    if (rule.required() && value.isBlank()) {
      refusals.add("'" + name + "' is empty", place);
    }
  }

  private static boolean allowed(String value, Grammar.AttributeRule rule) {
    return rule.values().stream()
        .anyMatch(v -> rule.ignoreCase() ? v.equalsIgnoreCase(value) : v.equals(value));
  }

  private void checkChildren(XmlElement element, Grammar.ElementRule rule, Refusals refusals) {
    Set<String> names = rule.childNames();
    for (XmlElement child : element.children()) {
      if (!names.contains(child.name())) {
        refusals.add(unknownChild(element, child, names), child.location());
      }
    }
    for (Grammar.ChildRule child : rule.children()) {
      List<XmlElement> found = element.children(child.names());
      String wanted = "<" + String.join("> or <", child.names()) + ">";
      if (found.size() < child.least()) {
        refusals.add(
            "<" + element.name() + "> needs " + (child.least() == 1 ? "a " : "two of ") + wanted,
            element.location());
      } else if (found.size() > child.most()) {
        refusals.add(
            "<"
                + element.name()
                + "> has more than "
                + (child.most() == 1 ? "one " : "two of ")
                + wanted,
            found.get(child.most()).location());
      }
    }
  }

  private String unknownChild(XmlElement element, XmlElement child, Set<String> names) {
    String hint = new Nearest(names).hint(child.name());
    if (grammar.rule(child.name()) != null) {
      return "<" + child.name() + "> has no place in <" + element.name() + ">" + hint;
    }
    return "unknown element <"
        + child.name()
        + "> in <"
        + element.name()
        + ">"
        + (hint.isEmpty() ? new Nearest(grammar.elements()).hint(child.name()) : hint);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
