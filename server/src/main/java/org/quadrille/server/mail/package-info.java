/**
 * Sends mails by SMTP, and web hooks beside them. Knows neither reports nor schedules; {@code
 * schedule} hands it messages.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.mail;
