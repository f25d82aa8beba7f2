package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.explorer.ExplorerView.Choice;

/** What can be done with a member of the grid. */
final class MemberMenu {
  private final Pivot pivot;
  private final PivotState state;

  MemberMenu(Pivot pivot, PivotState state) {
    this.pivot = Objects.requireNonNull(pivot, "pivot");
    this.state = Objects.requireNonNull(state, "state");
  }

  /**
   * What the template shows.
   *
   * @param parent whether there are members below it
   * @param others hierarchies that it can be seen by
   */
  public record View(
      String caption,
      String member,
      String hierarchy,
      boolean parent,
      boolean open,
      boolean deep,
      List<Choice> others) {
    public View {
      others = List.copyOf(others);
    }
  }

  View view() {
    String name = pivot.context().request().parameter("member");
    if (name == null) {
      throw new UnknownNameException("which member?");
    }
    ResultMember member = pivot.member(name);
    AxisField field = state.field(member.hierarchy());
    if (field == null) {
      throw new UnknownNameException(member.hierarchy() + " is on no axis");
    }
    List<Choice> others = new ArrayList<>();
    pivot
        .cube()
        .hierarchies()
        .filter(h -> !h.uniqueName().equals(member.hierarchy()))
        .filter(h -> state.field(h.uniqueName()) == null)
        .forEach(h -> others.add(new Choice(h.uniqueName(), label(h), false)));
    boolean deep =
        !field.base().equals(pivot.cube().start(pivot.cube().hierarchy(member.hierarchy())));
    return new View(
        member.caption(),
        name,
        member.hierarchy(),
        member.childCount() > 0,
        field.open().contains(name),
        deep,
        others);
  }

  /** A hierarchy by its dimension where they are called differently. */
  private String label(HierarchyInfo hierarchy) {
    return pivot.cube().cube().dimensions().stream()
        .filter(d -> d.hierarchies().contains(hierarchy))
        .map(d -> d.caption())
        .filter(caption -> !caption.equals(hierarchy.caption()))
        .findFirst()
        .map(caption -> caption + " · " + hierarchy.caption())
        .orElse(hierarchy.caption());
  }
}
