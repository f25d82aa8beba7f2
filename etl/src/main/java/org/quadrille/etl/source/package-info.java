/**
 * Staging: reads files and databases of any kind into tables of the staging database, values as
 * they are written, each row with its place. What cannot even be read as a row is kept as a reject.
 * {@code load} goes on from there.
 */
@NullMarked
package org.quadrille.etl.source;

import org.jspecify.annotations.NullMarked;
