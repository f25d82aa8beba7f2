/**
 * The profitability page: what customers, products and employees contribute, who could be worth
 * more, and what a day changed. Figures come from {@code org.quadrille.cubes.analysis}; here they
 * get words, charts and addresses.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.profit;
