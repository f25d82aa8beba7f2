/** Tests of the house rules: directions between modules, form of the sources. */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.house;
