package org.quadrille.etl.sample;

import java.util.List;

/**
 * A product subcategory.
 *
 * @param cost usual unit cost in CNY
 * @param quantity usual quantity of an order line
 * @param weight how often it is bought within its category
 */
record Subcategory(
    int index,
    String id,
    Name name,
    Category category,
    boolean consumable,
    double cost,
    double quantity,
    double weight,
    List<Name> items,
    List<Name> packs) {
  Subcategory {
    items = List.copyOf(items);
    packs = List.copyOf(packs);
  }
}
