/**
 * JDBC for SQL clients: Avatica's protocol, in JSON and protobuf, at {@code /jdbc}. Avatica's own
 * handlers read and write the messages; {@code SqlMeta} answers them over the catalogs. A cursor
 * stays open between fetches, so that the rows of an answer are never all in memory.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.jdbc;
