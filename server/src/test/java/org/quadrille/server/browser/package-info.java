/**
 * Tests of pages in a real browser: {@link org.quadrille.server.browser.Browser} opens the system's
 * Chromium, or skips the test and says so where there is none.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.browser;
