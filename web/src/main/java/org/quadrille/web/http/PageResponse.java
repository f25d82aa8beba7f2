package org.quadrille.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the browser gets. */
public final class PageResponse {
  private final int status;
  private final String contentType;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Keeps the parts; the array is not copied and must not be changed afterwards.
   *
   * @param headers in order, without Content-Type and Content-Length
   */
  public PageResponse(int status, String contentType, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.body = Objects.requireNonNull(body, "body");
  }

  /** A page in UTF-8. */
  public static PageResponse html(int status, Map<String, String> headers, String html) {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    return new PageResponse(status, "text/html; charset=utf-8", headers, body);
  }

  /** Sends the browser to another address, which it gets. */
  public static PageResponse seeOther(String address) {
    return new PageResponse(303, "", Map.of("Location", address), new byte[0]);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The media type with its charset; empty where there is no body. */
  public String contentType() {
    return contentType;
  }

  /** Further headers in order, without Content-Type and Content-Length. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes to send; not to be changed. */
  public byte[] body() {
    return body;
  }

  /** The body as text; for pages and tests. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same with one more header. */
  public PageResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new PageResponse(status, contentType, more, body);
  }
}
