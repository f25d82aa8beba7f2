package org.quadrille.web.chart;

import java.util.Locale;

/**
 * What a colour means; the theme says which it is. The palette keeps apart for the colour-blind
 * (after Okabe and Ito, "Color Universal Design", 2008), and no meaning rests on colour alone.
 */
public enum Colour {
  CURRENT,
  PREVIOUS,
  CUMULATIVE,
  CLASS_A,
  CLASS_B,
  CLASS_C,
  CLASS_D,
  THRESHOLD,
  REFERENCE,
  GOOD,
  BAD,
  OWN,
  RIVAL_1,
  RIVAL_2,
  RIVAL_3,
  RIVAL_4,
  RIVAL_5,
  RIVAL_6,
  RIVAL_7,
  RIVAL_8;

  private static final Colour[] RIVALS = {
    RIVAL_1, RIVAL_2, RIVAL_3, RIVAL_4, RIVAL_5, RIVAL_6, RIVAL_7, RIVAL_8
  };

  /** The style sheet's property that holds it, as {@code var(--chart-…)}. */
  public String variable() {
    return "var(--chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
  }

  /** The colour of the n-th competitor, from 0; they repeat after eight. */
  public static Colour rival(int number) {
    return RIVALS[Math.floorMod(number, RIVALS.length)];
  }
}
