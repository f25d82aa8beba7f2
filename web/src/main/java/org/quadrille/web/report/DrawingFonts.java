package org.quadrille.web.report;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.PDFTranscoder.OpenHtmlFontResolver;
import java.awt.FontFormatException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.drawing.PaperFonts;

/**
 * The fonts of the drawings in documents, which take long to read and are shared by all. Safe for
 * use by many threads.
 */
final class DrawingFonts {
  private final PaperFonts fonts;
  private @Nullable OpenHtmlFontResolver read;

  DrawingFonts(PaperFonts fonts) {
    this.fonts = Objects.requireNonNull(fonts, "fonts");
  }

  /** A drawer for one document. */
  BatikSVGDrawer drawer() {
    return new Drawer(read());
  }

  private synchronized OpenHtmlFontResolver read() {
    OpenHtmlFontResolver known = read;
    if (known != null) {
      return known;
    }
    OpenHtmlFontResolver fresh = new OpenHtmlFontResolver();
    try {
      for (PaperFonts.Face face : fonts.latin()) {
        FontStyle style = face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL;
        fresh.addFontStream(face::open, PaperFonts.LATIN, face.weight(), style);
      }
      if (fonts.han().isPresent()) {
        fresh.addFontFile(fonts.han().get().toFile(), PaperFonts.HAN, 400, FontStyle.NORMAL);
      }
    } catch (IOException | FontFormatException e) {
      throw new ReportException("a font cannot be read: " + e.getMessage(), e);
    }
    read = fresh;
    return fresh;
  }

  /** Takes the fonts that are read already, in place of those of the styles. */
  private static final class Drawer extends BatikSVGDrawer {
    private final OpenHtmlFontResolver shared;

    Drawer(OpenHtmlFontResolver shared) {
      this.shared = shared;
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
      fontResolver = shared;
    }
  }
}
