package org.quadrille.cubes.catalog;

import org.quadrille.cubes.schema.Role;
import org.quadrille.cubes.schema.Schema;

/** What roles may see. */
final class Roles {
  private Roles() {}

  /** Whether a role, or one of those it unites, may see all of the schema. */
  static boolean grantsEverything(Schema schema, Role role) {
    return schema.united(role).stream()
        .flatMap(r -> r.grants().stream())
        .anyMatch(g -> g.access() == Role.Access.ALL && g.cubes().isEmpty());
  }
}
