/**
 * Classes of customers by month, worked out within a slice: how large the classes are and what they
 * contribute over time, and who changed class between two months, with the change of the value
 * taken apart. Counts through {@code analysis} and {@code catalog}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.classes;
