package org.quadrille.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;

/**
 * The files below {@code /static/}. The address is {@code /static/HASH/NAME}; with another hash the
 * present content is served, but not to be kept. Immutable.
 */
public final class Assets {
  private static final String PREFIX = "/static/";

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  /**
   * Reads all files from the class path.
   *
   * @throws UncheckedIOException if one is missing
   */
  public Assets() {
    joined("quadrille.css", "tokens.css", "quadrille.css", "frame.css", "parts.css", "print.css");
    own("charts.js", "text/javascript; charset=utf-8");
    own("waiting.js", "text/javascript; charset=utf-8");
    own("cockpit.css", "text/css; charset=utf-8");
    own("explorer.css", "text/css; charset=utf-8");
    own("schedules.css", "text/css; charset=utf-8");
    for (String script : List.of("explorer.js", "explorer-grid.js", "explorer-drag.js")) {
      own(script, "text/javascript; charset=utf-8");
    }
    own("app.js", "text/javascript; charset=utf-8");
    own("favicon.svg", "image/svg+xml");
    webJar("echarts.min.js", "org.webjars", "echarts", "echarts.min.js");
    webJar("htmx.min.js", "org.webjars.npm", "htmx.org", "dist/htmx.min.js");
    own("console.css", "text/css; charset=utf-8");
    own("console.js", "text/javascript; charset=utf-8");
    webJar("codemirror.css", "org.webjars.npm", "codemirror", "lib/codemirror.css");
    webJar("show-hint.css", "org.webjars.npm", "codemirror", "addon/hint/show-hint.css");
    webJar("codemirror.js", "org.webjars.npm", "codemirror", "lib/codemirror.js");
    webJar("sql.js", "org.webjars.npm", "codemirror", "mode/sql/sql.js");
    webJar("show-hint.js", "org.webjars.npm", "codemirror", "addon/hint/show-hint.js");
  }

  /** The address of a file, with its hash. */
  public String path(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    return asset.path();
  }

  /** The content of a text file. */
  public String text(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    return new String(asset.plain(), StandardCharsets.UTF_8);
  }

  /** Whether the path is one of ours. */
  public boolean owns(String path) {
    return path.startsWith(PREFIX);
  }

  /** The file, 304 where the browser has it, 404 where there is none. */
  public PageResponse serve(PageRequest request) {
    String rest = request.path().substring(PREFIX.length());
    int slash = rest.indexOf('/');
    Asset asset = slash < 0 ? null : assets.get(rest.substring(slash + 1));
    if (asset == null) {
      byte[] body = ("no such file: " + request.path()).getBytes(StandardCharsets.UTF_8);
      return new PageResponse(404, "text/plain; charset=utf-8", Map.of(), body);
    }
    boolean gzip = request.header("Accept-Encoding").contains("gzip");
    String tag = '"' + asset.hash() + (gzip ? "-gz" : "") + '"';
    Map<String, String> headers = new LinkedHashMap<>();
    boolean current = rest.substring(0, slash).equals(asset.hash());
    headers.put("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    headers.put("ETag", tag);
    headers.put("Vary", "Accept-Encoding");
    if (request.header("If-None-Match").contains(tag)) {
      return new PageResponse(304, "", headers, new byte[0]);
    }
    if (gzip) {
      headers.put("Content-Encoding", "gzip");
    }
    byte[] body = gzip ? asset.gzipped() : asset.plain();
    return new PageResponse(200, asset.contentType(), headers, body);
  }

  private void own(String name, String contentType) {
    add(name, contentType, read("/org/quadrille/web/static/" + name));
  }

  /** One style sheet of several files, in their order. */
  private void joined(String name, String... files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String file : files) {
      all.writeBytes(read("/org/quadrille/web/static/" + file));
    }
    add(name, "text/css; charset=utf-8", all.toByteArray());
  }

  private void webJar(String name, String group, String artifact, String file) {
    String pom = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(read(pom), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version");
    String resource = "/META-INF/resources/webjars/" + artifact + "/" + version + "/" + file;
    String type = name.endsWith(".css") ? "text/css" : "text/javascript";
    add(name, type + "; charset=utf-8", read(resource));
  }

  private void add(String name, String contentType, byte[] content) {
    assets.put(name, new Asset(name, contentType, hash(content), content, gzip(content)));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
