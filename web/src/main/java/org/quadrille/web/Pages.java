package org.quadrille.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.web.asset.Assets;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.PageSettings;

/** All pages and their files. Safe for use by many threads. */
public final class Pages {
  private final Catalogs catalogs;
  private final PageSettings settings;
  private final Assets assets = new Assets();

  /** Prepares the pages; reads no catalog yet. */
  public Pages(Catalogs catalogs, PageSettings settings) {
    this.catalogs = Objects.requireNonNull(catalogs, "catalogs");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Answers a request.
   *
   * @return empty where the path belongs to no page and no file of the pages
   */
  public Optional<PageResponse> handle(PageRequest request) {
    if (assets.owns(request.path())) {
      return Optional.of(request.reads() ? assets.serve(request) : readOnly());
    }
    return Optional.empty();
  }

  private static PageResponse readOnly() {
    byte[] body = "only GET and HEAD are allowed here".getBytes(StandardCharsets.UTF_8);
    return new PageResponse(405, "text/plain; charset=utf-8", Map.of("Allow", "GET, HEAD"), body);
  }
}
