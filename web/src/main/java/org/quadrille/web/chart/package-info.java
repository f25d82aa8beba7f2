/**
 * Charts as plain values: what is drawn, by which format and in which role of colour, with the
 * address that each mark opens. {@link org.quadrille.web.chart.ChartJson} writes them as options of
 * ECharts; the same text is drawn in the browser and can be drawn on paper.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.chart;
