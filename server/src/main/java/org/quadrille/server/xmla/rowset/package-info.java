/**
 * The tables that Discover answers, a class each: a {@link org.quadrille.server.xmla.rowset.Rowset}
 * declares its columns and gives rows. Restrictions are applied here for all of them; rowsets use
 * them themselves only to read less.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.xmla.rowset;
