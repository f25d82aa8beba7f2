package org.quadrille.web.chart;

import java.util.Locale;

/** How a chart writes its numbers. */
public enum ValueFormat {
  /** 12.3M, 1,230万. */
  COMPACT,
  /** 0.153 as 15.3%. */
  PERCENT,
  /** 0.85 with two places. */
  DECIMAL,
  /** 103.4; drawn from 100. */
  INDEX;

  /** The name in the chart's JSON. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
