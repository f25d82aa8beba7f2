package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes and children each element of a schema has, as one table.
 *
 * <p>Attributes are {@code name}, {@code name!} where required, {@code name:boolean}, {@code
 * name:integer}, {@code name:A,B} for a choice and {@code name~A,B} for one that does not regard
 * case. Children are {@code Name} or {@code A|B}, followed by {@code ?} (at most one), {@code !}
 * (exactly one), {@code 2} (exactly two), {@code +} (at least one) or {@code *}. Children may stand
 * in any order.
 *
 * <p>Some attributes are known and have no effect here, on purpose: {@code internalType} (how
 * Mondrian holds keys in memory), {@code cache}, {@code approxRowCount} of aggregate tables, {@code
 * uniqueKeyLevelName} and {@code dependsOnLevelValue} (hints for its SQL), {@code foreignKeyTable}
 * (of older versions), the element {@code Hint} (for the optimizer of one database) and {@code
 * MemberReaderParameter}.
 */
final class Grammar {
  private static final String TYPES = "String,Numeric,Integer,Boolean,Date,Time,Timestamp";
  private static final String SHOWN = " caption description visible:boolean ";
  private static final String GRANT_ACCESS = "access!:all,custom,none,all_dimensions ";
  private static final String AGGREGATE =
      "AggFactCount! AggMeasureFactCount* AggIgnoreColumn* AggForeignKey* AggMeasure* AggLevel*";

  private final Map<String, ElementRule> rules = new LinkedHashMap<>();

  Grammar() {
    cubes();
    dimensions();
    expressions();
    calculations();
    relations();
    aggregates();
    roles();
    others();
  }

  /** What an element may have; null for an element that no schema has. */
  @Nullable ElementRule rule(String element) {
    return rules.get(element);
  }

  /** All element names. */
  Set<String> elements() {
    return rules.keySet();
  }

  private void cubes() {
    add(
        "Schema",
        "name! description measuresCaption defaultRole",
        "Annotations? Parameter* Dimension* Cube* VirtualCube* NamedSet* Role*"
            + " UserDefinedFunction*");
    add(
        "Cube",
        "name! defaultMeasure cache:boolean enabled:boolean" + SHOWN,
        "Annotations? Table|View|InlineTable|Join* DimensionUsage|Dimension|VirtualCubeDimension*"
            + " Measure* CalculatedMember* NamedSet*");
    add(
        "VirtualCube",
        "name! defaultMeasure enabled:boolean" + SHOWN,
        "Annotations? CubeUsages? VirtualCubeDimension* VirtualCubeMeasure* CalculatedMember*"
            + " NamedSet*");
    add("CubeUsages", "", "CubeUsage+");
    add("CubeUsage", "cubeName! ignoreUnrelatedDimensions:boolean", "");
    add(
        "VirtualCubeDimension",
        "name! cubeName foreignKey highCardinality:boolean" + SHOWN,
        "Annotations?");
    add("VirtualCubeMeasure", "name! cubeName! visible:boolean", "Annotations?");
  }

  private void dimensions() {
    add(
        "DimensionUsage",
        "name! source! foreignKey foreignKeyTable level usagePrefix highCardinality:boolean"
            + SHOWN,
        "Annotations?");
    add(
        "Dimension",
        "name! type:StandardDimension,TimeDimension foreignKey foreignKeyTable usagePrefix"
            + " highCardinality:boolean"
            + SHOWN,
        "Annotations? Hierarchy*");
    add(
        "Hierarchy",
        "name hasAll!:boolean allMemberName allMemberCaption allLevelName primaryKey"
            + " primaryKeyTable defaultMember memberReaderClass uniqueKeyLevelName"
            + SHOWN,
        "Annotations? Table|View|InlineTable|Join? Level* MemberReaderParameter*");
    add("MemberReaderParameter", "name value", "");
    add(
        "Level",
        "name! approxRowCount:integer table column nameColumn ordinalColumn parentColumn"
            + " captionColumn nullParentValue uniqueMembers:boolean formatter"
            + " internalType:int,long,Object,String"
            + " levelType:Regular,TimeYears,TimeHalfYears,TimeHalfYear,TimeQuarters,TimeMonths,"
            + "TimeWeeks,TimeDays,TimeHours,TimeMinutes,TimeSeconds,TimeUndefined"
            + " hideMemberIf:Never,IfBlankName,IfParentsName type:"
            + TYPES
            + SHOWN,
        "Annotations? KeyExpression? NameExpression? CaptionExpression? OrdinalExpression?"
            + " ParentExpression? MemberFormatter? Closure? Property*");
    add("Closure", "parentColumn! childColumn!", "Table!");
    add(
        "Property",
        "name! column! formatter caption description dependsOnLevelValue:boolean type:Long,"
            + TYPES,
        "PropertyFormatter?");
  }

  private void expressions() {
    for (String name :
        List.of(
            "KeyExpression",
            "NameExpression",
            "CaptionExpression",
            "OrdinalExpression",
            "ParentExpression",
            "MeasureExpression")) {
      add(name, "", "SQL+");
    }
    addText("SQL", "dialect");
    for (String name : List.of("CellFormatter", "MemberFormatter", "PropertyFormatter")) {
      add(name, "className", "Script?");
    }
    addText("Script", "language");
  }

  private void calculations() {
    add(
        "Measure",
        "name! column formatString aggregator! formatter datatype:Long," + TYPES + SHOWN,
        "Annotations? MeasureExpression? CellFormatter? CalculatedMemberProperty*");
    add(
        "CalculatedMember",
        "name! formatString formula dimension hierarchy parent" + SHOWN,
        "Annotations? Formula? CellFormatter? CalculatedMemberProperty*");
    add("CalculatedMemberProperty", "name! caption description expression value", "");
    add("NamedSet", "name! caption description formula", "Annotations? Formula?");
    addText("Formula", "");
  }

  private void relations() {
    add("View", "alias!", "SQL+");
    add("Join", "leftAlias leftKey! rightAlias rightKey!", "Table|View|InlineTable|Join2");
    add("Table", "name! schema alias", "SQL? AggExclude* AggName|AggPattern* Hint*");
    addText("Hint", "type!");
    add("InlineTable", "alias!", "ColumnDefs! Rows!");
    add("ColumnDefs", "", "ColumnDef+");
    add("ColumnDef", "name! type!:" + TYPES, "");
    add("Rows", "", "Row*");
    add("Row", "", "Value*");
    addText("Value", "column!");
  }

  private void aggregates() {
    add("AggName", "name! ignorecase:boolean approxRowCount", AGGREGATE);
    add("AggPattern", "pattern! ignorecase:boolean", AGGREGATE + " AggExclude*");
    add("AggExclude", "name pattern ignorecase:boolean", "");
    add("AggFactCount", "column!", "");
    add("AggMeasureFactCount", "column! factColumn!", "");
    add("AggIgnoreColumn", "column!", "");
    add("AggForeignKey", "factColumn! aggColumn!", "");
    add("AggMeasure", "column! name! rollupType", "");
    add(
        "AggLevel",
        "column! name! ordinalColumn captionColumn nameColumn collapsed:boolean",
        "AggLevelProperty*");
    add("AggLevelProperty", "name! column!", "");
  }

  private void roles() {
    add("Role", "name!", "Annotations? SchemaGrant* Union?");
    add("SchemaGrant", GRANT_ACCESS, "CubeGrant*");
    add("CubeGrant", GRANT_ACCESS + "cube!", "DimensionGrant* HierarchyGrant*");
    add("DimensionGrant", GRANT_ACCESS + "dimension!", "");
    add(
        "HierarchyGrant",
        GRANT_ACCESS + "hierarchy! topLevel bottomLevel rollupPolicy~Full,Partial,Hidden",
        "MemberGrant*");
    add("MemberGrant", "member! access!:all,none", "");
    add("Union", "", "RoleUsage*");
    add("RoleUsage", "roleName!", "");
  }

  private void others() {
    add("UserDefinedFunction", "name! className", "Script?");
    add("Parameter", "name! description modifiable:boolean defaultValue type:Member," + TYPES, "");
    add("Annotations", "", "Annotation*");
    addText("Annotation", "name!");
  }

  private void add(String element, String attributes, String children) {
    rules.put(element, new ElementRule(attributeRules(attributes), childRules(children), false));
  }

  private void addText(String element, String attributes) {
    rules.put(element, new ElementRule(attributeRules(attributes), List.of(), true));
  }

  private static Map<String, AttributeRule> attributeRules(String text) {
    Map<String, AttributeRule> found = new LinkedHashMap<>();
    for (String word : words(text)) {
      int end = word.indexOf(':');
      boolean ignoreCase = end < 0 && word.indexOf('~') >= 0;
      if (ignoreCase) {
        end = word.indexOf('~');
      }
      String name = end < 0 ? word : word.substring(0, end);
      String kind = end < 0 ? "" : word.substring(end + 1);
      boolean required = name.endsWith("!");
      found.put(
          required ? name.substring(0, name.length() - 1) : name,
          attributeRule(required, kind, ignoreCase));
    }
    return found;
  }

  private static AttributeRule attributeRule(boolean required, String kind, boolean ignoreCase) {
    return switch (kind) {
      case "" -> new AttributeRule(required, List.of(), false, false);
      case "boolean" -> new AttributeRule(required, List.of("true", "false"), true, false);
      case "integer" -> new AttributeRule(required, List.of(), false, true);
      default -> new AttributeRule(required, List.of(kind.split(",")), ignoreCase, false);
    };
  }

  private static List<ChildRule> childRules(String text) {
    List<ChildRule> found = new ArrayList<>();
    for (String word : words(text)) {
      char count = word.charAt(word.length() - 1);
      Set<String> names =
          new LinkedHashSet<>(List.of(word.substring(0, word.length() - 1).split("\\|")));
      int least = count == '2' ? 2 : count == '!' || count == '+' ? 1 : 0;
      int most = count == '2' ? 2 : count == '!' || count == '?' ? 1 : Integer.MAX_VALUE;
      found.add(new ChildRule(names, least, most));
    }
    return found;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** An element's attributes by name, its children, and whether it has text. */
  record ElementRule(
      Map<String, AttributeRule> attributes, List<ChildRule> children, boolean text) {
    /** The names of all children. */
    Set<String> childNames() {
      Set<String> names = new LinkedHashSet<>();
      children.forEach(c -> names.addAll(c.names()));
      return names;
    }
  }

  /**
   * An attribute.
   *
   * @param values the allowed ones; empty for any
   */
  record AttributeRule(
      boolean required, List<String> values, boolean ignoreCase, boolean integer) {}

  /** How often children of any of these names may stand there. */
  record ChildRule(Set<String> names, int least, int most) {}
}
