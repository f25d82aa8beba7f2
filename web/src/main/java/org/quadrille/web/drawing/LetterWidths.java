package org.quadrille.web.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;

/**
 * How wide letters are, for scripts that place text without a browser to ask: thousandths of the
 * size for each code from 0 to 0x24F in the regular Latin font. Chinese letters are as wide as
 * high.
 */
final class LetterWidths {
  private static final int END = 0x250;
  private static final float SIZE = 1000;

  private LetterWidths() {}

  /** The widths as a JSON array. */
  static String json() {
    Font font = read(PaperFonts.latinOnly().latin().get(0));
    FontRenderContext exact = new FontRenderContext(null, true, true);
    StringBuilder json = new StringBuilder("[");
    for (char letter = 0; letter < END; letter++) {
      boolean shown = !Character.isISOControl(letter) && font.canDisplay(letter);
      double width =
          shown ? font.getStringBounds(String.valueOf(letter), exact).getWidth() : SIZE / 2;
      json.append(letter == 0 ? "" : ",").append(Math.round(width));
    }
    return json.append(']').toString();
  }

  private static Font read(PaperFonts.Face face) {
    try (InputStream in = face.open()) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("the Latin font cannot be read: " + e.getMessage(), e);
    }
  }
}
