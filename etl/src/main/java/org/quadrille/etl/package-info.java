/** Quadrille etl. */
package org.quadrille.etl;
