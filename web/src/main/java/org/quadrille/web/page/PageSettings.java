package org.quadrille.web.page;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the pages.
 *
 * @param productName shown in the header and in titles
 * @param defaultCatalog catalog of the cockpit where the address names none; null for the first
 *     that has what the cockpit needs
 * @param queryTimeout after which a panel gives up
 */
public record PageSettings(
    String productName, @Nullable String defaultCatalog, Duration queryTimeout) {
  /** Quadrille, the first catalog, half a minute. */
  public static final PageSettings DEFAULT =
      new PageSettings("Quadrille", null, Duration.ofSeconds(30));

  public PageSettings {
    Objects.requireNonNull(productName, "productName");
    Objects.requireNonNull(queryTimeout, "queryTimeout");
  }
}
