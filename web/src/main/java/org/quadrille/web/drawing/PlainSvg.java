package org.quadrille.web.drawing;

import java.util.regex.Pattern;

/** Rewrites what ECharts draws into SVG 1.1 as Batik reads it. */
public final class PlainSvg {
  private static final Pattern CENTRAL = Pattern.compile(" dominant-baseline=\"central\"");
  private static final Pattern TRANSPARENT = Pattern.compile("(fill|stroke)=\"transparent\"");

  /** Batik takes a size in whole pixels for one without a unit and shrinks it. */
  private static final Pattern WHOLE_SIZE = Pattern.compile("font-size:\\s*(\\d+)px");

  private PlainSvg() {}

  /** The same drawing. */
  public static String of(String svg) {
    String plain = CENTRAL.matcher(svg).replaceAll(" dy=\".35em\"");
    plain = TRANSPARENT.matcher(plain).replaceAll("$1=\"none\"");
    return WHOLE_SIZE.matcher(plain).replaceAll("font-size:$1.01px");
  }
}
