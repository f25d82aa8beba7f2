/**
 * What readers keep: explorer states under a name, and the tiles of their cockpit. {@link
 * org.quadrille.web.view.ViewStore} is where; the server keeps them in its state database.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.view;
