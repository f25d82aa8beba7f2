/**
 * The page of customer classes: A to D by month, who moved, alarms with the plan of each class, and
 * the change of the value taken apart.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.classes;
