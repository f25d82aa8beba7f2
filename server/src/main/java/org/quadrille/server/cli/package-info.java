/**
 * The command line, a class for each command. Commands read options, call {@code app}, {@code
 * config}, {@code format} or the loader, and print; messages for failures are one line on standard
 * error.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.cli;
