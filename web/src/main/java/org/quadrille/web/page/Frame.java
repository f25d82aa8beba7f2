package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;

/**
 * What stands around every page.
 *
 * @param language code for the lang attribute
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param dataVersion version of the data that the page shows; empty where it is not known
 */
public record Frame(
    String product,
    String language,
    String theme,
    List<Link> nav,
    List<Link> languages,
    List<PageView.Filter> choices,
    String action,
    List<Hidden> hidden,
    String dataVersion) {
  /**
   * A link; the present one is where the reader is.
   *
   * @param language of the label, for the lang attribute
   */
  public record Link(String label, String address, boolean present, String language) {
    public Link {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(address, "address");
    }
  }

  /** A parameter that a form passes on. */
  public record Hidden(String name, String value) {}

  public Frame {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(theme, "theme");
    nav = List.copyOf(nav);
    languages = List.copyOf(languages);
    choices = List.copyOf(choices);
    Objects.requireNonNull(action, "action");
    hidden = List.copyOf(hidden);
    Objects.requireNonNull(dataVersion, "dataVersion");
  }
}
