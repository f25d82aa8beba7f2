package org.quadrille.etl.sample;

/** A province or state; {@code population} in persons. */
record Province(String id, Name country, Name name, long population) {
  boolean china() {
    return id.startsWith("CN-");
  }

  /** Competitors, promotions and teams are assigned by area. */
  String area() {
    return china() ? "CN" : "EU";
  }
}
