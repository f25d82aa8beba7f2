package org.quadrille.cubes.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quadrille.cubes.mdx.Syntax;

/**
 * All functions and operators, by name and form. The one list from which names are resolved, the
 * reference is written and its examples are tested.
 */
public final class FunctionTable {
  private final Map<Syntax, Map<String, List<FunctionDefinition>>> bySyntax =
      new EnumMap<>(Syntax.class);
  private final List<FunctionDefinition> all;

  /** A table of these functions. */
  public FunctionTable(Collection<FunctionDefinition> functions) {
    all = List.copyOf(functions);
    for (FunctionDefinition function : all) {
      bySyntax
          .computeIfAbsent(function.syntax(), s -> new LinkedHashMap<>())
          .computeIfAbsent(function.name().toUpperCase(Locale.ROOT), n -> new ArrayList<>())
          .add(function);
    }
  }

  /** Every signature, in the order of the reference. */
  public List<FunctionDefinition> all() {
    return all;
  }

  /** The signatures of a name in a form; empty where there are none. */
  public List<FunctionDefinition> find(String name, Syntax syntax) {
    return bySyntax
        .getOrDefault(syntax, Map.of())
        .getOrDefault(name.toUpperCase(Locale.ROOT), List.of());
  }

  /** The names of a form, for remedies. */
  public List<String> names(Syntax syntax) {
    return bySyntax.getOrDefault(syntax, Map.of()).values().stream()
        .map(l -> l.get(0).name())
        .toList();
  }
}
