package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.explorer.ExplorerView.Choice;
import org.quadrille.web.page.Address;

/** The choice of members of a hierarchy, by going down or by searching. */
final class MemberPicker {
  /** So many are listed; a search finds the others. */
  private static final int MOST = 200;

  private final Pivot pivot;
  private final PivotState state;
  private final Address here;

  MemberPicker(Pivot pivot, PivotState state, Address here) {
    this.pivot = Objects.requireNonNull(pivot, "pivot");
    this.state = Objects.requireNonNull(state, "state");
    this.here = Objects.requireNonNull(here, "here");
  }

  /**
   * What the template shows.
   *
   * @param path the way down to what is listed, with addresses
   * @param top address of the uppermost members
   * @param hiddenFields of the form that searches, by name
   * @param close address of the page without the choice
   */
  public record View(
      String hierarchy,
      String caption,
      String search,
      boolean except,
      boolean filter,
      List<Step> path,
      List<Item> items,
      boolean more,
      String top,
      List<Choice> hiddenFields,
      String close) {
    public View {
      path = List.copyOf(path);
      items = List.copyOf(items);
      hiddenFields = List.copyOf(hiddenFields);
    }
  }

  /** A step of the way down. */
  public record Step(String caption, String address) {}

  /**
   * A member to choose.
   *
   * @param below address of its children, null where it has none
   */
  public record Item(
      String name, String caption, String level, boolean chosen, @Nullable String below) {}

  View view(String hierarchyName, @Nullable String under, @Nullable String search) {
    HierarchyInfo hierarchy = pivot.cube().hierarchy(hierarchyName);
    boolean except = false;
    boolean filter = false;
    Set<String> chosen = new HashSet<>();
    AxisField field = state.field(hierarchyName);
    if (field != null && field.base() instanceof AxisField.Members members) {
      chosen.addAll(members.members());
    } else if (field != null && !field.hidden().isEmpty()) {
      chosen.addAll(field.hidden());
      except = true;
    }
    for (MemberFilter one : state.filters()) {
      if (one.hierarchy().equals(hierarchyName)) {
        filter = true;
        except = one.except();
        chosen.addAll(one.members());
      }
    }
    List<Item> items = new ArrayList<>();
    List<ResultMember> listed = listed(hierarchy, under, search);
    Set<String> names = new HashSet<>();
    for (ResultMember member : listed.subList(0, Math.min(MOST, listed.size()))) {
      names.add(member.uniqueName());
      items.add(item(hierarchy, member, chosen.contains(member.uniqueName())));
    }
    int at = 0;
    for (String name : chosen) {
      if (!names.contains(name)) {
        items.add(at++, item(hierarchy, pivot.member(name), true));
      }
    }
    return new View(
        hierarchyName,
        hierarchy.caption(),
        search == null ? "" : search,
        except,
        filter,
        path(hierarchy, under),
        items,
        listed.size() > MOST,
        here.without("under", "search").toString(),
        hiddenFields(),
        here.without("pick", "under", "search").toString());
  }

  private List<Choice> hiddenFields() {
    List<Choice> fields = new ArrayList<>();
    here.without("under", "search")
        .parameters()
        .forEach(
            (name, values) -> values.forEach(value -> fields.add(new Choice(name, value, false))));
    return fields;
  }

  private List<ResultMember> listed(
      HierarchyInfo hierarchy, @Nullable String under, @Nullable String search) {
    if (search != null) {
      return pivot.members(MemberQuery.Kind.HIERARCHY, hierarchy.uniqueName(), search, MOST + 1);
    }
    if (under != null) {
      return pivot.members(MemberQuery.Kind.CHILDREN, under, null, MOST + 1);
    }
    if (hierarchy.allMember() != null) {
      return pivot.members(MemberQuery.Kind.CHILDREN, hierarchy.allMember(), null, MOST + 1);
    }
    List<LevelInfo> levels = CubeFields.levels(hierarchy);
    return pivot.members(MemberQuery.Kind.LEVEL, levels.get(0).uniqueName(), null, MOST + 1);
  }

  private Item item(HierarchyInfo hierarchy, ResultMember member, boolean chosen) {
    String level =
        hierarchy.levels().stream()
            .filter(l -> l.uniqueName().equals(member.level()))
            .map(LevelInfo::caption)
            .findFirst()
            .orElse("");
    String below =
        member.childCount() > 0
            ? here.with("under", member.uniqueName()).without("search").toString()
            : null;
    return new Item(member.uniqueName(), member.caption(), level, chosen, below);
  }

  private List<Step> path(HierarchyInfo hierarchy, @Nullable String under) {
    List<Step> path = new ArrayList<>();
    String name = under;
    while (name != null && !name.equals(hierarchy.allMember())) {
      ResultMember member = pivot.member(name);
      path.add(0, new Step(member.caption(), here.with("under", name).toString()));
      name = member.parent();
    }
    return path;
  }
}
