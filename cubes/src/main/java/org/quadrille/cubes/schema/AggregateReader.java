package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the aggregate tables of a fact table. As in Mondrian, a table that an {@code AggExclude} of
 * the fact table names is not used, even where an {@code AggName} declares it.
 */
final class AggregateReader {
  /** Reads the aggregate tables that a fact table declares, less those it excludes. */
  List<AggregateTable> read(XmlElement factTable) {
    List<String> excluded = excluded(factTable);
    List<AggregateTable> found = new ArrayList<>();
    for (XmlElement element : factTable.children(Set.of("AggName", "AggPattern"))) {
      String name = element.get("name");
      if (name == null || excluded.stream().noneMatch(p -> Pattern.matches(p, name))) {
        found.add(aggregate(element, excluded));
      }
    }
    return found;
  }

  private static AggregateTable aggregate(XmlElement element, List<String> excludedByTable) {
    List<String> excluded = new ArrayList<>();
    if (element.name().equals("AggPattern")) {
      excluded.addAll(excludedByTable);
      excluded.addAll(excluded(element));
      checkPattern(element);
    }
    return new AggregateTable(
        element.get("name"),
        element.get("pattern"),
        excluded,
        element.flag("ignorecase", true),
        element.children("AggFactCount").get(0).require("column"),
        element.children("AggIgnoreColumn").stream().map(c -> c.require("column")).toList(),
        element.children("AggForeignKey").stream()
            .map(
                k -> new AggregateTable.ForeignKey(k.require("factColumn"), k.require("aggColumn")))
            .toList(),
        element.children("AggMeasure").stream()
            .map(
                m ->
                    new AggregateTable.AggregateMeasure(
                        m.require("name"), m.require("column"), m.get("rollupType")))
            .toList(),
        element.children("AggLevel").stream().map(AggregateReader::level).toList(),
        element.location(),
        element.children("AggMeasureFactCount").stream()
            .map(
                c ->
                    new AggregateTable.MeasureFactCount(
                        c.require("factColumn"), c.require("column")))
            .toList());
  }

  private static AggregateTable.AggregateLevel level(XmlElement level) {
    return new AggregateTable.AggregateLevel(
        level.require("name"),
        level.require("column"),
        level.get("nameColumn"),
        level.get("captionColumn"),
        level.get("ordinalColumn"),
        level.flag("collapsed", true),
        level.children("AggLevelProperty").stream()
            .map(p -> new AggregateTable.AggregateProperty(p.require("name"), p.require("column")))
            .toList());
  }

  /** The table names that are excluded, as regular expressions. */
  private static List<String> excluded(XmlElement owner) {
    List<String> patterns = new ArrayList<>();
    for (XmlElement exclude : owner.children("AggExclude")) {
      String name = exclude.get("name");
      String pattern = exclude.get("pattern");
      if ((name == null) == (pattern == null)) {
        throw new Refusal("<AggExclude> needs either name or pattern", exclude.location());
      }
      if (pattern != null) {
        checkPattern(exclude);
      }
      String expression = name == null ? pattern : Pattern.quote(name);
      patterns.add(exclude.flag("ignorecase", true) ? "(?i)" + expression : expression);
    }
    return patterns;
  }

  private static void checkPattern(XmlElement element) {
    try {
      Pattern.compile(element.require("pattern"));
    } catch (PatternSyntaxException e) {
      throw new Refusal(
          "'pattern' is not a regular expression: " + e.getDescription(), element.place("pattern"));
    }
  }
}
