package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.text.NumberStyle;

/** A table with a caption, heads of columns and a head in the first cell of each row. */
public record DataTable(String caption, List<Column> columns, List<Line> lines) {
  /**
   * A column.
   *
   * @param numeric whether its cells are numbers and stand at the right
   */
  public record Column(String title, boolean numeric) {
    public Column {
      Objects.requireNonNull(title, "title");
    }

    /** A column of texts. */
    public static Column text(String title) {
      return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /**
   * The number that a text says, as it goes into files.
   *
   * @param value may be NaN for none
   */
  public record Exact(double value, NumberStyle style) {
    public Exact {
      Objects.requireNonNull(style, "style");
    }
  }

  /**
   * A cell.
   *
   * @param address what a click opens, null for nothing
   * @param tone {@code up}, {@code down}, a class such as {@code a}, or empty
   * @param exact the number, null for a text; {@link Cells} makes both
   */
  public record Value(String text, @Nullable String address, String tone, @Nullable Exact exact) {
    public Value {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(tone, "tone");
    }

    /** A cell of text. */
    public Value(String text, @Nullable String address, String tone) {
      this(text, address, tone, null);
    }

    /** A plain cell. */
    public static Value of(String text) {
      return new Value(text, null, "");
    }

    /** A cell that opens an address. */
    public static Value link(String text, @Nullable String address) {
      return new Value(text, address, "");
    }

    /** A change: marked as rise or fall beside its sign. */
    public static Value change(String text, double difference) {
      return new Value(text, null, toneOf(difference));
    }

    /** The same, marked as rise or fall. */
    public Value changing(double difference) {
      return new Value(text, address, toneOf(difference), exact);
    }

    /** The same with a tone. */
    public Value toned(String otherTone) {
      return new Value(text, address, otherTone, exact);
    }

    /** The same with something that a click opens. */
    public Value opening(@Nullable String otherAddress) {
      return new Value(text, otherAddress, tone, exact);
    }

    private static String toneOf(double difference) {
      return difference > 0 ? "up" : difference < 0 ? "down" : "";
    }
  }

  /**
   * A row.
   *
   * @param own whether to set it off from the others
   */
  public record Line(List<Value> values, boolean own) {
    public Line {
      values = List.copyOf(values);
    }

    /** A row like the others. */
    public static Line of(List<Value> values) {
      return new Line(values, false);
    }
  }

  public DataTable {
    Objects.requireNonNull(caption, "caption");
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }
}
