/**
 * The cockpit: the key figures of a period against the year before, over time, by region and
 * product, and who moved most. Every mark leads on.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.cockpit;
