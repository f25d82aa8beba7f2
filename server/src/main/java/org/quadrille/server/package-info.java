/**
 * The program: {@link org.quadrille.server.Main} reads the command line and hands over to {@code
 * cli}. Below it, {@code config} reads settings, {@code http} is the web server, {@code rest} and
 * {@code xmla} are what it serves, {@code query} runs queries for both, and {@code format} writes
 * results as JSON, CSV and text.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server;
