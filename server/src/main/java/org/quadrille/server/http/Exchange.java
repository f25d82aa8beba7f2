package org.quadrille.server.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request and its answer; used by one thread. Answers are sent once. */
public final class Exchange {
  /** Answers below this size are not worth compressing, in bytes. */
  private static final int GZIP_FROM = 1_024;

  private static final int BUFFER = 32 * 1_024;

  private final Request request;
  private final Response response;
  private final Map<String, String> variables;
  private final Fields query;
  private final long bodyLimit;

  Exchange(Request request, Response response, Map<String, String> variables, long bodyLimit) {
    this.request = request;
    this.response = response;
    this.variables = variables;
    this.query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    this.bodyLimit = bodyLimit;
  }

  /** The method, such as GET. */
  public String method() {
    return request.getMethod();
  }

  /** The path as it was sent, without query. */
  public String path() {
    return request.getHttpURI().getPath();
  }

  /** A variable of the route's path, decoded. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return value;
  }

  /** The first value of a query parameter, null where it is absent. */
  public @Nullable String parameter(String name) {
    return query.getValue(name);
  }

  /** All query parameters with their values, in order. */
  public Map<String, List<String>> parameters() {
    return query.toMultiMap();
  }

  /** All request headers; of repeated ones the first. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    request.getHeaders().forEach(field -> headers.putIfAbsent(field.getName(), field.getValue()));
    return headers;
  }

  /** The cookies by name; of repeated ones the first. */
  public Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    Request.getCookies(request)
        .forEach(cookie -> cookies.putIfAbsent(cookie.getName(), cookie.getValue()));
    return cookies;
  }

  /** The client by its connection: address and port. */
  public String client() {
    return Request.getRemoteAddr(request) + ":" + Request.getRemotePort(request);
  }

  /**
   * Watches whether the client goes away while its request is answered, after its body was read.
   *
   * @param gone called by another thread
   */
  public Watch watchClient(Runnable gone) {
    return new ClientWatch(request, gone)::close;
  }

  /** A watch that ends when it is closed. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** A request header, null where it is absent. */
  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  /** Whether the client names a media type in its Accept header before any other that it knows. */
  public boolean prefers(String mediaType) {
    List<String> accepted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
    return !accepted.isEmpty() && accepted.get(0).toLowerCase(Locale.ROOT).startsWith(mediaType);
  }

  /** Whether the request is a browser's for a page. */
  public boolean wantsHtml() {
    String accept = header("Accept");
    return accept != null && accept.contains("text/html");
  }

  /** The language asked for: parameter lang, else Accept-Language, else American English. */
  public Locale locale() {
    String lang = parameter("lang");
    if (lang != null && !lang.isBlank()) {
      return Locale.forLanguageTag(lang);
    }
    if (header("Accept-Language") == null) {
      return Locale.US;
    }
    Locale first = Request.getLocales(request).get(0);
    return first.getLanguage().isEmpty() ? Locale.US : first;
  }

  /**
   * The body of the request.
   *
   * @throws HttpProblem 413 if it is larger than the server takes
   */
  public byte[] body() throws IOException {
    if (request.getLength() > bodyLimit) {
      throw tooLarge();
    }
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, bodyLimit + 1));
      if (bytes.length > bodyLimit) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  /**
   * The body of the request as text.
   *
   * @throws HttpProblem 400 if it is not UTF-8
   */
  public String bodyText() throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body())).toString();
    } catch (CharacterCodingException e) {
      throw HttpProblem.badRequest("the body is not UTF-8");
    }
  }

  /** Sets a header of the answer. */
  public void setHeader(String name, String value) {
    response.getHeaders().put(name, value);
  }

  /** Whether the answer has begun, so that its status cannot be changed. */
  boolean answered() {
    return response.isCommitted();
  }

  /** Drops status and headers of an answer that has not begun. */
  void reset() {
    response.reset();
  }

  /** Sends a whole answer as UTF-8 text. */
  public void send(int status, String contentType, String body) throws IOException {
    send(status, contentType + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a whole answer.
   *
   * @param contentType null for none
   */
  public void send(int status, @Nullable String contentType, byte[] body) throws IOException {
    response.setStatus(status);
    if (contentType != null) {
      setHeader("Content-Type", contentType);
    }
    boolean encoded = response.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
    if (body.length >= GZIP_FROM && !encoded && compresses(contentType)) {
      try (OutputStream out = gzip()) {
        out.write(body);
      }
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      out.write(body);
    }
  }

  /** Begins an answer whose body is written piece by piece; the caller closes the stream. */
  public OutputStream stream(int status, String contentType) throws IOException {
    response.setStatus(status);
    setHeader("Content-Type", contentType);
    return compresses(contentType)
        ? gzip()
        : new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER);
  }

  private OutputStream gzip() throws IOException {
    setHeader("Content-Encoding", "gzip");
    OutputStream buffer = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER);
    return new BufferedOutputStream(new GZIPOutputStream(buffer, BUFFER), BUFFER);
  }

  private boolean compresses(@Nullable String contentType) {
    if (contentType == null || !compressible(contentType)) {
      return false;
    }
    response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip");
  }

  private static boolean compressible(String contentType) {
    return contentType.startsWith("text/")
        || contentType.startsWith("application/json")
        || contentType.startsWith("application/xml")
        || contentType.startsWith("image/svg+xml");
  }

  private HttpProblem tooLarge() {
    return new HttpProblem(
        413, "too_large", "the body is larger than " + bodyLimit / 1_024 + " KiB");
  }
}
