package org.quadrille.cubes.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.extension.ExtensionClasses;
import org.quadrille.cubes.extension.ExtensionException;

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
   * @param type interface that its class must implement
   */
  <T> @Nullable Extension<T> formatter(XmlElement owner, String child, Class<T> type) {
    XmlElement element = owner.child(child);
    if (element != null) {
      return code(element, "a formatter", type);
    }
    String className = owner.get("formatter");
    return className == null
        ? null
        : load("formatter class " + className, className, type, owner.place("formatter"));
  }

  /** The class of an element. */
  <T> Extension<T> code(XmlElement element, String purpose, Class<T> type) {
    String className = element.get("className");
    XmlElement script = element.child("Script");
    if ((className == null) == (script == null)) {
      throw new Refusal(
          "<" + element.name() + "> needs either className or <Script>", element.location());
    }
    if (script != null) {
      throw new Refusal(
          purpose
              + " as a script cannot be used: scripts of schemas are not run; write a Java class, a"
              + " format string or a formula instead",
          script.location());
    }
    String name = String.valueOf(className);
    return load(purpose + " of class " + name, name, type, element.place("className"));
  }

  private <T> Extension<T> load(String what, String className, Class<T> type, Location place) {
    ExtensionClasses extensions = settings.extensions();
    if (extensions == null) {
      throw new Refusal(
          what
              + " is code, and code of schemas is not run here; use a format string or a formula"
              + " instead, or allow it by the setting extensions: {java: true}",
          place);
    }
    try {
      return extensions.load(className, type);
    } catch (ExtensionException e) {
      throw new Refusal(what + " cannot be used: " + e.getMessage(), place);
    }
  }

  /** A user-defined function; its name must not be one of the language. */
  UserFunction function(XmlElement element) {
    String name = element.require("name");
    if (settings.functions().contains(name.toUpperCase(Locale.ROOT))) {
      throw new Refusal(
          "the language has a function '" + name + "' already; give yours another name",
          element.place("name"));
    }
    String what = "the user-defined function '" + name + "'";
    Extension<org.quadrille.cubes.extension.UserFunction> loaded =
        code(element, what, org.quadrille.cubes.extension.UserFunction.class);
    try {
      return loaded.call(
          f ->
              new UserFunction(
                  name, loaded, f.parameters(), f.result(), f.summary(), element.location()));
    } catch (ExtensionException e) {
      throw new Refusal(what + " cannot be used: " + e.getMessage(), element.place("className"));
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
