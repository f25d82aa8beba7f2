/**
 * Charts without a browser: {@link org.quadrille.web.drawing.ChartDrawer} runs the pages' own
 * {@code charts.js} and ECharts in Rhino and gives SVG, {@link
 * org.quadrille.web.drawing.SvgPicture} makes a PNG of it, {@link
 * org.quadrille.web.drawing.PaperFonts} finds the fonts that paper needs. Exports and PDF use it;
 * it knows the charts of {@code chart} by their JSON only.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.drawing;
