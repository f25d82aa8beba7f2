/**
 * The competitors page: market share, prices on matched items, share of voice and bids against each
 * rival, by region, product and month.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.competitors;
