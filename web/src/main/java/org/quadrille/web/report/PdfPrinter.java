package org.quadrille.web.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.quadrille.web.drawing.PaperFonts;

/** Lays out the HTML of a report as a tagged PDF. Safe for use by many threads. */
public final class PdfPrinter {
  private final PaperFonts fonts;
  private final DrawingFonts drawingFonts;

  /** Prints with these fonts. */
  public PdfPrinter(PaperFonts fonts) {
    this.fonts = Objects.requireNonNull(fonts, "fonts");
    this.drawingFonts = new DrawingFonts(fonts);
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  /**
   * The PDF of a document.
   *
   * @param html well-formed XML that refers to nothing outside
   * @throws PaperFonts.MissingFontException if it has Chinese letters and no font has them
   * @throws ReportException if it cannot be laid out
   */
  public byte[] print(String html) {
    fonts.require(html);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(html, null);
    builder.useSVGDrawer(drawingFonts.drawer());
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Quadrille");
    // Whatever a template says, nothing is fetched.
    builder.useUriResolver(
        (base, uri) -> uri.startsWith("data:") || uri.startsWith("#") ? uri : null);
    for (PaperFonts.Face face : fonts.latin()) {
      FontStyle style = face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL;
      builder.useFont(face::open, PaperFonts.LATIN, face.weight(), style, true);
    }
    fonts
        .han()
        .ifPresent(
            file -> builder.useFont(file.toFile(), PaperFonts.HAN, 400, FontStyle.NORMAL, true));
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException | RuntimeException e) {
      throw new ReportException("the report cannot be laid out: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }
}
