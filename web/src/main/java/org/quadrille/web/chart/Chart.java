package org.quadrille.web.chart;

/** A chart. */
public sealed interface Chart permits CategoryChart, CurveChart, ScatterChart {}
