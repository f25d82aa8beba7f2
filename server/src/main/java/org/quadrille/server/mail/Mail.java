package org.quadrille.server.mail;

import java.util.List;
import java.util.Objects;

/**
 * A mail.
 *
 * @param messageId without brackets; the same for each try, so that mail stores know a second copy
 * @param language tag of subject and text
 */
public record Mail(
    String to,
    String subject,
    String text,
    String language,
    String messageId,
    List<Attachment> attachments) {
  /** A file that goes with it; the bytes are not copied. */
  public record Attachment(String name, String mediaType, byte[] content) {
    public Attachment {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(mediaType, "mediaType");
      Objects.requireNonNull(content, "content");
    }
  }

  public Mail {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(messageId, "messageId");
    attachments = List.copyOf(attachments);
  }
}
