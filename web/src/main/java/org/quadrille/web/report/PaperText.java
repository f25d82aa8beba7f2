package org.quadrille.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;

/** Leaves out of panels what has no sense on paper: what a click does, and ways to elsewhere. */
final class PaperText {
  /** Lines of a table that is printed under its chart, at most. */
  static final int UNDER_CHART = 13;

  private final Pattern gesture;

  /** With the word that begins a sentence on what a click does, {@code report.gesture}. */
  PaperText(Messages text) {
    String word = Pattern.quote(Objects.requireNonNull(text, "text").get("report.gesture"));
    // English ends sentences by ". ", Chinese by 。 and joins them by ；.
    this.gesture =
        Pattern.compile("(?:^|(?<=[.。]) *|；)%s(?:[^.。；]|\\.(?=\\S))*[.。]?".formatted(word));
  }

  /** A panel as it stands on paper. */
  PanelView of(PanelView panel) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : panel.blocks()) {
      if (block instanceof Block.NotesBlock notes) {
        List<String> left = strip(notes.notes());
        if (!left.isEmpty()) {
          blocks.add(new Block.NotesBlock(left));
        }
      } else if (!(block instanceof Block.LinkBlock) && !said(block, panel.blocks())) {
        blocks.add(block);
      }
    }
    return new PanelView(
        panel.title(), panel.subtitle(), blocks, strip(panel.how()), panel.queries());
  }

  /** Whether a table says what stands under a chart of the panel already. */
  private static boolean said(Block block, List<Block> all) {
    return block instanceof Block.TableBlock table
        && all.stream()
            .anyMatch(
                other ->
                    other instanceof Block.ChartBlock chart
                        && chart.table().lines().equals(table.table().lines())
                        && chart.table().lines().size() <= UNDER_CHART);
  }

  private List<String> strip(List<String> paragraphs) {
    return paragraphs.stream().map(this::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** A paragraph without its sentences on clicks; empty if it has no other. */
  String strip(String paragraph) {
    String left = gesture.matcher(paragraph).replaceAll("").strip();
    // A Chinese sentence whose second half went lost its end with it.
    return left.isEmpty() || left.matches("(?s).*[.。！？!?:：]") || !paragraph.endsWith("。")
        ? left
        : left + "。";
  }
}
