package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads dimensions, private and shared, and puts a usage's name on a shared one. */
final class DimensionReader {
  private final CommonReader common;
  private final RelationReader relations;
  private final LevelReader levels;

  DimensionReader(CommonReader common, RelationReader relations) {
    this.common = common;
    this.relations = relations;
    this.levels = new LevelReader(common, relations);
  }

  /**
   * Reads a dimension that the grammar has passed.
   *
   * @param fact where levels are whose hierarchy has no relation; null where no cube is concerned
   */
  Dimension read(XmlElement element, @Nullable Relation fact, Refusals refusals) {
    String name = element.require("name");
    List<XmlElement> elements = element.children("Hierarchy");
    if (elements.isEmpty()) {
      refusals.add("dimension '" + name + "' has no <Hierarchy>", element.location());
    }
    common.checkUnique(
        elements,
        h -> String.valueOf(hierarchyName(h, name) == null ? name : hierarchyName(h, name)),
        "hierarchies",
        refusals);
    List<Hierarchy> hierarchies =
        refusals.attemptEach(elements, h -> hierarchy(h, name, fact, refusals));
    boolean time = isTime(element, hierarchies);
    hierarchies.forEach(h -> checkLevelTypes(name, h, time, refusals));
    return new Dimension(
        name,
        name,
        element.get("caption"),
        element.get("description"),
        element.flag("visible", true),
        time,
        element.flag("highCardinality", false),
        hierarchies,
        common.annotations(element),
        element.location());
  }

  /**
   * A dimension under the name and with the captions of its usage.
   *
   * @param usage a {@code DimensionUsage} or {@code VirtualCubeDimension}
   */
  Dimension used(Dimension shared, XmlElement usage) {
    String name = usage.require("name");
    Annotations own = common.annotations(usage);
    String caption = usage.get("caption");
    String description = usage.get("description");
    return new Dimension(
        name,
        shared.sourceName(),
        caption == null ? shared.caption() : caption,
        description == null ? shared.description() : description,
        usage.flag("visible", true),
        shared.time(),
        usage.flag("highCardinality", shared.highCardinality()),
        shared.hierarchies().stream().map(h -> renamed(h, shared.name(), name)).toList(),
        own.values().isEmpty() ? shared.annotations() : own,
        usage.location());
  }

  /**
   * A hierarchy under another dimension name. As in Mondrian, the name of the All member changes
   * with it: {@code All Stores} of a dimension Store is {@code All Other Stores} in a usage Other
   * Store. So does a default member that names the shared dimension.
   */
  private static Hierarchy renamed(Hierarchy h, String from, String to) {
    if (from.equals(to)) {
      return h;
    }
    String all = h.allMemberName();
    return new Hierarchy(
        h.name(),
        h.caption(),
        h.description(),
        h.visible(),
        h.hasAll(),
        all == null || h.name() != null ? all : all.replace(from, to),
        h.allMemberCaption(),
        h.allLevelName(),
        h.primaryKey(),
        h.primaryKeyTable(),
        renamedMember(h.defaultMember(), from, to),
        h.relation(),
        h.levels(),
        h.annotations(),
        h.location());
  }

  /** The member's name with the dimension in its first segment replaced. */
  private static @Nullable String renamedMember(@Nullable String member, String from, String to) {
    if (member == null) {
      return null;
    }
    for (String end : List.of("]", ".")) {
      String start = "[" + from + end;
      if (member.startsWith(start)) {
        return "[" + to + end + member.substring(start.length());
      }
    }
    return member;
  }

  /** The name as written; null for the main hierarchy, which may bear the dimension's name. */
  private static @Nullable String hierarchyName(XmlElement hierarchy, String dimension) {
    String name = hierarchy.get("name");
    return name == null || name.isBlank() || name.equals(dimension) ? null : name;
  }

  private Hierarchy hierarchy(
      XmlElement element, String dimension, @Nullable Relation fact, Refusals refusals) {
    if (element.get("memberReaderClass") != null) {
      throw new Refusal(
          "memberReaderClass is not supported; give the members by a table, view or inline table",
          element.place("memberReaderClass"));
    }
    List<XmlElement> relationElements = element.children(RelationReader.ELEMENTS);
    Relation relation = relationElements.isEmpty() ? null : relations.read(relationElements.get(0));
    Aliases tables =
        relation != null ? new Aliases(relation) : fact != null ? new Aliases(fact) : null;
    String name = hierarchyName(element, dimension);
    return new Hierarchy(
        name,
        element.get("caption"),
        element.get("description"),
        element.flag("visible", true),
        element.flag("hasAll", true),
        element.get("allMemberName"),
        element.get("allMemberCaption"),
        element.get("allLevelName"),
        element.get("primaryKey"),
        primaryKeyTable(element, dimension, tables),
        element.get("defaultMember"),
        relation,
        levels(element, name == null ? dimension : dimension + "." + name, tables, refusals),
        common.annotations(element),
        element.location());
  }

  private static @Nullable String primaryKeyTable(
      XmlElement hierarchy, String dimension, @Nullable Aliases tables) {
    String written = hierarchy.get("primaryKeyTable");
    if (tables == null || (written == null && hierarchy.get("primaryKey") == null)) {
      return null;
    }
    return tables.table(
        written,
        "the primary key of '" + dimension + "' (primaryKeyTable)",
        hierarchy.place("primaryKeyTable"));
  }

  private List<Level> levels(
      XmlElement hierarchy, String name, @Nullable Aliases tables, Refusals refusals) {
    List<XmlElement> elements = hierarchy.children("Level");
    if (elements.isEmpty()) {
      throw new Refusal("hierarchy '" + name + "' has no <Level>", hierarchy.location());
    }
    common.checkUnique(
        elements, l -> l.require("name"), "levels in hierarchy '" + name + "' called", refusals);
    List<Level> found = new ArrayList<>();
    for (XmlElement element : elements) {
      boolean top = element == elements.get(0);
      Level level = refusals.attempt(() -> levels.read(element, tables, top));
      if (level != null) {
        found.add(level);
      }
    }
    return found;
  }

  /** The declared type, else that of the first level. */
  private static boolean isTime(XmlElement dimension, List<Hierarchy> hierarchies) {
    String type = dimension.get("type");
    if (type != null) {
      return type.equals("TimeDimension");
    }
    return hierarchies.stream()
        .flatMap(h -> h.levels().stream())
        .findFirst()
        .map(l -> l.levelType().isTime())
        .orElse(false);
  }

  private static void checkLevelTypes(
      String dimension, Hierarchy hierarchy, boolean time, Refusals refusals) {
    for (Level level : hierarchy.levels()) {
      if (time && !level.levelType().isTime()) {
        refusals.add(
            "level '"
                + level.name()
                + "' of the time dimension '"
                + dimension
                + "' needs a levelType such as TimeMonths or TimeUndefined",
            level.location());
      } else if (!time && level.levelType().isTime()) {
        refusals.add(
            "level '"
                + level.name()
                + "' has a levelType of time, but dimension '"
                + dimension
                + "' is not of type TimeDimension",
            level.location());
      }
    }
  }
}
