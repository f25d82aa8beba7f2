package org.quadrille.web.page;

import java.util.Objects;

/**
 * A part of a page with a template of its own.
 *
 * @param template file name of the template
 * @param model what it shows; the template knows it as {@code m}, the texts as {@code t}
 */
public record Fragment(String template, Object model) {
  public Fragment {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(model, "model");
  }
}
