package org.quadrille.web.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that stand in PDF and PNG: Liberation Sans for Latin, Greek and Cyrillic letters, which
 * comes with the program, and an open font with Chinese letters, which is looked for where systems
 * keep theirs. Immutable.
 */
public final class PaperFonts {
  /** Family of the Latin letters. */
  public static final String LATIN = "QuadrilleLatin";

  /** Family of the Chinese letters. */
  public static final String HAN = "QuadrilleHan";

  /** Both, as CSS writes them. */
  public static final String FAMILIES = LATIN + ", " + HAN + ", sans-serif";

  private static final String FOLDER = "/liberation/LiberationSans-";

  /**
   * Fonts with TrueType outlines, which can be embedded in part; the first that is there counts.
   */
  private static final List<String> PLACES =
      List.of(
          "/usr/share/fonts/truetype/noto/NotoSansSC-Regular.ttf",
          "/usr/share/fonts/google-noto/NotoSansSC-Regular.ttf",
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
          "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
          "/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc",
          "/usr/share/fonts/wqy-microhei-fonts/wqy-microhei.ttc",
          "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
          "/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf",
          "/usr/share/fonts/truetype/arphic/uming.ttc",
          "/Library/Fonts/Arial Unicode.ttf",
          "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
          "C:/Windows/Fonts/Deng.ttf",
          "C:/Windows/Fonts/simhei.ttf");

  private final @Nullable Path han;

  private PaperFonts(@Nullable Path han) {
    this.han = han;
  }

  /**
   * A style of the Latin letters.
   *
   * @param weight 400 or 700
   */
  public record Face(String file, int weight, boolean italic) {
    /** Opens the font file. */
    public InputStream open() {
      InputStream in = PaperFonts.class.getResourceAsStream(FOLDER + file + ".ttf");
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + FOLDER + file + ".ttf");
      }
      return in;
    }
  }

  /** With the Chinese font of this system, where there is one. */
  public static PaperFonts find() {
    return new PaperFonts(
        PLACES.stream().map(Path::of).filter(Files::isReadable).findFirst().orElse(null));
  }

  /**
   * With a Chinese font of one's own, a TTF or TTC file.
   *
   * @throws IOException if it cannot be read
   */
  public static PaperFonts with(Path han) throws IOException {
    if (!Files.isReadable(han)) {
      throw new IOException("the font " + han + " cannot be read");
    }
    return new PaperFonts(han);
  }

  /** Without Chinese letters. */
  public static PaperFonts latinOnly() {
    return new PaperFonts(null);
  }

  /** The styles of the Latin letters. */
  public List<Face> latin() {
    List<Face> faces = new ArrayList<>();
    faces.add(new Face("Regular", 400, false));
    faces.add(new Face("Bold", 700, false));
    faces.add(new Face("Italic", 400, true));
    return faces;
  }

  /** The file with Chinese letters; empty where none was found. */
  public Optional<Path> han() {
    return Optional.ofNullable(han);
  }

  /**
   * Refuses a text that no font here can write.
   *
   * @throws MissingFontException if it has Chinese letters and there is no font for them
   */
  public void require(String text) {
    if (han == null && text.codePoints().anyMatch(Character::isIdeographic)) {
      throw new MissingFontException();
    }
  }

  /** There are Chinese letters to write, and no font has them. */
  public static final class MissingFontException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingFontException() {
      super(
          "no font with Chinese letters was found; install one such as WenQuanYi Micro Hei"
              + " (Debian: apt-get install fonts-wqy-microhei) or name a TrueType file in the"
              + " settings: reports: {font: FILE}");
    }
  }
}
