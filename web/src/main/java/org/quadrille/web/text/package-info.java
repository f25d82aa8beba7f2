/**
 * The languages of the pages: which one a request wants, the messages of each, and numbers as each
 * writes them.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.text;
