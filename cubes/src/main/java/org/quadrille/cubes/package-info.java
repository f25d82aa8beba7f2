/** Quadrille cubes. */
package org.quadrille.cubes;
