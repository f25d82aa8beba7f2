/** FoodMart as test data: its tables in a DuckDB file, and a schema over them for our tests. */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.foodmart;
