/**
 * A cube with its members: dimensions, hierarchies, levels, and the dictionary of members that
 * names resolve to. Built from {@code schema} for one version of the data; the members themselves
 * are read by {@code store} when they are first needed.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.model;
