/**
 * The REST addresses: metadata, MDX and explanations as JSON and CSV, health, metrics, and the
 * pages of the web module. Each endpoint is thin: it reads the request, asks {@code query} or the
 * engine's facade, and writes the answer with {@code format}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.rest;
