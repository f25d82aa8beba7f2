/**
 * The explorer: a pivot over any cube. {@link org.quadrille.web.explorer.PivotState} is what it
 * shows, {@link org.quadrille.web.explorer.PivotText} its form in addresses, {@link
 * org.quadrille.web.explorer.PivotActions} what a gesture makes of it, {@link
 * org.quadrille.web.explorer.PivotMdx} the one place where it becomes a query, and {@link
 * org.quadrille.web.explorer.PivotGrid} the answer as rows with heads. The cockpit shows the same
 * states as tiles.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.explorer;
