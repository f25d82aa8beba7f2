package org.quadrille.web.report;

import java.util.Objects;

/**
 * A report's file: {@code ---}, the head in YAML, {@code ---}, the FreeMarker template of the body.
 *
 * @param name of the file without {@code .ftlh}; what the report is asked for by
 * @param origin the file, for messages
 * @param lines how many lines stand before the body, for the places of its errors
 */
public record ReportFile(String name, String origin, ReportHead head, String body, int lines) {
  private static final String MARK = "---";

  public ReportFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(body, "body");
  }

  /**
   * Reads a text as that file.
   *
   * @throws ReportException with file, line and column if it is not understood
   */
  public static ReportFile parse(String name, String origin, String text) {
    String clean = text.replace("\r\n", "\n");
    int end = clean.indexOf("\n" + MARK + "\n", MARK.length());
    if (!clean.startsWith(MARK + "\n") || end < 0) {
      throw new ReportException(
          origin + ":1:1: a report begins with its head in YAML between two lines " + MARK);
    }
    String head = clean.substring(MARK.length() + 1, end + 1);
    String body = clean.substring(end + MARK.length() + 2);
    int lines = (int) clean.substring(0, clean.length() - body.length()).lines().count();
    return new ReportFile(name, origin, new ReportHeadReader(origin, 1).read(head), body, lines);
  }
}
