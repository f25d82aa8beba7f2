package org.quadrille.cubes.bind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Names;

/**
 * Checks what DIMENSION PROPERTIES and CELL PROPERTIES list: a name that nothing has is refused.
 */
final class AskedProperties {
  /** What every cell has, whether or not a formula gives it. */
  private static final List<String> OF_CELLS =
      List.of(
          "VALUE",
          "FORMATTED_VALUE",
          "FORMAT_STRING",
          "CELL_ORDINAL",
          "SOLVE_ORDER",
          "BACK_COLOR",
          "FORE_COLOR",
          "FONT_NAME",
          "FONT_SIZE",
          "FONT_FLAGS",
          "LANGUAGE",
          "ACTION_TYPE",
          "DATATYPE",
          "NON_EMPTY_BEHAVIOR",
          "UPDATEABLE",
          "CELL_EVALUATION_LIST",
          "STYLE",
          "ARROW",
          "IMAGE",
          "LINK");

  /** What every member has, besides the properties of its level. */
  private static final List<String> OF_MEMBERS =
      List.of(
          "NAME",
          "MEMBER_NAME",
          "CAPTION",
          "MEMBER_CAPTION",
          "UNIQUE_NAME",
          "MEMBER_UNIQUE_NAME",
          "KEY",
          "KEY0",
          "MEMBER_KEY",
          "MEMBER_VALUE",
          "LEVEL_NUMBER",
          "LEVEL_UNIQUE_NAME",
          "HIERARCHY_UNIQUE_NAME",
          "DIMENSION_UNIQUE_NAME",
          "CUBE_NAME",
          "CATALOG_NAME",
          "SCHEMA_NAME",
          "PARENT_UNIQUE_NAME",
          "PARENT_LEVEL",
          "PARENT_COUNT",
          "CHILDREN_CARDINALITY",
          "MEMBER_ORDINAL",
          "MEMBER_TYPE",
          "MEMBER_GUID",
          "DESCRIPTION",
          "DEPTH",
          "IS_DATAMEMBER",
          "IS_PLACEHOLDERMEMBER",
          "CUSTOM_ROLLUP",
          "UNARY_OPERATOR",
          "SKIPPED_LEVELS",
          "DISPLAY_INFO");

  private final Scope scope;

  AskedProperties(Scope scope) {
    this.scope = scope;
  }

  /** The names after CELL PROPERTIES in upper case, each once. */
  List<String> ofCells(List<Segment.Name> asked) {
    Set<String> names = new LinkedHashSet<>();
    for (Segment.Name name : asked) {
      String word = name.name().toUpperCase(Locale.ROOT);
      List<String> known = new ArrayList<>(OF_CELLS);
      known.addAll(scope.propertyNames());
      if (!known.contains(word)) {
        throw new MdxException(
            name.place(),
            "cells have no property "
                + name.name()
                + Names.didYouMean(word, known)
                + "; a calculated member may define it after its formula");
      }
      names.add(word);
    }
    return List.copyOf(names);
  }

  /** The names after DIMENSION PROPERTIES of an axis, as they were written. */
  List<String> ofMembers(List<Identifier> asked, Type set) {
    for (Identifier name : asked) {
      check(name, set);
    }
    return asked.stream().map(Identifier::toMdx).toList();
  }

  private void check(Identifier asked, Type set) {
    List<Segment> segments = asked.segments();
    if (!(segments.get(segments.size() - 1) instanceof Segment.Name name)) {
      throw new MdxException(asked.place(), "a property has a name, not a key");
    }
    boolean onAnyHierarchy = set.hierarchies().contains(null);
    List<Hierarchy> onAxis = set.hierarchies().stream().filter(Objects::nonNull).toList();
    List<Level> levels =
        segments.size() == 1
            ? levels(onAnyHierarchy ? scope.cube().hierarchies() : onAxis)
            : owner(asked);
    if (!onAnyHierarchy
        && !levels.isEmpty()
        && levels.stream().noneMatch(l -> onAxis.contains(l.hierarchy()))) {
      throw new MdxException(
          asked.place(),
          "the property "
              + asked.toMdx()
              + " is of a hierarchy that does not stand on this axis; on it are "
              + String.join(", ", onAxis.stream().map(Hierarchy::uniqueName).toList()));
    }
    List<String> known = new ArrayList<>(OF_MEMBERS);
    for (Level level : levels) {
      level.properties().forEach(p -> known.add(p.name()));
      for (CalculatedMember member : scope.calculatedMembers(level.hierarchy())) {
        known.addAll(member.properties().keySet());
      }
    }
    if (known.stream().noneMatch(k -> k.equalsIgnoreCase(name.name()))) {
      throw new MdxException(
          asked.place(),
          "members have no property " + asked.toMdx() + Names.didYouMean(name.name(), known));
    }
  }

  private static List<Level> levels(List<Hierarchy> hierarchies) {
    return hierarchies.stream().flatMap(h -> h.levels().stream()).toList();
  }

  /** The levels that the name before the last dot stands for. */
  private List<Level> owner(Identifier asked) {
    List<Segment> above = asked.segments().subList(0, asked.segments().size() - 1);
    @Nullable Object found = new Binder(scope).owner(above);
    if (found instanceof Level level) {
      return List.of(level);
    }
    if (found instanceof Hierarchy hierarchy) {
      return levels(List.of(hierarchy));
    }
    if (found instanceof Dimension dimension) {
      return levels(dimension.hierarchies());
    }
    throw new MdxException(
        asked.place(),
        "there is no dimension, hierarchy or level that could have the property " + asked.toMdx());
  }
}
