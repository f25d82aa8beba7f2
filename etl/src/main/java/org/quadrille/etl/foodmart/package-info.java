/** FoodMart, the data set of the conformance tests, copied from the library that carries it. */
@NullMarked
package org.quadrille.etl.foodmart;

import org.jspecify.annotations.NullMarked;
