/**
 * From star queries to SQL and back. SQL is built as relational algebra and written by Calcite for
 * the database at hand; nothing outside this package knows which database that is. Members are read
 * into dictionaries, cells into columns of codes and values.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.store;
