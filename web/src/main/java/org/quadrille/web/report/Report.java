package org.quadrille.web.report;

import java.util.List;
import java.util.Objects;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.text.Language;

/**
 * A report that was made.
 *
 * @param html a whole document, well-formed XML
 * @param tables all tables with their titles, for files beside the PDF
 * @param problems parts that could not be made, and why
 * @param fingerprint of all it says but the time; equal for equal reports
 */
public record Report(
    String name,
    String title,
    Language language,
    String html,
    List<DataTable> tables,
    List<String> problems,
    String fingerprint) {
  public Report {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(html, "html");
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
