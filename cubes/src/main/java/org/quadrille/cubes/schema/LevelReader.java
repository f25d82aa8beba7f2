package org.quadrille.cubes.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.MemberFormatter;
import org.quadrille.cubes.extension.PropertyFormatter;

/** Reads levels with their properties and closure tables. */
final class LevelReader {
  private final CommonReader common;
  private final RelationReader relations;

  LevelReader(CommonReader common, RelationReader relations) {
    this.common = common;
    this.relations = relations;
  }

  /**
   * Reads a level.
   *
   * @param tables of the hierarchy or of the facts; null where they are not known, as in a shared
   *     dimension without tables that no cube uses
   * @param top whether no level stands above, so that its key identifies members anyway
   */
  Level read(XmlElement element, @Nullable Aliases tables, boolean top) {
    String name = element.require("name");
    String what = "level '" + name + "'";
    String table =
        tables == null ? null : tables.table(element.get("table"), what, element.place("table"));
    SqlExpression key = expression(element, "KeyExpression", "column", table);
    if (key == null) {
      throw new Refusal(what + " needs a column or a <KeyExpression>", element.location());
    }
    SqlExpression parent = expression(element, "ParentExpression", "parentColumn", table);
    String rows = element.get("approxRowCount");
    return new Level(
        name,
        element.get("caption"),
        element.get("description"),
        element.flag("visible", true),
        key,
        unlessKey(expression(element, "NameExpression", "nameColumn", table), key),
        expression(element, "CaptionExpression", "captionColumn", table),
        unlessKey(expression(element, "OrdinalExpression", "ordinalColumn", table), key),
        parent,
        element.get("nullParentValue"),
        common.type(element.get("type")),
        top || parent != null || element.flag("uniqueMembers", false),
        levelType(element.get("levelType")),
        hideMemberIf(element.get("hideMemberIf")),
        closure(element, parent),
        properties(element, table),
        common.formatter(element, "MemberFormatter", MemberFormatter.class),
        rows == null ? null : Integer.valueOf(rows.strip()),
        common.annotations(element),
        element.location());
  }

  /** An expression by child element, which has precedence, or by attribute; null without either. */
  private @Nullable SqlExpression expression(
      XmlElement level, String child, String attribute, @Nullable String table) {
    XmlElement element = level.child(child);
    if (element != null) {
      return new SqlExpression.Text(table, relations.sql(element));
    }
    String column = level.get(attribute);
    return column == null ? null : new SqlExpression.Column(table, column);
  }

  private static @Nullable SqlExpression unlessKey(
      @Nullable SqlExpression expression, SqlExpression key) {
    return key.equals(expression) ? null : expression;
  }

  private Level.@Nullable Closure closure(XmlElement level, @Nullable SqlExpression parent) {
    XmlElement closure = level.child("Closure");
    if (closure == null) {
      return null;
    }
    if (parent == null) {
      throw new Refusal(
          "<Closure> needs a parentColumn or <ParentExpression> in its level '"
              + level.require("name")
              + "'",
          closure.location());
    }
    return new Level.Closure(
        relations.table(closure.children("Table").get(0)),
        closure.require("parentColumn"),
        closure.require("childColumn"));
  }

  private List<Level.Property> properties(XmlElement level, @Nullable String table) {
    return level.children("Property").stream()
        .map(
            p ->
                new Level.Property(
                    p.require("name"),
                    new SqlExpression.Column(table, p.require("column")),
                    common.type(p.get("type")),
                    p.get("caption"),
                    p.get("description"),
                    common.formatter(p, "PropertyFormatter", PropertyFormatter.class),
                    p.location()))
        .toList();
  }

  private static LevelType levelType(@Nullable String name) {
    return switch (name == null ? "Regular" : name) {
      case "TimeYears" -> LevelType.TIME_YEARS;
      case "TimeHalfYears", "TimeHalfYear" -> LevelType.TIME_HALF_YEARS;
      case "TimeQuarters" -> LevelType.TIME_QUARTERS;
      case "TimeMonths" -> LevelType.TIME_MONTHS;
      case "TimeWeeks" -> LevelType.TIME_WEEKS;
      case "TimeDays" -> LevelType.TIME_DAYS;
      case "TimeHours" -> LevelType.TIME_HOURS;
      case "TimeMinutes" -> LevelType.TIME_MINUTES;
      case "TimeSeconds" -> LevelType.TIME_SECONDS;
      case "TimeUndefined" -> LevelType.TIME_UNDEFINED;
      default -> LevelType.REGULAR;
    };
  }

  private static Level.HideMemberIf hideMemberIf(@Nullable String name) {
    return switch (name == null ? "Never" : name) {
      case "IfBlankName" -> Level.HideMemberIf.IF_BLANK_NAME;
      case "IfParentsName" -> Level.HideMemberIf.IF_PARENTS_NAME;
      default -> Level.HideMemberIf.NEVER;
    };
  }
}
