/**
 * Requests and responses as plain values, so that pages need no web server and tests none either.
 * The server module translates its own into these.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.http;
