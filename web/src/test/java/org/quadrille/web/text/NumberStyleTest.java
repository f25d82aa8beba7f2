package org.quadrille.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A spreadsheet shows the same as the page. */
final class NumberStyleTest {
  private static final double[] VALUES = {
    0, 1, -1, 0.5, 0.153, -0.0249, 0.8, 12.25, 99.5, -99.96, 100.4, 1234.5678, 9999.4, -1234567.891
  };

  private final NumberText numbers = new NumberText(Language.EN);

  @ParameterizedTest
  @EnumSource(NumberStyle.class)
  void spreadsheetsShowWhatPagesShow(NumberStyle style) {
    for (double value : VALUES) {
      boolean unit = style == NumberStyle.COMPACT || style == NumberStyle.SIGNED_COMPACT;
      if (!unit || Math.abs(value) < 9999) {
        assertThat(spreadsheet(style, value))
            .as("%s of %s", style, value)
            .isEqualTo(numbers.text(style, value));
      }
    }
  }

  /** Spreadsheets choose the section by what remains after rounding, as this does. */
  private static String spreadsheet(NumberStyle style, double value) {
    double held = style.held(value);
    String[] sections = style.pattern(held).split(";", -1);
    String magnitude = format(sections[sections.length - 1], Math.abs(held));
    boolean zero = magnitude.chars().noneMatch(c -> c >= '1' && c <= '9');
    if (zero || held > 0) {
      return (zero || sections.length == 1 ? "" : "+") + magnitude;
    }
    return "−" + magnitude;
  }

  private static String format(String pattern, double value) {
    DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
