/**
 * The pages that people open in a browser, free of any web server: {@link org.quadrille.web.Pages}
 * turns a {@link org.quadrille.web.http.PageRequest} into a {@link org.quadrille.web.PageResponse}.
 * Below it: {@code page} is what all pages share, {@code cockpit}, {@code pareto} and {@code
 * competitors} are the pages, {@code chart} describes charts, {@code text} speaks the languages,
 * {@code asset} serves files. What the pages show comes from {@code org.quadrille.cubes.analysis}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web;
