package org.quadrille.web.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.quadrille.web.text.Language;

/**
 * Writes charts as JSON: {@code option} is an option of ECharts 5 in which colours are {@code
 * var(--chart-…)}; {@code formats} names the number format of each series, {@code links} the
 * addresses of the marks of each series, {@code language} whose units to use. The script {@code
 * charts.js} makes formatters and colours of them. Safe for use by many threads.
 */
public final class ChartJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Bars of an index begin at 100, so its data are differences from that. */
  private static final double INDEX_BASE = 100;

  /** The format of what is not seen. */
  private static final String SPACER = "spacer";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Language language;

  /** For a language. */
  public ChartJson(Language language) {
    this.language = Objects.requireNonNull(language, "language");
  }

  /** The chart as JSON that is safe inside a script element. */
  public String write(Chart chart) {
    ObjectNode root = NODES.objectNode();
    root.put("language", language.code());
    if (chart instanceof CategoryChart category) {
      categories(category, root);
    } else if (chart instanceof CurveChart curves) {
      curves(curves, root);
    } else if (chart instanceof ScatterChart scatter) {
      ScatterJson.write(scatter, root);
    }
    try {
      return mapper.writeValueAsString(root).replace("<", "\\u003c").replace(">", "\\u003e");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void categories(CategoryChart chart, ObjectNode root) {
    ObjectNode option = root.putObject("option");
    ArrayNode formats = root.putArray("formats");
    ArrayNode links = root.putArray("links");
    ObjectNode axis = NODES.objectNode().put("type", "category");
    chart.categories().forEach(axis.putArray("data")::add);
    axis.put("boundaryGap", chart.series().stream().noneMatch(ChartJson::fillsTheWidth));
    if (chart.horizontal()) {
      axis.put("inverse", true);
    }
    ArrayNode values = NODES.arrayNode();
    values.add(valueAxis(chart, false));
    if (chart.series().stream().anyMatch(Series::secondAxis)) {
      values.add(valueAxis(chart, true));
    }
    option.set(chart.horizontal() ? "yAxis" : "xAxis", axis);
    option.set(chart.horizontal() ? "xAxis" : "yAxis", values);
    ArrayNode series = option.putArray("series");
    for (Series one : chart.series()) {
      series.add(series(one, chart));
      formats.add(one.kind() == Series.Kind.SPACER ? SPACER : one.format().code());
      ArrayNode own = links.addArray();
      one.marks().forEach(mark -> own.add(mark.address()));
    }
    guides(chart, series);
    legend(option, chart.series().size());
    option.putObject("tooltip").put("trigger", "axis");
  }

  private static boolean fillsTheWidth(Series series) {
    return series.kind() == Series.Kind.AREA;
  }

  private static ObjectNode valueAxis(CategoryChart chart, boolean second) {
    ObjectNode axis = NODES.objectNode().put("type", "value");
    chart.series().stream()
        .filter(series -> series.secondAxis() == second)
        .findFirst()
        .ifPresent(series -> axis.put("format", series.format().code()));
    if (chart.full() || second) {
      axis.put("min", 0).put("max", 1).put("interval", 0.2);
    }
    if (second) {
      axis.putObject("splitLine").put("show", false);
    }
    return axis;
  }

  private static ObjectNode series(Series one, CategoryChart chart) {
    ObjectNode node = NODES.objectNode();
    boolean spacer = one.kind() == Series.Kind.SPACER;
    boolean stacked = one.kind() == Series.Kind.STACK || spacer;
    boolean bar = one.kind() == Series.Kind.BAR || stacked;
    boolean dot = one.kind() == Series.Kind.DOT;
    node.put("name", one.name()).put("type", bar ? "bar" : dot ? "scatter" : "line");
    node.putObject("itemStyle").put("color", spacer ? "transparent" : one.colour().variable());
    if (one.secondAxis()) {
      node.put(chart.horizontal() ? "xAxisIndex" : "yAxisIndex", 1);
    }
    if (stacked || one.kind() == Series.Kind.AREA) {
      node.put("stack", "all");
    }
    if (bar) {
      node.put("barMaxWidth", stacked ? 46 : 34).put("barMinHeight", spacer ? 0 : 1);
      node.put("barCategoryGap", chart.dense() ? "8%" : "32%").put("barGap", "8%");
    } else if (dot) {
      tick(chart, node);
    } else {
      line(one, node);
    }
    ArrayNode data = node.putArray("data");
    for (Series.Mark mark : one.marks()) {
      datum(mark, one.format() == ValueFormat.INDEX ? INDEX_BASE : 0, data);
    }
    return node;
  }

  /** A stroke across the bar, as in a bullet graph. */
  private static void tick(CategoryChart chart, ObjectNode node) {
    int length = chart.categories().size() > 6 ? 15 : 24;
    boolean lying = chart.horizontal();
    node.put("symbol", "rect").put("z", 5);
    node.putArray("symbolSize").add(lying ? 5 : length).add(lying ? length : 5);
    ((ObjectNode) node.get("itemStyle")).put("borderColor", "var(--surface)").put("borderWidth", 1);
  }

  private static void line(Series one, ObjectNode node) {
    boolean area = one.kind() == Series.Kind.AREA;
    boolean many = one.marks().size() > 40;
    node.put("showSymbol", !area && !many).put("symbolSize", 6);
    ObjectNode style = node.putObject("lineStyle");
    style.put("width", area ? 1 : 2.5).put("color", one.colour().variable());
    if (one.kind() == Series.Kind.DASHED_LINE) {
      style.put("type", "dashed");
    }
    if (area) {
      node.putObject("areaStyle").put("opacity", 0.85).put("color", one.colour().variable());
    }
  }

  private static void datum(Series.Mark mark, double base, ArrayNode data) {
    if (!Double.isFinite(mark.value())) {
      data.addNull();
    } else if (mark.colour() == null) {
      data.add(mark.value() - base);
    } else {
      ObjectNode node = data.addObject().put("value", mark.value() - base);
      node.putObject("itemStyle").put("color", mark.colour().variable());
    }
  }

  /** ECharts hangs guides on a series of the axis that they belong to. */
  private static void guides(CategoryChart chart, ArrayNode series) {
    for (Guide guide : chart.guides()) {
      for (int i = 0; i < chart.series().size(); i++) {
        if (chart.series().get(i).secondAxis() == guide.secondAxis()) {
          ObjectNode node = (ObjectNode) series.get(i);
          ObjectNode lines = node.withObject("/markLine");
          lines.put("silent", true).put("symbol", "none");
          boolean index = chart.series().get(i).format() == ValueFormat.INDEX && !guide.across();
          double base = index ? INDEX_BASE : 0;
          guide(guide, base, chart.horizontal(), lines.withArray("/data").addObject());
          break;
        }
      }
    }
  }

  private static void guide(Guide guide, double base, boolean horizontal, ObjectNode line) {
    boolean alongX = guide.across() != horizontal;
    double at = guide.at() - base;
    line.put("name", guide.label()).put(alongX ? "xAxis" : "yAxis", at);
    line.putObject("lineStyle").put("color", guide.colour().variable()).put("type", "dashed");
    line.putObject("label")
        .put("formatter", guide.label())
        .put("position", horizontal ? "start" : guide.across() ? "end" : "insideEndTop");
  }

  private static void curves(CurveChart chart, ObjectNode root) {
    ObjectNode option = root.putObject("option");
    option.set("xAxis", shareAxis(chart.across()));
    option.set("yAxis", shareAxis(chart.up()));
    ArrayNode series = option.putArray("series");
    ArrayNode formats = root.putArray("formats");
    root.putArray("links");
    for (CurveChart.Curve curve : chart.curves()) {
      ObjectNode node = series.addObject().put("name", curve.name()).put("type", "line");
      node.put("showSymbol", false);
      node.putObject("itemStyle").put("color", curve.colour().variable());
      ObjectNode style = node.putObject("lineStyle").put("width", curve.dashed() ? 1.5 : 2.5);
      style.put("color", curve.colour().variable());
      if (curve.dashed()) {
        style.put("type", "dashed");
      } else {
        node.putObject("areaStyle").put("opacity", 0.12).put("color", curve.colour().variable());
      }
      ArrayNode data = node.putArray("data");
      curve.points().forEach(point -> data.addArray().add(point.x()).add(point.y()));
      formats.add(ValueFormat.PERCENT.code());
    }
    legend(option, chart.curves().size());
    option.putObject("tooltip").put("trigger", "axis");
  }

  private static ObjectNode shareAxis(String name) {
    ObjectNode axis = NODES.objectNode().put("type", "value");
    axis.put("min", 0).put("max", 1).put("interval", 0.2);
    axis.put("format", ValueFormat.PERCENT.code()).put("name", name);
    return axis.put("nameLocation", "middle");
  }

  private static void legend(ObjectNode option, int entries) {
    option.putObject("legend").put("show", entries > 1);
  }
}
