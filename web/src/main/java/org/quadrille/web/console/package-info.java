/**
 * The console: queries in SQL and MDX typed by hand, with completion from the metadata, answers as
 * grid and chart. The page is a frame; its script asks the REST addresses.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.console;
