/** Keeps saved views and the tiles of cockpits in the state database. */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.view;
