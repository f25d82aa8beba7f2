package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.extension.MemberFormatter;
import org.quadrille.cubes.extension.PropertyFormatter;

/**
 * A level of a hierarchy.
 *
 * @param key expression that identifies members (under their parent where they are not unique)
 * @param nameKey expression of the name, null for the key
 * @param captionKey expression of the caption, null for the name
 * @param ordinalKey expression that orders members, null for the key
 * @param parentKey expression that refers to the parent's key in a parent-child hierarchy, else
 *     null
 * @param nullParentValue value of the parent column that means no parent, besides SQL null
 * @param uniqueMembers whether the key alone identifies a member in the whole level
 * @param closure table of all pairs of ancestor and descendant, null where there is none
 * @param formatter writes the captions of members, null without
 * @param approxRowCount expected number of members, null where not given
 */
public record Level(
    String name,
    @Nullable String caption,
    @Nullable String description,
    boolean visible,
    SqlExpression key,
    @Nullable SqlExpression nameKey,
    @Nullable SqlExpression captionKey,
    @Nullable SqlExpression ordinalKey,
    @Nullable SqlExpression parentKey,
    @Nullable String nullParentValue,
    DataType type,
    boolean uniqueMembers,
    LevelType levelType,
    HideMemberIf hideMemberIf,
    @Nullable Closure closure,
    List<Property> properties,
    @Nullable Extension<MemberFormatter> formatter,
    @Nullable Integer approxRowCount,
    Annotations annotations,
    Location location) {
  public Level {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(levelType, "levelType");
    Objects.requireNonNull(hideMemberIf, "hideMemberIf");
    properties = List.copyOf(properties);
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }

  /** Whether members of this level have parents in the same level. */
  public boolean isParentChild() {
    return parentKey != null;
  }

  /** A member property that is read from the database. */
  public record Property(
      String name,
      SqlExpression expression,
      DataType type,
      @Nullable String caption,
      @Nullable String description,
      @Nullable Extension<PropertyFormatter> formatter,
      Location location) {
    public Property {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(location, "location");
    }
  }

  /** The closure table of a parent-child hierarchy. */
  public record Closure(Relation.Table table, String parentColumn, String childColumn) {
    public Closure {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(parentColumn, "parentColumn");
      Objects.requireNonNull(childColumn, "childColumn");
    }
  }

  /** When a member of a ragged hierarchy is left out. */
  public enum HideMemberIf {
    NEVER,
    /** When its name is null or blank. */
    IF_BLANK_NAME,
    /** When its name is its parent's. */
    IF_PARENTS_NAME
  }
}
