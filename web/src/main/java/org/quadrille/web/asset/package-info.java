/**
 * Files that browsers fetch: style sheet, scripts and pictures of this module, and the libraries
 * from WebJars. Each has its content's hash in its address, so browsers may keep it for ever.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.asset;
