package org.quadrille.cubes.model;

/**
 * What computes a calculated member or one of its properties. The model only keeps it; what it is
 * belongs to the packages that evaluate.
 */
public interface Computation {}
