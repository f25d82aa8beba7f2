package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;

/**
 * A panel as the template shows it.
 *
 * @param subtitle unit, period or what it is compared with; may be empty
 * @param how how its figures are made, one paragraph each
 * @param queries the MDX behind it
 */
public record PanelView(
    String title, String subtitle, List<Block> blocks, List<String> how, List<String> queries) {
  public PanelView {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(subtitle, "subtitle");
    blocks = List.copyOf(blocks);
    how = List.copyOf(how);
    queries = List.copyOf(queries);
  }

  /** A panel that says why it has nothing to show. */
  public static PanelView empty(String title, String why) {
    return new PanelView(title, "", List.of(new Block.EmptyBlock(why)), List.of(), List.of());
  }
}
