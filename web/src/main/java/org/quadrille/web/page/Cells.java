package org.quadrille.web.page;

import java.util.Objects;
import org.quadrille.web.page.DataTable.Exact;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.text.NumberStyle;
import org.quadrille.web.text.NumberText;

/** Makes cells of numbers: the text that pages show, and the number that files hold. */
public final class Cells {
  private final NumberText numbers;

  /** For a language. */
  public Cells(NumberText numbers) {
    this.numbers = Objects.requireNonNull(numbers, "numbers");
  }

  /** A number in a style; a dash for what is none. */
  public Value of(NumberStyle style, double value) {
    return new Value(numbers.text(style, value), null, "", new Exact(value, style));
  }

  /** Such as 1,234,567. */
  public Value whole(double value) {
    return of(NumberStyle.WHOLE, value);
  }

  /** With one to three places. */
  public Value decimal(double value, int places) {
    return switch (places) {
      case 0 -> of(NumberStyle.WHOLE, value);
      case 1 -> of(NumberStyle.DECIMAL_1, value);
      case 2 -> of(NumberStyle.DECIMAL_2, value);
      case 3 -> of(NumberStyle.DECIMAL_3, value);
      default -> throw new IllegalArgumentException("places: " + places);
    };
  }

  /** Such as 12.3M or 1,230万; files hold the number in full. */
  public Value compact(double value) {
    return of(NumberStyle.COMPACT, value);
  }

  /** A compact number with its sign. */
  public Value signedCompact(double value) {
    return of(NumberStyle.SIGNED_COMPACT, value);
  }

  /** Such as 15.3% of a share of 0.153. */
  public Value percent(double share) {
    return of(NumberStyle.PERCENT, share);
  }

  /** Such as 80% of 0.8, with places only where needed. */
  public Value roundPercent(double share) {
    return of(NumberStyle.ROUND_PERCENT, share);
  }

  /** Such as +4.2%. */
  public Value signedPercent(double rate) {
    return of(NumberStyle.SIGNED_PERCENT, rate);
  }

  /** A difference of shares in points, such as +1.3 of 0.013. */
  public Value signedPoints(double difference) {
    return of(NumberStyle.SIGNED_POINTS, difference);
  }
}
