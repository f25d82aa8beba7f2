/**
 * Files of what pages show. {@link org.quadrille.web.export.ExportBook} holds tables of typed cells
 * with what they are about; {@link org.quadrille.web.export.CsvWriter} and {@link
 * org.quadrille.web.export.XlsxWriter} write it, row by row.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.export;
