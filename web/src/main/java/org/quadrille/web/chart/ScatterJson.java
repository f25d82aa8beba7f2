package org.quadrille.web.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes scatter charts for {@link ChartJson}. */
final class ScatterJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double SMALLEST = 7;
  private static final double LARGEST = 46;

  private ScatterJson() {}

  static void write(ScatterChart chart, ObjectNode root) {
    ObjectNode option = root.putObject("option");
    option.set("xAxis", axis(chart.across()));
    option.set("yAxis", axis(chart.up()));
    ArrayNode series = option.putArray("series");
    ArrayNode links = root.putArray("links");
    root.putArray("formats");
    ArrayNode dimensions = root.putArray("dimensions");
    dimension(dimensions, chart.across().name(), chart.across().format());
    dimension(dimensions, chart.up().name(), chart.up().format());
    if (!chart.sizeName().isEmpty()) {
      dimension(dimensions, chart.sizeName(), chart.sizeFormat());
    }
    double most = most(chart);
    for (ScatterChart.Cloud cloud : chart.clouds()) {
      series.add(series(cloud, chart, most, links.addArray()));
    }
    if (!series.isEmpty()) {
      lines(chart, (ObjectNode) series.get(0));
    }
    corners(chart, root);
    option.putObject("legend").put("show", chart.clouds().size() > 1);
    option.putObject("tooltip").put("trigger", "item");
  }

  private static void dimension(ArrayNode dimensions, String name, ValueFormat format) {
    dimensions.addObject().put("name", name).put("format", format.code());
  }

  private static ObjectNode axis(ScatterChart.Axis axis) {
    ObjectNode node = NODES.objectNode().put("type", axis.log() ? "log" : "value");
    node.put("format", axis.format().code()).put("name", axis.name()).put("nameLocation", "middle");
    node.put("scale", true).put("inverse", axis.reversed());
    if (axis.log()) {
      node.put("logBase", 2);
    }
    return node;
  }

  private static double most(ScatterChart chart) {
    return chart.clouds().stream()
        .flatMap(cloud -> cloud.bubbles().stream())
        .mapToDouble(ScatterChart.Bubble::size)
        .filter(size -> size > 0)
        .max()
        .orElse(0);
  }

  private static ObjectNode series(
      ScatterChart.Cloud cloud, ScatterChart chart, double most, ArrayNode links) {
    ObjectNode node = NODES.objectNode().put("name", cloud.name()).put("type", "scatter");
    node.putObject("itemStyle")
        .put("color", cloud.colour().variable())
        .put("opacity", 0.72)
        .put("borderColor", "var(--surface)")
        .put("borderWidth", 1);
    ArrayNode data = node.putArray("data");
    for (ScatterChart.Bubble bubble : cloud.bubbles()) {
      boolean drawn = fits(bubble.x(), chart.across()) && fits(bubble.y(), chart.up());
      if (drawn) {
        ObjectNode datum = data.addObject().put("name", bubble.name());
        ArrayNode value = datum.putArray("value").add(bubble.x()).add(bubble.y());
        if (Double.isFinite(bubble.size())) {
          value.add(bubble.size());
        } else {
          value.addNull();
        }
        datum.put("symbolSize", diameter(bubble.size(), most, chart.sizeName().isEmpty()));
        links.add(bubble.address());
      }
    }
    return node;
  }

  private static boolean fits(double value, ScatterChart.Axis axis) {
    return Double.isFinite(value) && (!axis.log() || value > 0);
  }

  private static double diameter(double size, double most, boolean alike) {
    if (alike || most == 0) {
      return 10;
    }
    double share = size > 0 ? Math.sqrt(size / most) : 0;
    return Math.rint(10 * Math.max(SMALLEST, LARGEST * share)) / 10;
  }

  private static void lines(ScatterChart chart, ObjectNode series) {
    ArrayNode data = NODES.arrayNode();
    line(chart.across(), "xAxis", data);
    line(chart.up(), "yAxis", data);
    if (!data.isEmpty()) {
      series.putObject("markLine").put("silent", true).put("symbol", "none").set("data", data);
    }
  }

  private static void line(ScatterChart.Axis axis, String name, ArrayNode data) {
    if (!Double.isFinite(axis.line())) {
      return;
    }
    ObjectNode line = data.addObject().put("name", axis.lineLabel()).put(name, axis.line());
    line.putObject("lineStyle").put("color", Colour.REFERENCE.variable()).put("type", "dashed");
    line.putObject("label")
        .put("formatter", axis.lineLabel())
        .put("position", name.equals("xAxis") ? "end" : "insideEndTop");
  }

  private static void corners(ScatterChart chart, ObjectNode root) {
    ArrayNode corners = root.putArray("corners");
    chart.corners().forEach(corners::add);
  }
}
