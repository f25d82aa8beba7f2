package org.quadrille.web.schedule;

import java.util.Objects;

/** A kept document; the bytes are not copied. */
public record SentDocument(String name, String mediaType, byte[] content) {
  public SentDocument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(content, "content");
  }
}
