/**
 * The server's own state: saved views, schedules, run history. {@link
 * org.quadrille.server.state.StateDatabase} is an embedded database in the data folder, or
 * PostgreSQL by setting; its tables are made by the numbered SQL files beside this class. Packages
 * that keep something add a file there and work on the {@code DataSource}; this package knows none
 * of them.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.state;
