package org.quadrille.etl.job;

import java.util.Map;

/**
 * Another source that gives values to the rows of the main one.
 *
 * @param source its name, which is also its alias in expressions
 * @param on columns of the main source to columns of the joined one
 * @param optional whether a row without a partner is kept
 */
public record Join(String source, Place place, Map<String, String> on, boolean optional) {}
