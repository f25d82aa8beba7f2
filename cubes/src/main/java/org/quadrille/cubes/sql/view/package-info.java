/**
 * What SQL may ask of a catalog under a role: the tables of its star, and for each cube a view of
 * its levels, member properties and measures.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.sql.view;
