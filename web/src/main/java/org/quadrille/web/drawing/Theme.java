package org.quadrille.web.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quadrille.web.asset.Assets;

/**
 * The colours and the font of a drawing.
 *
 * @param properties the style sheet's custom properties by name, such as {@code --chart-current}
 * @param font families as CSS writes them, without double quotes
 */
public record Theme(Map<String, String> properties, String font) {
  private static final Pattern LIGHT = Pattern.compile(":root\\s*\\{([^}]*)}");
  private static final Pattern PROPERTY = Pattern.compile("(--[a-z0-9-]+)\\s*:\\s*([^;]+);");

  public Theme {
    properties = Map.copyOf(properties);
    Objects.requireNonNull(font, "font");
    if (font.contains("\"")) {
      throw new IllegalArgumentException("a double quote would end the SVG's attribute: " + font);
    }
  }

  /** The light theme of the pages, with the pages' own font. */
  public static Theme light(Assets assets) {
    Matcher root = LIGHT.matcher(assets.text("quadrille.css"));
    if (!root.find()) {
      throw new IllegalStateException("quadrille.css has no :root");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    Matcher property = PROPERTY.matcher(root.group(1));
    while (property.find()) {
      properties.put(property.group(1), property.group(2).trim().replaceAll("\\s+", " "));
    }
    String font = properties.getOrDefault("--font", "sans-serif");
    return new Theme(properties, font.replace('"', '\''));
  }

  /** The same colours as they stand on white paper, in other fonts. */
  public Theme onPaper(String families) {
    Map<String, String> paper = new LinkedHashMap<>(properties);
    paper.put("--surface", "#ffffff");
    return new Theme(paper, families);
  }

  /**
   * A colour by the name of its property.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String colour(String name) {
    String colour = properties.get(name);
    if (colour == null) {
      throw new IllegalArgumentException("the style sheet has no " + name);
    }
    return colour;
  }
}
