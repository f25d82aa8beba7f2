package org.quadrille.cubes.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that cells of an answer have: what formulas gave, and what the format string
 * writes around the text.
 */
final class CellProperties {
  /**
   * Colours by the names that styles of format strings use, as BACK_COLOR counts: red + 256 × green
   * + 65536 × blue. The sixteen of HTML 4 and orange.
   */
  private static final Map<String, Integer> COLOURS =
      Map.ofEntries(
          Map.entry("black", 0x000000),
          Map.entry("maroon", 0x000080),
          Map.entry("green", 0x008000),
          Map.entry("olive", 0x008080),
          Map.entry("navy", 0x800000),
          Map.entry("purple", 0x800080),
          Map.entry("teal", 0x808000),
          Map.entry("gray", 0x808080),
          Map.entry("silver", 0xc0c0c0),
          Map.entry("red", 0x0000ff),
          Map.entry("lime", 0x00ff00),
          Map.entry("yellow", 0x00ffff),
          Map.entry("blue", 0xff0000),
          Map.entry("fuchsia", 0xff00ff),
          Map.entry("aqua", 0xffff00),
          Map.entry("white", 0xffffff),
          Map.entry("orange", 0x00a5ff));

  private static final String BACK_COLOR = "BACK_COLOR";

  private final List<String> asked;
  private final List<String> names;
  private final @Nullable Object[][] values;

  /**
   * Properties of the cells of one answer.
   *
   * @param asked all upper-case names after CELL PROPERTIES
   * @param names those of them that have values here, in the order of the values
   * @param values by name and ordinal of the cell
   */
  CellProperties(List<String> asked, List<String> names, @Nullable Object[][] values) {
    this.asked = asked;
    this.names = names;
    this.values = values;
  }

  /**
   * Those of one cell.
   *
   * @param styles what the format string writes around the text
   */
  Map<String, Object> of(int ordinal, Map<String, String> styles) {
    if (names.isEmpty() && styles.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> properties = new HashMap<>();
    styles.forEach((name, value) -> properties.put(name.toUpperCase(Locale.ROOT), value));
    String style = styles.get("style");
    Integer colour = style == null ? null : COLOURS.get(style.toLowerCase(Locale.ROOT));
    if (colour != null && asked.contains(BACK_COLOR)) {
      properties.put(BACK_COLOR, colour);
    }
    for (int i = 0; i < names.size(); i++) {
      Object value = values[i][ordinal];
      if (value != null) {
        properties.put(names.get(i), value);
      }
    }
    return properties;
  }
}
