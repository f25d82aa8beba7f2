package org.quadrille.etl.report;

/** How a load that did not fail ended. */
public enum Outcome {
  /** Everything that was read is in the star, and something changed. */
  LOADED,
  /** As {@link #LOADED}, but for rows that are in the reject table. */
  LOADED_WITH_REJECTS,
  /** The star held all this already; its data version is what it was. */
  UNCHANGED
}
