package org.quadrille.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.text.Language;

final class ChartJsonTest {
  private static JsonNode write(Chart chart) throws JsonProcessingException {
    return new ObjectMapper().readTree(new ChartJson(Language.ZH).write(chart));
  }

  @Test
  void barsWithACumulativeLineAndTheirGuides() throws JsonProcessingException {
    Series bars =
        Series.of(
            "Sales",
            Series.Kind.BAR,
            Colour.CLASS_A,
            ValueFormat.COMPACT,
            List.of(new Mark(8, "/a", Colour.CLASS_B), Mark.of(Double.NaN)));
    Series line =
        new Series(
            "Cumulative",
            Series.Kind.LINE,
            Colour.CUMULATIVE,
            ValueFormat.PERCENT,
            true,
            List.of(Mark.of(0.8), Mark.of(1)));
    Guide threshold = new Guide("80%", 0.8, false, true, Colour.THRESHOLD);
    JsonNode json =
        write(
            CategoryChart.upright(List.of("x", "y"), List.of(bars, line)).with(List.of(threshold)));
    assertThat(json.at("/language").asText()).isEqualTo("zh");
    assertThat(json.at("/option/xAxis/data/1").asText()).isEqualTo("y");
    assertThat(json.at("/option/series/0/data/0/itemStyle/color").asText())
        .isEqualTo("var(--chart-class-b)");
    assertThat(json.at("/option/series/0/data/1").isNull()).isTrue();
    assertThat(json.at("/option/series/1/yAxisIndex").asInt()).isEqualTo(1);
    assertThat(json.at("/option/series/1/markLine/data/0/yAxis").asDouble()).isEqualTo(0.8);
    assertThat(json.at("/option/yAxis/1/max").asInt()).isEqualTo(1);
    assertThat(json.at("/formats/1").asText()).isEqualTo("percent");
    assertThat(json.at("/links/0/0").asText()).isEqualTo("/a");
    assertThat(json.at("/links/0/1").isNull()).isTrue();
  }

  @Test
  void lyingBarsHaveTheirCategoriesDownTheSide() throws JsonProcessingException {
    Series bars =
        Series.of("S", Series.Kind.STACK, Colour.OWN, ValueFormat.PERCENT, List.of(Mark.of(0.3)));
    Guide guide = new Guide("100", 100, false, false, Colour.REFERENCE);
    JsonNode json = write(CategoryChart.lying(List.of("x"), List.of(bars)).with(List.of(guide)));
    assertThat(json.at("/option/yAxis/type").asText()).isEqualTo("category");
    assertThat(json.at("/option/yAxis/inverse").asBoolean()).isTrue();
    assertThat(json.at("/option/series/0/stack").asText()).isEqualTo("all");
    assertThat(json.at("/option/series/0/markLine/data/0/xAxis").asInt()).isEqualTo(100);
  }

  @Test
  void anIndexIsDrawnFromItsBase() throws JsonProcessingException {
    Series bars =
        Series.of(
            "Price", Series.Kind.BAR, Colour.CURRENT, ValueFormat.INDEX, List.of(Mark.of(97.5)));
    Guide base = new Guide("same", 100, false, false, Colour.REFERENCE);
    JsonNode json = write(CategoryChart.upright(List.of("x"), List.of(bars)).with(List.of(base)));
    assertThat(json.at("/option/series/0/data/0").asDouble()).isEqualTo(-2.5);
    assertThat(json.at("/option/series/0/markLine/data/0/yAxis").asDouble()).isZero();
  }

  @Test
  void curvesKeepTheirPoints() throws JsonProcessingException {
    CurveChart.Curve curve =
        new CurveChart.Curve(
            "Lorenz",
            Colour.CURRENT,
            false,
            List.of(new CurveChart.Point(0, 0), new CurveChart.Point(0.5, 0.1)));
    JsonNode json = write(new CurveChart("members", "value", List.of(curve)));
    assertThat(json.at("/option/series/0/data/1/1").asDouble()).isEqualTo(0.1);
    assertThat(json.at("/option/xAxis/name").asText()).isEqualTo("members");
  }

  @Test
  void bubblesHaveTheAreaOfTheirSize() throws JsonProcessingException {
    ScatterChart.Cloud cloud =
        new ScatterChart.Cloud(
            "Promote",
            Colour.GOOD,
            List.of(
                new ScatterChart.Bubble("big", 4, 0.3, 400, "/big"),
                new ScatterChart.Bubble("quarter", 2, 0.2, 100, null),
                new ScatterChart.Bubble("outside of a log axis", 0, 0.2, 100, "/none")));
    ScatterChart.Axis across =
        new ScatterChart.Axis("Share", ValueFormat.DECIMAL, true, true, 1, "cut");
    ScatterChart.Axis up = ScatterChart.Axis.of("Rate", ValueFormat.PERCENT, Double.NaN, "");
    JsonNode json =
        write(
            new ScatterChart(
                across,
                up,
                "Profit",
                ValueFormat.COMPACT,
                List.of(cloud),
                List.of("a", "b", "c", "d")));
    assertThat(json.at("/option/series/0/data")).hasSize(2);
    double big = json.at("/option/series/0/data/0/symbolSize").asDouble();
    assertThat(json.at("/option/series/0/data/1/symbolSize").asDouble()).isEqualTo(big / 2);
    assertThat(json.at("/links/0/0").asText()).isEqualTo("/big");
    assertThat(json.at("/links/0/1").isNull()).isTrue();
    assertThat(json.at("/option/xAxis/type").asText()).isEqualTo("log");
    assertThat(json.at("/option/xAxis/inverse").asBoolean()).isTrue();
    assertThat(json.at("/option/series/0/markLine/data")).hasSize(1);
    assertThat(json.at("/dimensions/2/format").asText()).isEqualTo("compact");
    assertThat(json.at("/corners/3").asText()).isEqualTo("d");
  }

  @Test
  void aSpacerIsStackedButNotSeen() throws JsonProcessingException {
    Series spacer =
        Series.of("", Series.Kind.SPACER, Colour.CURRENT, ValueFormat.COMPACT, List.of(Mark.of(7)));
    JsonNode json = write(CategoryChart.upright(List.of("x"), List.of(spacer)));
    assertThat(json.at("/option/series/0/itemStyle/color").asText()).isEqualTo("transparent");
    assertThat(json.at("/option/series/0/stack").asText()).isEqualTo("all");
    assertThat(json.at("/formats/0").asText()).isEqualTo("spacer");
  }

  @Test
  void namesCannotEndTheScriptElement() {
    Series series =
        Series.of(
            "</script><script>alert(1)",
            Series.Kind.LINE,
            Colour.OWN,
            ValueFormat.COMPACT,
            List.of(Mark.of(1)));
    String json =
        new ChartJson(Language.EN).write(CategoryChart.upright(List.of("x"), List.of(series)));
    assertThat(json).doesNotContain("<").contains("\\u003c/script");
  }

  @Test
  void refusesSeriesThatDoNotFitTheCategories() {
    Series series =
        Series.of("S", Series.Kind.BAR, Colour.OWN, ValueFormat.COMPACT, List.of(Mark.of(1)));
    assertThatThrownBy(() -> CategoryChart.upright(List.of("x", "y"), List.of(series)))
        .hasMessageContaining("1 marks for 2 categories");
  }
}
