/**
 * Reports on paper: a {@link org.quadrille.web.report.ReportFile} is a FreeMarker template with a
 * head in YAML that says which panels of which pages, and which MDX queries, it shows. {@link
 * org.quadrille.web.report.Reports} fills it with the panels' own values, so that its numbers are
 * those of the pages, and {@link org.quadrille.web.report.PdfPrinter} lays the HTML out as a tagged
 * PDF. Charts come from {@code drawing}; panels come through {@link
 * org.quadrille.web.report.PanelSource}, so that no page is known here.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.report;
