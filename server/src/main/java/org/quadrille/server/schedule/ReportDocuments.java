package org.quadrille.server.schedule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quadrille.server.mail.Mail.Attachment;
import org.quadrille.server.schedule.Schedule.Format;
import org.quadrille.web.export.CsvWriter;
import org.quadrille.web.export.ExportBook;
import org.quadrille.web.export.PanelBook;
import org.quadrille.web.export.XlsxWriter;
import org.quadrille.web.report.Report;

/** Makes the files of a report: the PDF, and its tables for spreadsheets. */
final class ReportDocuments {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ReportSender.Maker maker;

  ReportDocuments(ReportSender.Maker maker) {
    this.maker = maker;
  }

  /** A file for each format; none for spreadsheets where the report has no tables. */
  List<Attachment> of(Report report, Schedule schedule, LocalDate day) {
    List<Attachment> files = new ArrayList<>();
    for (Format format : schedule.formats()) {
      String name = report.name() + "-" + day + ".";
      if (format == Format.PDF) {
        files.add(new Attachment(name + "pdf", "application/pdf", maker.print(report)));
      } else if (!report.tables().isEmpty()) {
        files.add(
            format == Format.XLSX
                ? new Attachment(name + "xlsx", XLSX, tables(report, format))
                : new Attachment(name + "csv", "text/csv; charset=utf-8", tables(report, format)));
      }
    }
    return files;
  }

  private static byte[] tables(Report report, Format format) {
    ExportBook book = PanelBook.of(report.title(), List.of(), report.tables(), report.problems());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (format == Format.XLSX) {
        new XlsxWriter().write(book, out);
      } else {
        // With the mark Excel knows Chinese letters in a file that is opened from a mail.
        new CsvWriter(true).write(book, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
