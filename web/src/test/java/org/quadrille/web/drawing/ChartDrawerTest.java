package org.quadrille.web.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.web.asset.Assets;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.ChartJson;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.CurveChart;
import org.quadrille.web.chart.Guide;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.text.Language;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChartDrawerTest {
  private final Assets assets = new Assets();
  private final ChartDrawer drawer = new ChartDrawer(assets);
  private final Theme theme = Theme.light(assets);

  static String bars() {
    Series sales =
        Series.of(
            "销售额",
            Series.Kind.BAR,
            Colour.CURRENT,
            ValueFormat.COMPACT,
            List.of(Mark.of(1_250_000), Mark.of(830_000), new Mark(410_000, null, Colour.BAD)));
    Series share =
        new Series(
            "Cumulative",
            Series.Kind.LINE,
            Colour.CUMULATIVE,
            ValueFormat.PERCENT,
            true,
            List.of(Mark.of(0.5), Mark.of(0.83), Mark.of(1)));
    return new ChartJson(Language.ZH)
        .write(
            CategoryChart.upright(List.of("上海", "Hamburg", "深圳"), List.of(sales, share))
                .with(List.of(new Guide("80%", 0.8, false, true, Colour.THRESHOLD))));
  }

  @Test
  void aChartIsDrawnWithTheScriptsOfThePages() {
    String svg = drawer.svg(bars(), theme, 700, 320);
    assertThat(svg).startsWith("<svg ").endsWith("</svg>");
    assertThat(svg).contains("上海").contains("Hamburg").contains("120万").contains("80%");
    assertThat(svg).contains(theme.colour("--chart-current")).contains(theme.colour("--chart-bad"));
    assertThat(svg).doesNotContain("var(--");
  }

  @Test
  void theSameChartIsDrawnAlikeEachTime() {
    String first = drawer.svg(bars(), theme, 640, 300);
    assertThat(drawer.svg(bars(), theme, 320, 300)).isNotEqualTo(first);
    assertThat(drawer.svg(bars(), theme, 640, 300)).isEqualTo(first);
    assertThat(first).doesNotContain("<style").doesNotContain("class=").doesNotContain("ecmeta");
  }

  @Test
  void curvesAndLyingBarsAreDrawnToo() {
    CurveChart curves =
        new CurveChart(
            "members",
            "value",
            List.of(
                new CurveChart.Curve(
                    "Lorenz",
                    Colour.CURRENT,
                    false,
                    List.of(new CurveChart.Point(0, 0), new CurveChart.Point(1, 1)))));
    assertThat(drawer.svg(new ChartJson(Language.EN).write(curves), theme, 400, 400))
        .contains("members")
        .contains("100%");
    Series rise =
        Series.of("Rise", Series.Kind.STACK, Colour.GOOD, ValueFormat.INDEX, List.of(Mark.of(97)));
    String lying =
        new ChartJson(Language.EN).write(CategoryChart.lying(List.of("North"), List.of(rise)));
    assertThat(drawer.svg(lying, theme, 400, 200)).contains("North");
  }

  @Test
  void namesCannotBecomeMarkup() {
    Series one =
        Series.of("S", Series.Kind.BAR, Colour.CURRENT, ValueFormat.COMPACT, List.of(Mark.of(1)));
    String json =
        new ChartJson(Language.EN)
            .write(CategoryChart.upright(List.of("<script>alert(1)</script>&"), List.of(one)));
    assertThat(drawer.svg(json, theme, 600, 200))
        .doesNotContain("<script")
        .contains("&lt;script&gt;");
  }

  @Test
  void everyColourOfTheChartsIsInTheTheme() {
    for (Colour colour : Colour.values()) {
      String name = colour.variable().substring(4, colour.variable().length() - 1);
      assertThat(theme.colour(name)).startsWith("#");
    }
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> drawer.svg("{}", theme, 100, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be drawn");
    assertThatThrownBy(() -> drawer.svg(bars(), theme, 0, 100))
        .hasMessageContaining("0 × 100 pixels");
    // After a failure the next chart is drawn as before.
    assertThat(drawer.svg(bars(), theme, 100, 100)).contains("</svg>");
  }

  @Test
  void manyThreadsCanDraw() {
    long drawn =
        IntStream.range(0, 8)
            .parallel()
            .filter(i -> drawer.svg(bars(), theme, 300 + i, 200).contains("上海"))
            .count();
    assertThat(drawn).isEqualTo(8);
  }

  @Test
  void aPictureShowsTheDrawing() throws IOException {
    PaperFonts fonts = PaperFonts.find();
    String svg = drawer.svg(bars(), theme.onPaper(PaperFonts.FAMILIES), 600, 300);
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(new SvgPicture(fonts).png(svg, 600, 2)));
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(600);
    int blue = Integer.parseInt(theme.colour("--chart-current").substring(1), 16);
    long bars =
        IntStream.range(0, 1200 * 600)
            .filter(i -> (image.getRGB(i % 1200, i / 1200) & 0xFFFFFF) == blue)
            .count();
    assertThat(bars).isGreaterThan(10_000);
    assertThat(image.getRGB(1, 599) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void aMissingChineseFontIsNamedWithItsRemedy() throws IOException {
    Path none = Files.createTempFile("no-font", ".ttf");
    try {
      assertThatCode(() -> PaperFonts.with(none).require("上海")).doesNotThrowAnyException();
    } finally {
      Files.delete(none);
    }
    assertThatThrownBy(() -> PaperFonts.with(none)).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> PaperFonts.latinOnly().require("上海"))
        .isInstanceOf(PaperFonts.MissingFontException.class)
        .hasMessageContaining("fonts-wqy-microhei");
    assertThatCode(() -> PaperFonts.latinOnly().require("Shanghai")).doesNotThrowAnyException();
  }
}
