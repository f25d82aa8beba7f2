package org.quadrille.cubes.analysis;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.ResultMember;

/**
 * A period and the same one a year before.
 *
 * @param before null where the calendar does not reach back so far
 * @param months months of the year before that are compared, because the period is not over yet;
 *     empty where the whole is compared
 */
public record PeriodPair(Period now, @Nullable Period before, List<ResultMember> months) {
  public PeriodPair {
    Objects.requireNonNull(now, "now");
    months = List.copyOf(months);
  }

  /** Whether only some months are compared. */
  public boolean partial() {
    return !months.isEmpty();
  }

  /** Definitions that {@link #set} needs. */
  List<String> definitions() {
    if (!partial()) {
      return List.of();
    }
    return List.of(
        "MEMBER %s AS Aggregate(%s)"
            .formatted(previousName(), MdxSelect.set(MdxSelect.names(months))));
  }

  /** The period and, where there is one, that of the year before, as a set. */
  String set() {
    String current = now.member().uniqueName();
    if (before == null) {
      return MdxSelect.set(List.of(current));
    }
    return MdxSelect.set(
        List.of(current, partial() ? previousName() : before.member().uniqueName()));
  }

  private String previousName() {
    return now.member().hierarchy() + ".[Same months a year before]";
  }
}
