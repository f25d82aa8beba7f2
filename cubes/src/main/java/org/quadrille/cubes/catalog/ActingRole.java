package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.rights.RoleRights;
import org.quadrille.cubes.schema.Role;
import org.quadrille.cubes.schema.Schema;

/**
 * The role that a request acts under.
 *
 * @param name null for all rights
 * @param roles the roles with grants that it unites
 */
record ActingRole(@Nullable String name, List<Role> roles) {
  private static final ActingRole ALL = new ActingRole(null, List.of());

  ActingRole {
    roles = List.copyOf(roles);
  }

  /**
   * The role that a request asks for, else the schema's default role, else all rights.
   *
   * @throws UnknownNameException if there is no such role
   */
  static ActingRole of(Schema schema, @Nullable String asked, String catalog) {
    String wanted = asked == null ? schema.defaultRole() : asked;
    if (wanted == null) {
      return ALL;
    }
    Role role = schema.roles().get(wanted);
    if (role == null) {
      throw new UnknownNameException(
          "there is no role "
              + wanted
              + " in catalog "
              + catalog
              + Names.didYouMean(wanted, List.copyOf(schema.roles().keySet())));
    }
    return new ActingRole(wanted, schema.united(role));
  }

  /** Whether it may see anything of a cube. */
  boolean mayUse(String cube) {
    return name == null || RoleRights.mayUse(roles, cube);
  }

  /** The role's name; only where there is one. */
  String required() {
    return Objects.requireNonNull(name, "name");
  }
}
