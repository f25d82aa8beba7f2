/**
 * The one way in which every surface runs queries: looks the catalog up, measures, and turns the
 * engine's errors into those that are told. Used by {@code rest}, {@code xmla} and {@code cli}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.query;
