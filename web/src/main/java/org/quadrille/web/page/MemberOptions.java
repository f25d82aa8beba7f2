package org.quadrille.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Option;

/** The members of a hierarchy's upper two levels, to choose one from. */
final class MemberOptions {
  /** Above this number of members a list to choose from helps nobody. */
  private static final int MOST = 200;

  private final CubeReader reader;
  private final List<LevelInfo> levels;

  MemberOptions(CubeReader reader, HierarchyInfo hierarchy) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.levels =
        hierarchy.levels().stream().filter(l -> !l.type().equalsIgnoreCase("ALL")).toList();
  }

  /**
   * The options: all, the first level, and the second one grouped by it. A chosen member of a lower
   * level is added.
   */
  List<Group> groups(String all, @Nullable ResultMember chosen) {
    String chosenName = chosen == null ? "" : chosen.uniqueName();
    List<ResultMember> first = reader.levelMembers(levels.get(0).uniqueName());
    List<Option> top = new ArrayList<>();
    top.add(new Option("", all, chosen == null));
    Map<String, List<Option>> below = new LinkedHashMap<>();
    Map<String, String> captions = new LinkedHashMap<>();
    for (ResultMember member : first) {
      top.add(option(member, chosenName));
      captions.put(member.uniqueName(), member.caption());
    }
    for (ResultMember member : second(first.size())) {
      String parent = captions.getOrDefault(String.valueOf(member.parent()), "");
      below.computeIfAbsent(parent, key -> new ArrayList<>()).add(option(member, chosenName));
    }
    if (chosen != null && isBelow(chosen, below.isEmpty() ? 0 : 1)) {
      top.add(option(chosen, chosenName));
    }
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(null, top));
    below.forEach((parent, options) -> groups.add(new Group(parent, options)));
    return groups;
  }

  private List<ResultMember> second(int ofFirst) {
    boolean fits = levels.size() > 1 && ofFirst + levels.get(1).memberCount() <= MOST;
    return fits ? reader.levelMembers(levels.get(1).uniqueName()) : List.of();
  }

  private boolean isBelow(ResultMember member, int shown) {
    return member.depth() > levels.get(shown).depth();
  }

  private static Option option(ResultMember member, String chosen) {
    String name = member.uniqueName();
    return new Option(name, member.caption(), name.equals(chosen));
  }
}
