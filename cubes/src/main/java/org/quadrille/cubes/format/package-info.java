/**
 * Format strings in the notation of Visual Basic, which is also that of MDX's {@code FORMAT_STRING}
 * and {@code Format}: how a value becomes the text that a reader sees.
 *
 * <p>{@link org.quadrille.cubes.format.FormatString} is the entry; {@link
 * org.quadrille.cubes.format.FormatCache} keeps parsed patterns; {@link
 * org.quadrille.cubes.format.StyledText} takes apart a text that carries a style ({@code
 * |0.1|style=red}). The package depends on nothing else of the engine. Its callers are the
 * functions, the cells of a result, and {@code org.quadrille.cubes.vba}.
 */
@NullMarked
package org.quadrille.cubes.format;

import org.jspecify.annotations.NullMarked;
