package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a panel. The template tells them apart by {@link #kind}. */
public sealed interface Block {
  /** The name of the template's branch. */
  String kind();

  /**
   * A chart with the table that says the same.
   *
   * @param json as {@code ChartJson} writes it
   * @param label what the chart shows, for those who do not see it
   * @param size {@code small}, {@code medium}, {@code large} or {@code square}
   */
  record ChartBlock(String json, String label, String size, DataTable table) implements Block {
    public ChartBlock {
      Objects.requireNonNull(json, "json");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(size, "size");
      Objects.requireNonNull(table, "table");
    }

    @Override
    public String kind() {
      return "chart";
    }
  }

  /**
   * A table.
   *
   * @param captioned whether its caption is seen, or only heard
   */
  record TableBlock(DataTable table, boolean captioned) implements Block {
    public TableBlock {
      Objects.requireNonNull(table, "table");
    }

    @Override
    public String kind() {
      return "table";
    }
  }

  /** A sentence that sums up, larger than the rest. */
  record SentenceBlock(String text) implements Block {
    public SentenceBlock {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String kind() {
      return "sentence";
    }
  }

  /** Remarks in small print. */
  record NotesBlock(List<String> notes) implements Block {
    public NotesBlock {
      notes = List.copyOf(notes);
    }

    @Override
    public String kind() {
      return "notes";
    }
  }

  /** Key figures. */
  record TilesBlock(List<Tile> tiles) implements Block {
    public TilesBlock {
      tiles = List.copyOf(tiles);
    }

    @Override
    public String kind() {
      return "tiles";
    }
  }

  /** Links to the pages of a long table. */
  record PagerBlock(String text, @Nullable String previous, @Nullable String next)
      implements Block {
    public PagerBlock {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String kind() {
      return "pager";
    }
  }

  /** The way to where there is more. */
  record LinkBlock(String text, String address) implements Block {
    public LinkBlock {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(address, "address");
    }

    @Override
    public String kind() {
      return "link";
    }
  }

  /** Nothing to show, and why. */
  record EmptyBlock(String text) implements Block {
    public EmptyBlock {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String kind() {
      return "empty";
    }
  }

  /**
   * A key figure.
   *
   * @param exact the value in full
   * @param tone {@code up}, {@code down} or {@code same}; the text says it too
   * @param change such as +4.2%, empty without a comparison
   * @param comparison such as "against 12.3M last year"
   * @param how how the figure is made
   */
  record Tile(
      String label,
      String value,
      String exact,
      String tone,
      String change,
      String comparison,
      String how,
      @Nullable String address) {
    public Tile {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(exact, "exact");
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(change, "change");
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(how, "how");
    }
  }
}
