package org.quadrille.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.asset.Assets;
import org.quadrille.web.drawing.ChartDrawer;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.drawing.SvgPicture;
import org.quadrille.web.drawing.Theme;
import org.quadrille.web.export.ExportException;
import org.quadrille.web.page.Block.ChartBlock;
import org.quadrille.web.page.PanelView;

/** Draws the charts of panels into files, in light colours. Safe for use by many threads. */
final class ChartFiles {
  static final Set<String> FORMATS = Set.of("svg", "png");

  private static final int WIDTH = 960;
  private static final double PIXELS = 2;

  private final Assets assets;
  private final ChartDrawer drawer;
  private @Nullable SvgPicture pictures;

  ChartFiles(Assets assets) {
    this.assets = Objects.requireNonNull(assets, "assets");
    this.drawer = new ChartDrawer(assets);
  }

  /** The chart of a panel by its number from 1; empty if there is none. */
  static Optional<ChartBlock> chart(PanelView panel, String number) {
    List<ChartBlock> charts =
        panel.blocks().stream()
            .filter(ChartBlock.class::isInstance)
            .map(ChartBlock.class::cast)
            .toList();
    boolean valid = number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= charts.size();
    return valid ? Optional.of(charts.get(Integer.parseInt(number) - 1)) : Optional.empty();
  }

  /**
   * A file of a chart.
   *
   * @param format {@code svg} or {@code png}
   * @throws ExportException if the server has no font for the chart's letters
   */
  byte[] draw(ChartBlock chart, String format) {
    int height =
        switch (chart.size()) {
          case "small" -> 360;
          case "large" -> 600;
          case "square" -> WIDTH;
          default -> 480;
        };
    Theme theme = Theme.light(assets);
    if (format.equals("svg")) {
      return drawer.svg(chart.json(), theme, WIDTH, height).getBytes(StandardCharsets.UTF_8);
    }
    PaperFonts fonts = PaperFonts.find();
    try {
      fonts.require(chart.json());
    } catch (PaperFonts.MissingFontException e) {
      throw new ExportException(String.valueOf(e.getMessage()));
    }
    String svg = drawer.svg(chart.json(), theme.onPaper(PaperFonts.FAMILIES), WIDTH, height);
    return pictures(fonts).png(svg, WIDTH, PIXELS);
  }

  private synchronized SvgPicture pictures(PaperFonts fonts) {
    if (pictures == null) {
      pictures = new SvgPicture(fonts);
    }
    return pictures;
  }
}
