package org.quadrille.etl.sample;

/**
 * A county or district, the lowest level of the regions; {@code weight} says how much business it
 * has.
 */
record Region(int index, String id, Province province, Name city, Name county, double weight) {}
