/**
 * The web server: Jetty behind a routing table. Endpoints see an {@link
 * org.quadrille.server.http.Exchange} and throw {@link org.quadrille.server.http.HttpProblem};
 * Jetty's own classes stay in this package. {@code rest} and {@code xmla} fill the table; this
 * package knows neither.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.http;
