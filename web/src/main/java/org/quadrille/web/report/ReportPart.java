package org.quadrille.web.report;

import java.util.List;
import java.util.Objects;
import org.quadrille.web.page.PanelView;

/**
 * A part of a report as the template shows it.
 *
 * @param subtitle the period and what it is compared with; may be empty
 * @param catalog where its numbers come from; may be empty
 */
public record ReportPart(
    String name, String title, String subtitle, List<PanelView> panels, String catalog) {
  public ReportPart {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(subtitle, "subtitle");
    panels = List.copyOf(panels);
    Objects.requireNonNull(catalog, "catalog");
  }
}
