package org.quadrille.server.cli;

/** How a result is printed. */
enum OutputFormat {
  TABLE("text/plain"),
  CSV("text/csv"),
  JSON("application/json");

  private final String mediaType;

  OutputFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type by which a server is asked for it. */
  String mediaType() {
    return mediaType;
  }
}
