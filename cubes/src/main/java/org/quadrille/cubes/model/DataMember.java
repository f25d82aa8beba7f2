package org.quadrille.cubes.model;

import java.util.Objects;

/**
 * Stands for what a member of a parent-child hierarchy holds by itself, without those below it.
 *
 * @param owner the member whose own facts these are
 */
public record DataMember(StoredMember owner) implements Member {
  public DataMember {
    Objects.requireNonNull(owner, "owner");
  }

  @Override
  public Hierarchy hierarchy() {
    return owner.hierarchy();
  }

  @Override
  public Level level() {
    return owner.level();
  }

  @Override
  public String name() {
    return owner.name();
  }

  @Override
  public String uniqueName() {
    return owner.uniqueName() + "." + Names.quote(owner.name());
  }

  @Override
  public String caption() {
    return owner.caption();
  }

  @Override
  public Member parent() {
    return owner;
  }

  @Override
  public int depth() {
    return owner.depth() + 1;
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
