package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
   * A cell.
   *
   * @param address what a click opens, null for nothing
   * @param tone {@code up}, {@code down}, a class such as {@code a}, or empty
   */
  public record Value(String text, @Nullable String address, String tone) {
    public Value {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(tone, "tone");
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
      return new Value(text, null, difference > 0 ? "up" : difference < 0 ? "down" : "");
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
