/**
 * What Java classes implement that a schema names: functions and formatters. Classes are loaded
 * only where the settings allow it. Nothing of the engine is needed here; {@code schema} loads the
 * classes, {@code model}, {@code function} and {@code catalog} call them.
 */
@NullMarked
package org.quadrille.cubes.extension;

import org.jspecify.annotations.NullMarked;
