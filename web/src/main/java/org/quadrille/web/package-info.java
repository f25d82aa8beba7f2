/** Quadrille web. */
package org.quadrille.web;
