/**
 * Files of what pages show. {@link org.quadrille.web.export.ExportBook} holds tables of typed cells
 * with what they are about; {@link org.quadrille.web.export.CsvWriter} and {@link
 * org.quadrille.web.export.XlsxWriter} write it, row by row. {@link
 * org.quadrille.web.export.PanelBook} makes one of panels.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.export;
