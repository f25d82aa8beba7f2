/**
 * What a query answers: axes and cells with formatted values. One model feeds pages, XMLA, JSON and
 * CSV. It knows nothing of how it came to be; {@code exec} fills it.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.result;
