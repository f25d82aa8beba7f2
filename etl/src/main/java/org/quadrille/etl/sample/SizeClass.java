package org.quadrille.etl.sample;

/** Size of a customer as its file card has it. */
enum SizeClass {
  LARGE(new Name("Large", "大型"), 0.08),
  MEDIUM(new Name("Medium", "中型"), 0.04),
  SMALL(new Name("Small", "小型"), 0);

  private final Name label;
  private final double discount;

  SizeClass(Name label, double discount) {
    this.label = label;
    this.discount = discount;
  }

  Name label() {
    return label;
  }

  /** Discount by contract, 0 to 1. */
  double discount() {
    return discount;
  }
}
