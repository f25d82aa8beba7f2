package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.web.explorer.AxisField.Children;
import org.quadrille.web.explorer.AxisField.Condition;
import org.quadrille.web.explorer.AxisField.Level;
import org.quadrille.web.explorer.AxisField.Limit;
import org.quadrille.web.explorer.AxisField.Members;
import org.quadrille.web.explorer.ExplorerView.Chip;
import org.quadrille.web.explorer.ExplorerView.Choice;
import org.quadrille.web.text.Messages;

/** The fields that are in use, in words. */
final class Chips {
  /** More members than these are counted, not named. */
  private static final int NAMED = 2;

  private final Pivot pivot;
  private final Messages text;

  Chips(Pivot pivot) {
    this.pivot = Objects.requireNonNull(pivot, "pivot");
    this.text = pivot.context().text();
  }

  Chip field(AxisField field) {
    HierarchyInfo hierarchy = pivot.cube().hierarchy(field.hierarchy());
    List<Choice> levels = new ArrayList<>();
    List<LevelInfo> all = CubeFields.levels(hierarchy);
    if (!hierarchy.parentChild()) {
      for (LevelInfo level : all) {
        boolean chosen =
            field.base() instanceof Level base && base.level().equals(level.uniqueName());
        levels.add(new Choice(level.uniqueName(), level.caption(), chosen));
      }
    }
    boolean deep = !field.base().equals(pivot.cube().start(hierarchy));
    Condition condition = field.condition();
    Limit limit = field.limit();
    return new Chip(
        hierarchy.caption(),
        field.hierarchy(),
        detail(field, levels),
        levels,
        List.of(),
        field.total(),
        deep,
        field.restricted() || !field.open().isEmpty(),
        field.search(),
        limit == null ? "" : limit.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        limit == null ? "10" : Integer.toString(limit.count()),
        limit == null ? "" : limit.measure(),
        condition == null ? "" : condition.operator(),
        condition == null ? "" : PivotText.number(condition.value()),
        condition == null ? "" : condition.measure());
  }

  private String detail(AxisField field, List<Choice> levels) {
    List<String> details = new ArrayList<>();
    if (field.base() instanceof Level) {
      levels.stream().filter(Choice::chosen).map(Choice::label).forEach(details::add);
    } else if (field.base() instanceof Children children) {
      details.add(text.get("explorer.chip.below", pivot.caption(children.member())));
    } else if (field.base() instanceof Members members) {
      details.add(names(members.members()));
    }
    if (!field.hidden().isEmpty()) {
      details.add(text.get("explorer.chip.without", names(field.hidden())));
    }
    if (!field.search().isEmpty()) {
      details.add(text.get("explorer.chip.has", field.search()));
    }
    Condition condition = field.condition();
    if (condition != null) {
      details.add(
          "%s %s %s"
              .formatted(
                  pivot.caption(condition.measure()),
                  condition.operator(),
                  PivotText.number(condition.value())));
    }
    Limit limit = field.limit();
    if (limit != null) {
      String kind = limit.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      details.add(
          text.get(
              "explorer.chip." + kind,
              Integer.toString(limit.count()),
              pivot.caption(limit.measure())));
    }
    return String.join(" · ", details);
  }

  private String names(List<String> members) {
    if (members.size() > NAMED) {
      return text.get("explorer.chip.members", Integer.toString(members.size()));
    }
    return String.join(text.get("list.separator"), members.stream().map(pivot::caption).toList());
  }

  Chip filter(MemberFilter filter) {
    HierarchyInfo hierarchy = pivot.cube().hierarchy(filter.hierarchy());
    List<Choice> members = new ArrayList<>();
    for (String member : filter.members().subList(0, Math.min(20, filter.members().size()))) {
      members.add(new Choice(member, pivot.caption(member), true));
    }
    String names = names(filter.members());
    String detail = filter.except() ? text.get("explorer.chip.without", names) : names;
    return plain(hierarchy.caption(), filter.hierarchy(), detail, members);
  }

  Chip measure(String name) {
    return plain(pivot.cube().measure(name).caption(), name, "", List.of());
  }

  private static Chip plain(String caption, String name, String detail, List<Choice> members) {
    return new Chip(
        caption, name, detail, List.of(), members, false, false, false, "", "", "10", "", "", "",
        "");
  }
}
