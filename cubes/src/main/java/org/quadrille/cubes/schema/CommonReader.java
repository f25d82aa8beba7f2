package org.quadrille.cubes.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what many elements have: annotations, formulas, types, code. */
final class CommonReader {
  private final ReaderSettings settings;

  CommonReader(ReaderSettings settings) {
    this.settings = settings;
  }

  Annotations annotations(XmlElement owner) {
    XmlElement holder = owner.child("Annotations");
    if (holder == null) {
      return Annotations.NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (XmlElement annotation : holder.children("Annotation")) {
      values.put(annotation.require("name"), annotation.text());
    }
    return new Annotations(values);
  }

  /** The MDX of an element that has it as attribute or child; the child has precedence. */
  String formula(XmlElement owner) {
    XmlElement child = owner.child("Formula");
    String formula = child == null ? owner.get("formula") : child.text();
    if (formula == null || formula.isBlank()) {
      throw new Refusal(
          "<" + owner.name() + "> '" + owner.get("name") + "' has no formula", owner.location());
    }
    return formula.strip();
  }

  /** A type by its name; the grammar has checked it. */
  DataType type(@Nullable String name) {
    return switch (name == null ? "String" : name) {
      case "Numeric" -> DataType.NUMERIC;
      case "Integer" -> DataType.INTEGER;
      case "Long" -> DataType.LONG;
      case "Boolean" -> DataType.BOOLEAN;
      case "Date" -> DataType.DATE;
      case "Time" -> DataType.TIME;
      case "Timestamp" -> DataType.TIMESTAMP;
      default -> DataType.STRING;
    };
  }

  /**
   * The formatter of an element, null where it has none.
   *
   * @param child element name of the formatter, such as {@code CellFormatter}
   */
  @Nullable FormatterClass formatter(XmlElement owner, String child) {
    XmlElement element = owner.child(child);
    if (element != null) {
      return code(element, "a formatter");
    }
    String className = owner.get("formatter");
    if (className == null) {
      return null;
    }
    requireCode("formatter class " + className, owner.place("formatter"));
    return new FormatterClass(className, null, null);
  }

  /** The class or script of an element. */
  FormatterClass code(XmlElement element, String purpose) {
    String className = element.get("className");
    XmlElement script = element.child("Script");
    if ((className == null) == (script == null)) {
      throw new Refusal(
          "<" + element.name() + "> needs either className or <Script>", element.location());
    }
    if (script == null) {
      requireCode(purpose + " of class " + className, element.place("className"));
      return new FormatterClass(className, null, null);
    }
    requireCode(purpose + " as a script", script.location());
    String language = script.get("language");
    return new FormatterClass(null, language == null ? "JavaScript" : language, script.text());
  }

  private void requireCode(String what, Location place) {
    if (!settings.allowCode()) {
      throw new Refusal(
          what
              + " is code, and code of schemas is not run here; use a format string or a formula"
              + " instead",
          place);
    }
  }

  /** Refuses the second of two elements with the same value of an attribute. */
  void checkUnique(
      List<XmlElement> elements, Function<XmlElement, String> name, String of, Refusals refusals) {
    Set<String> seen = new HashSet<>();
    for (XmlElement element : elements) {
      String value = name.apply(element);
      if (!seen.add(value)) {
        refusals.add("there are two " + of + " '" + value + "'", element.place("name"));
      }
    }
  }
}
