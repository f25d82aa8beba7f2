/**
 * What a role may see of a cube: which hierarchies, levels and members, and what totals over hidden
 * members show. Made from the grants of the schema; navigation, names and cells ask it. It knows
 * the model and the schema and nothing of queries.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.rights;
