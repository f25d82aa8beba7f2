/**
 * The sample company: a made-up distributor whose source files are written deterministically by
 * seed and scale, with known effects (season, trend, price elasticity, affinities, dirty rows)
 * planted in them.
 *
 * <p>{@link org.quadrille.etl.sample.SampleGenerator} is the way in. It only writes files; reading
 * them is the work of the loader, which it knows nothing about. {@code docs/sample-data.md} holds
 * the star, the files and the planted numbers. Name lists and parameters are resource files beside
 * this package, so that they can be read and changed without reading code.
 */
@NullMarked
package org.quadrille.etl.sample;

import org.jspecify.annotations.NullMarked;
