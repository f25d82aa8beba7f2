/**
 * From staged rows to the star: typing, look-ups, checks and merging, as bulk SQL in one
 * transaction. {@link org.quadrille.etl.load.Loader} is the way in.
 */
@NullMarked
package org.quadrille.etl.load;

import org.jspecify.annotations.NullMarked;
