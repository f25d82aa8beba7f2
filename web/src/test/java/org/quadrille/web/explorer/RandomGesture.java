package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quadrille.cubes.result.ResultMember;

/** A gesture that a reader could make in a state. */
final class RandomGesture {
  private static final List<String> HIERARCHIES =
      List.of("[Time]", "[Region]", "[Product]", "[Customer]");
  private static final List<String> LEVELS =
      List.of("[Time].[Quarter]", "[Time].[Month]", "[Region].[City]", "[Product].[Product Name]");

  private final Random random;
  private final PivotState state;
  private final Pivot pivot;

  RandomGesture(Random random, PivotState state, Pivot pivot) {
    this.random = random;
    this.state = state;
    this.pivot = pivot;
  }

  PivotState apply(PivotActions actions) {
    return actions.apply(state, gesture());
  }

  private String gesture() {
    PivotGrid grid = pivot.grid(state);
    List<ResultMember> members = new ArrayList<>();
    for (int r = 0; r < grid.rowCount(); r++) {
      members.addAll(grid.row(r));
    }
    for (int c = 0; c < grid.columnCount(); c++) {
      members.addAll(grid.column(c));
    }
    members.removeIf(
        m ->
            m.calculated()
                || m.hierarchy().equals("[Measures]")
                || state.field(m.hierarchy()) == null
                || m.parent() == null);
    String hierarchy = pick(HIERARCHIES);
    String place = pick(List.of("rows", "cols"));
    if (members.isEmpty()) {
      return "add|" + place + "|" + hierarchy;
    }
    ResultMember member = pick(members);
    String of = member.hierarchy() + "|" + member.uniqueName();
    return switch (random.nextInt(11)) {
      case 0 -> "open|" + of;
      case 1 -> member.childCount() > 0 ? "into|" + of : "keep|" + of;
      case 2 -> "keep|" + of;
      case 3 -> isBase(member) ? "hide|" + of : "swap";
      case 4 -> "filter|" + of;
      case 5 -> "add|" + place + "|" + pick(LEVELS);
      case 6 -> "move|" + place + "|0|" + hierarchy;
      case 7 -> "up|" + member.hierarchy();
      case 8 -> "total|" + member.hierarchy();
      case 9 -> "sort|" + random.nextInt(grid.columnCount());
      default -> state.field(hierarchy) == null ? "across|" + of + "|" + hierarchy : "sort|label";
    };
  }

  /** Whether a field starts from a member, so that leaving it out is possible. */
  private boolean isBase(ResultMember member) {
    return state.field(member.hierarchy()).open().isEmpty();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
