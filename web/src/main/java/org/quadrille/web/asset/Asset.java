package org.quadrille.web.asset;

import java.util.Objects;

/** A file that never changes while the server runs, plain and compressed. */
final class Asset {
  private final String name;
  private final String contentType;
  private final String hash;
  private final byte[] plain;
  private final byte[] gzipped;

  Asset(String name, String contentType, String hash, byte[] plain, byte[] gzipped) {
    this.name = Objects.requireNonNull(name, "name");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.hash = Objects.requireNonNull(hash, "hash");
    this.plain = Objects.requireNonNull(plain, "plain");
    this.gzipped = Objects.requireNonNull(gzipped, "gzipped");
  }

  String path() {
    return "/static/" + hash + "/" + name;
  }

  String contentType() {
    return contentType;
  }

  String hash() {
    return hash;
  }

  byte[] plain() {
    return plain;
  }

  byte[] gzipped() {
    return gzipped;
  }
}
