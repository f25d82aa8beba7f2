package org.quadrille.web.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.quadrille.web.drawing.ChartDrawer;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.drawing.PlainSvg;
import org.quadrille.web.drawing.Theme;
import org.quadrille.web.page.Block.ChartBlock;

/** Draws the charts of one report; the template calls it. */
public final class Drawings {
  private static final double PIXELS_PER_MM = 96 / 25.4;
  private static final int SQUARE = 440;
  private static final Map<String, Integer> HEIGHTS =
      Map.of("small", 190, "medium", 226, "large", 300, "square", 400, "tall", 400);

  private final ChartDrawer drawer;
  private final Theme theme;
  private final int width;

  Drawings(ChartDrawer drawer, Theme light, ReportHead.Paper paper) {
    this.drawer = drawer;
    this.theme = light.onPaper(PaperFonts.FAMILIES);
    this.width = (int) Math.round(paper.width() * PIXELS_PER_MM);
  }

  /** Width of a chart in pixels. */
  public int width(ChartBlock chart) {
    return chart.size().equals("square") ? Math.min(SQUARE, width) : width;
  }

  /** Height of a chart in pixels. */
  public int height(ChartBlock chart) {
    return HEIGHTS.getOrDefault(chart.size(), 300);
  }

  /** The chart as the address of an image that holds it. */
  public String source(ChartBlock chart) {
    String svg = PlainSvg.of(drawer.svg(chart.json(), theme, width(chart), height(chart)));
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
