package org.quadrille.web.explorer;

import java.util.List;

/**
 * A hierarchy that is on no axis and restricts the figures.
 *
 * @param hierarchy unique name
 * @param members at least one
 * @param except whether these members are left out; else they are the only ones
 */
public record MemberFilter(String hierarchy, List<String> members, boolean except) {
  public MemberFilter {
    UniqueName.check(hierarchy);
    members = UniqueName.checkAll(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a filter needs members");
    }
  }
}
