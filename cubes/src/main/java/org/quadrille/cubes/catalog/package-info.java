/**
 * The door to the engine: catalogs by name, their cubes as metadata, and queries against them.
 * Servers, pages and commands use this package, {@code result} and {@code mdx}'s exception, and
 * nothing else of the engine.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.catalog;
