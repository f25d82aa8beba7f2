package org.quadrille.cubes.rights;

import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** Finds what the names in grants stand for; each method fails with {@link RightsException}. */
public interface GrantNames {
  /** The dimension of that MDX name. */
  Dimension dimension(String name);

  /** The hierarchy of that MDX name; the first one where a dimension is named. */
  Hierarchy hierarchy(String name);

  /** The level of that MDX name. */
  Level level(String name);

  /** The member of that MDX name. */
  Member member(String name);
}
