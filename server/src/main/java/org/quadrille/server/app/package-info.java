/**
 * Puts the server together: {@link org.quadrille.server.app.QuadrilleServer} wires catalogs,
 * queries, REST, XMLA and pages to the web server, and leaves a mark beside each database file so
 * that commands find the server that holds it. {@code cli} starts it; nothing else knows it.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.app;
