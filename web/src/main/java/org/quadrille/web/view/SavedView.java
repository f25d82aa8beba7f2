package org.quadrille.web.view;

import java.util.Objects;

/**
 * A state of the explorer under a name.
 *
 * @param id for addresses
 * @param catalog the catalog that it is about; names are unique within it
 * @param name from 1 to 100 characters
 * @param query the state as the query of an address, without language and catalog
 */
public record SavedView(String id, String catalog, String name, String query) {
  /** Longer names are refused. */
  public static final int LONGEST_NAME = 100;

  public SavedView {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(query, "query");
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of a view has from 1 to " + LONGEST_NAME + " characters");
    }
  }
}
