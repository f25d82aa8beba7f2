/**
 * The functions that MDX takes over from Visual Basic for Applications and from Excel: on texts,
 * dates, numbers and payments, not on members or sets.
 *
 * <p>{@link org.quadrille.cubes.vba.VbaFunctions#all} lists them as data: name, parameters, result,
 * a sentence, an example with its result, and the body. The table of MDX functions takes the list
 * as it is, and the function reference is written from it. The package needs {@code
 * org.quadrille.cubes.format} and nothing else of the engine.
 */
@NullMarked
package org.quadrille.cubes.vba;

import org.jspecify.annotations.NullMarked;
