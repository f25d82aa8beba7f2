/** Quadrille server. */
package org.quadrille.server;
