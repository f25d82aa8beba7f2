/**
 * What all pages share: the frame around them, the choice of language, catalog, cube, period and
 * region, templates, panels and tables. The pages themselves are in packages of their own beside
 * this one.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.page;
