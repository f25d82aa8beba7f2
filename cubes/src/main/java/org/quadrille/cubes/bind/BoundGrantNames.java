package org.quadrille.cubes.bind;

import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.rights.GrantNames;
import org.quadrille.cubes.rights.RightsException;

/** Names in grants, bound as a query with all rights would bind them. */
public final class BoundGrantNames implements GrantNames {
  private final Binder binder;

  /** Binds in the scope of a cube, one without restrictions. */
  public BoundGrantNames(Scope scope) {
    this.binder = new Binder(scope);
  }

  private Expr bind(String name) {
    try {
      return binder.bind(name);
    } catch (MdxException e) {
      // Dimensions may be named without brackets, also where their names have blanks.
      Expr quoted = name.startsWith("[") ? null : bindQuoted(name);
      if (quoted == null) {
        throw new RightsException(e.getMessage());
      }
      return quoted;
    }
  }

  private @Nullable Expr bindQuoted(String name) {
    try {
      return binder.bind(org.quadrille.cubes.model.Names.quote(name));
    } catch (MdxException e) {
      return null;
    }
  }

  @Override
  public Dimension dimension(String name) {
    Expr found = bind(name);
    if (found instanceof Expr.DimensionRef ref) {
      return ref.dimension();
    }
    if (found instanceof Expr.HierarchyRef ref) {
      return ref.hierarchy().dimension();
    }
    throw new RightsException(name + " is no dimension");
  }

  @Override
  public Hierarchy hierarchy(String name) {
    Expr found = bind(name);
    if (found instanceof Expr.HierarchyRef ref) {
      return ref.hierarchy();
    }
    if (found instanceof Expr.DimensionRef ref) {
      return ref.dimension().hierarchies().get(0);
    }
    if (found instanceof Expr.LevelRef ref
        && ref.level().name().equalsIgnoreCase(ref.level().hierarchy().name())) {
      return ref.level().hierarchy();
    }
    throw new RightsException(name + " is no hierarchy");
  }

  @Override
  public Level level(String name) {
    if (bind(name) instanceof Expr.LevelRef ref) {
      return ref.level();
    }
    throw new RightsException(name + " is no level");
  }

  @Override
  public Member member(String name) {
    if (bind(name) instanceof Expr.MemberRef ref) {
      return ref.member();
    }
    throw new RightsException(name + " is no member");
  }
}
