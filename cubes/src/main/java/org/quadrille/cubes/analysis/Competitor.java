package org.quadrille.cubes.analysis;

import java.util.Objects;
import org.quadrille.cubes.result.ResultMember;

/**
 * A company in the market.
 *
 * @param own whether it is ourselves
 */
public record Competitor(ResultMember member, boolean own) {
  public Competitor {
    Objects.requireNonNull(member, "member");
  }
}
