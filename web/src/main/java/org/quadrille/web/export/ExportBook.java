package org.quadrille.web.export;

import java.util.List;
import java.util.Objects;

/**
 * What goes into a file: tables, and what they are about.
 *
 * @param title what the reader asked for
 * @param about filters, source and version of the data, in order; stands above each sheet
 * @param notes remarks that stand below the last table
 */
public record ExportBook(
    String title, List<About> about, List<ExportTable> tables, List<String> notes) {
  /** A line about the tables, such as Period and 2025. */
  public record About(String label, String value) {
    public About {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
    }
  }

  public ExportBook {
    Objects.requireNonNull(title, "title");
    about = List.copyOf(about);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("a file without tables: " + title);
    }
  }
}
