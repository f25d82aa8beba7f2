package org.quadrille.cubes.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/** What names mean in a query: the cube's, and those that the query itself defines. */
public final class Scope {
  private final Cube cube;
  private final FunctionTable functions;
  private final Navigation navigation;
  private final @Nullable Scope outer;
  private final Map<String, NamedSet> sets = new LinkedHashMap<>();
  private final List<CalculatedMember> members = new ArrayList<>();
  private final java.util.Set<CalculatedMember> concealed = new java.util.HashSet<>();
  private final Map<String, Expr> parameters = new LinkedHashMap<>();
  private final Map<MeasureMember, Map<String, Supplier<Expr>>> measureProperties =
      new LinkedHashMap<>();

  /** The scope of a cube. */
  public Scope(Cube cube, FunctionTable functions, Navigation navigation) {
    this(cube, functions, navigation, null);
  }

  private Scope(Cube cube, FunctionTable functions, Navigation navigation, @Nullable Scope outer) {
    this.cube = Objects.requireNonNull(cube, "cube");
    this.functions = Objects.requireNonNull(functions, "functions");
    this.navigation = Objects.requireNonNull(navigation, "navigation");
    this.outer = outer;
  }

  /** A scope inside this one, for a query with definitions of its own. */
  public Scope nested(Navigation view) {
    return new Scope(cube, functions, view, this);
  }

  /** The cube. */
  public Cube cube() {
    return cube;
  }

  /** The functions of the language. */
  public FunctionTable functions() {
    return functions;
  }

  /** Members as the user may see them. */
  public Navigation navigation() {
    return navigation;
  }

  /** Defines a named set. */
  public void define(NamedSet set) {
    sets.put(set.name().toLowerCase(Locale.ROOT), set);
  }

  /** Defines a calculated member; a later one of the same name hides it. */
  public void define(CalculatedMember member) {
    members.removeIf(m -> m.uniqueName().equalsIgnoreCase(member.uniqueName()));
    members.add(member);
  }

  /** Gives a stored measure a property that is computed for each cell. */
  void define(MeasureMember measure, String name, Supplier<Expr> value) {
    measureProperties
        .computeIfAbsent(measure, m -> new LinkedHashMap<>())
        .put(name.toUpperCase(Locale.ROOT), value);
  }

  /** What computes a property of cells of a member; null where it has none of that name. */
  public @Nullable Expr property(Member member, String name) {
    if (member instanceof CalculatedMember calculated) {
      return (Expr) calculated.property(name);
    }
    if (outer != null) {
      return outer.property(member, name);
    }
    Supplier<Expr> value =
        member instanceof MeasureMember measure
            ? measureProperties.getOrDefault(measure, Map.of()).get(name.toUpperCase(Locale.ROOT))
            : null;
    return value == null ? null : value.get();
  }

  /** The names of the properties that members here define, in upper case. */
  java.util.Set<String> propertyNames() {
    java.util.Set<String> names =
        outer == null ? new java.util.TreeSet<>() : new java.util.TreeSet<>(outer.propertyNames());
    measureProperties.values().forEach(p -> names.addAll(p.keySet()));
    if (outer == null) {
      cube.calculatedMembers().forEach(m -> names.addAll(m.properties().keySet()));
    }
    members.forEach(m -> names.addAll(m.properties().keySet()));
    return names;
  }

  /** Defines a parameter. */
  public void defineParameter(String name, Expr value) {
    parameters.put(name.toLowerCase(Locale.ROOT), value);
  }

  /** The value of a parameter, null where there is none of that name. */
  public @Nullable Expr parameter(String name) {
    Expr found = parameters.get(name.toLowerCase(Locale.ROOT));
    return found != null || outer == null ? found : outer.parameter(name);
  }

  /** The named set of that name, null where there is none. */
  public @Nullable NamedSet set(String name) {
    NamedSet found = sets.get(name.toLowerCase(Locale.ROOT));
    return found != null || outer == null ? found : outer.set(name);
  }

  /** Keeps a calculated member of the schema out of lists; formulas may still name it. */
  public void conceal(CalculatedMember member) {
    concealed.add(member);
  }

  private boolean isConcealed(CalculatedMember member) {
    return concealed.contains(member) || (outer != null && outer.isConcealed(member));
  }

  /** The calculated members of a hierarchy that lists show, in the order of definition. */
  public List<CalculatedMember> listedMembers(Hierarchy hierarchy) {
    return calculatedMembers(hierarchy).stream().filter(m -> !isConcealed(m)).toList();
  }

  /** The calculated members of a hierarchy, the schema's first, in the order of definition. */
  public List<CalculatedMember> calculatedMembers(Hierarchy hierarchy) {
    List<CalculatedMember> all = new ArrayList<>();
    if (outer == null) {
      all.addAll(cube.calculatedMembers());
    } else {
      all.addAll(outer.calculatedMembers(hierarchy));
      all.removeIf(m -> !navigation.rights().isVisible(m));
    }
    for (CalculatedMember member : members) {
      all.removeIf(m -> m.uniqueName().equalsIgnoreCase(member.uniqueName()));
      all.add(member);
    }
    all.removeIf(m -> m.hierarchy() != hierarchy);
    return all;
  }
}
