/**
 * From a text in SQL to one statement of the database. The text is parsed by Calcite; names in FROM
 * are resolved and measures replaced by their expressions; Calcite validates the outcome against
 * the star's tables and the cubes as queries; the tree is then written in the database's dialect.
 * What is written is what was validated, so nothing but the catalog can be reached.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.sql.plan;
