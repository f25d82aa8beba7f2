package org.quadrille.web.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.batik.bridge.FontFace;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.gvt.font.AWTFontFamily;
import org.apache.batik.gvt.font.GVTFontFace;
import org.apache.batik.gvt.font.GVTFontFamily;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.jspecify.annotations.Nullable;

/** Makes PNG pictures of what {@link ChartDrawer} draws. Safe for use by many threads. */
public final class SvgPicture {
  private final Fonts fonts;

  /** Reads the fonts. */
  public SvgPicture(PaperFonts fonts) {
    this.fonts = new Fonts(Objects.requireNonNull(fonts, "fonts"));
  }

  /**
   * A picture on white.
   *
   * @param svg from {@link ChartDrawer}
   * @param scale pixels of the picture for one of the drawing, 0.1 to 8
   * @param width of the drawing in pixels
   */
  public byte[] png(String svg, int width, double scale) {
    if (!(scale >= 0.1 && scale <= 8)) {
      throw new IllegalArgumentException("cannot draw at a scale of " + scale);
    }
    PNGTranscoder transcoder = new FontedTranscoder();
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) (width * scale));
    transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      transcoder.transcode(
          new TranscoderInput(new StringReader(PlainSvg.of(svg))), new TranscoderOutput(out));
    } catch (TranscoderException e) {
      throw new IllegalArgumentException("the drawing cannot be read: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }

  /** Batik asks its user agent for fonts. */
  private final class FontedTranscoder extends PNGTranscoder {
    @Override
    protected UserAgent createUserAgent() {
      return new SVGAbstractTranscoderUserAgent() {
        @Override
        public FontFamilyResolver getFontFamilyResolver() {
          return fonts;
        }
      };
    }
  }

  private static final class Fonts implements FontFamilyResolver {
    private final Font latinFont;
    private final GVTFontFamily latin;
    private final @Nullable GVTFontFamily han;

    Fonts(PaperFonts fonts) {
      PaperFonts.Face regular = fonts.latin().get(0);
      try (InputStream in = regular.open()) {
        latinFont = Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException | FontFormatException e) {
        throw new IllegalStateException("the Latin font cannot be read: " + e.getMessage(), e);
      }
      latin = family(PaperFonts.LATIN, latinFont);
      Optional<Path> file = fonts.han();
      han = file.isEmpty() ? null : family(PaperFonts.HAN, read(file.get()));
    }

    private static Font read(Path file) {
      try {
        return Font.createFonts(file.toFile())[0];
      } catch (IOException | FontFormatException e) {
        throw new IllegalStateException(
            "the font " + file + " cannot be read: " + e.getMessage(), e);
      }
    }

    private static GVTFontFamily family(String name, Font font) {
      return new AWTFontFamily(new GVTFontFace(name), font);
    }

    @Override
    public @Nullable GVTFontFamily resolve(String name) {
      return name.equals(PaperFonts.HAN) ? han : latin;
    }

    @Override
    public @Nullable GVTFontFamily resolve(String name, FontFace face) {
      return resolve(name);
    }

    @Override
    public GVTFontFamily loadFont(InputStream in, FontFace face) {
      return latin;
    }

    @Override
    public GVTFontFamily getDefault() {
      return latin;
    }

    @Override
    public @Nullable GVTFontFamily getFamilyThatCanDisplay(char letter) {
      return latinFont.canDisplay(letter) || han == null ? latin : han;
    }
  }
}
