package org.quadrille.cubes.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A member that a formula computes. Formulas may refer to each other, so a formula is bound when it
 * is first needed; binding it twice gives the same.
 */
public final class CalculatedMember implements Member {
  private final Hierarchy hierarchy;
  private final @Nullable Member parent;
  private final String name;
  private final @Nullable String caption;
  private final int solveOrder;
  private final boolean visible;
  private final Supplier<Computation> formula;
  private final Map<String, Supplier<Computation>> properties = new LinkedHashMap<>();
  private final boolean standsForStored;
  private volatile @Nullable Computation body;

  /**
   * Makes a calculated member.
   *
   * @param parent null at the top of the hierarchy
   * @param caption null for the name
   * @param formula gives the body when it is first needed
   * @param properties expressions by upper-case name
   */
  public CalculatedMember(
      Hierarchy hierarchy,
      @Nullable Member parent,
      String name,
      @Nullable String caption,
      int solveOrder,
      boolean visible,
      Supplier<Computation> formula,
      Map<String, Supplier<Computation>> properties) {
    this(hierarchy, parent, name, caption, solveOrder, visible, formula, properties, false);
  }

  private CalculatedMember(
      Hierarchy hierarchy,
      @Nullable Member parent,
      String name,
      @Nullable String caption,
      int solveOrder,
      boolean visible,
      Supplier<Computation> formula,
      Map<String, Supplier<Computation>> properties,
      boolean standsForStored) {
    this.hierarchy = Objects.requireNonNull(hierarchy, "hierarchy");
    this.parent = parent;
    this.name = Objects.requireNonNull(name, "name");
    this.caption = caption;
    this.solveOrder = solveOrder;
    this.visible = visible;
    this.formula = Objects.requireNonNull(formula, "formula");
    this.properties.putAll(properties);
    this.standsForStored = standsForStored;
  }

  /**
   * A member that stands where a stored one was: the All member is left out of its unique name, as
   * with stored members.
   */
  public CalculatedMember standingForStored() {
    return new CalculatedMember(
        hierarchy, parent, name, caption, solveOrder, visible, formula, properties, true);
  }

  /** What computes it. */
  public Computation body() {
    Computation bound = body;
    if (bound == null) {
      bound = formula.get();
      body = bound;
    }
    return bound;
  }

  /** The expression of a property, null where it has none of that name. */
  public @Nullable Computation property(String propertyName) {
    if (properties.isEmpty()) {
      return null;
    }
    Supplier<Computation> supplier = properties.get(propertyName.toUpperCase(Locale.ROOT));
    return supplier == null ? null : supplier.get();
  }

  /** The names of its properties, in upper case. */
  public Map<String, Supplier<Computation>> properties() {
    return Collections.unmodifiableMap(properties);
  }

  /** The higher, the earlier it is expanded where several calculated members meet. */
  public int solveOrder() {
    return solveOrder;
  }

  /** Whether to show it in lists. */
  public boolean isVisible() {
    return visible;
  }

  @Override
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  @Override
  public Level level() {
    if (parent == null) {
      return hierarchy.levels().get(0);
    }
    Level below = hierarchy.isParentChild() && !parent.isAll() ? null : parent.level().child();
    return below == null ? parent.level() : below;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String uniqueName() {
    String above =
        parent == null || (standsForStored && parent.isAll())
            ? hierarchy.uniqueName()
            : parent.uniqueName();
    return above + "." + Names.quote(name);
  }

  @Override
  public String caption() {
    return caption == null ? name : caption;
  }

  @Override
  public @Nullable Member parent() {
    return parent;
  }

  @Override
  public int depth() {
    return parent == null ? 0 : parent.depth() + 1;
  }

  @Override
  public boolean isCalculated() {
    return true;
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
