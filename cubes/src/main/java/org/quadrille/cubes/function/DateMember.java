package org.quadrille.cubes.function;

import java.time.LocalDateTime;
import java.util.List;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.format.FormatString;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Keys;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.NullMember;
import org.quadrille.cubes.model.StoredMember;

/** CurrentDateMember: the member of a hierarchy of time that stands for today. */
final class DateMember {
  private DateMember() {}

  static void register(Signatures s) {
    s.add(
        "Member CurrentDateMember(Hierarchy, String[, Symbol])",
        "The member whose unique name is today's date as a format string shows it. Where there is"
            + " none: with BEFORE the last one before it, with AFTER the first one after it.",
        "CurrentDateMember([Time], '\"[Time].[\"yyyy\"].[Q\"q\"].[\"m\"]\"', BEFORE)",
        Checks.words(Typings.FIRST, 2, "EXACT", "BEFORE", "AFTER"),
        (a, c) -> find(a, c));
  }

  private static Member find(Arguments a, Context c) {
    Hierarchy hierarchy = a.hierarchy(0, c);
    String pattern = a.string(1, c);
    String text =
        FormatString.of(pattern == null ? "" : pattern, c.locale())
            .format(LocalDateTime.now(c.clock()));
    List<String> names = names(text);
    int from = 0;
    while (from < names.size() && isHierarchyName(names.get(from), hierarchy)) {
      from++;
    }
    return walk(hierarchy, names.subList(from, names.size()), a.symbol(2, "EXACT"), c);
  }

  private static List<String> names(String text) {
    try {
      if (MdxParser.parseExpression(text) instanceof Expression.Identifier identifier) {
        return identifier.segments().stream().map(DateMember::name).toList();
      }
    } catch (MdxException e) {
      throw new org.quadrille.cubes.eval.EvaluationException(
          "the date as '" + text + "' is no name of a member: " + e.describe());
    }
    throw new org.quadrille.cubes.eval.EvaluationException(
        "the date as '" + text + "' is no name of a member");
  }

  private static String name(Segment segment) {
    return segment instanceof Segment.Name name ? name.name() : segment.toMdx();
  }

  private static boolean isHierarchyName(String name, Hierarchy hierarchy) {
    return name.equalsIgnoreCase(hierarchy.dimension().name())
        || name.equalsIgnoreCase(hierarchy.name())
        || name.equalsIgnoreCase(hierarchy.dimension().name() + "." + hierarchy.name())
        || name.equalsIgnoreCase(hierarchy.allMemberName());
  }

  /** Goes down by name; where a name is missing, to the nearest member and its last or first. */
  private static Member walk(Hierarchy hierarchy, List<String> names, String match, Context c) {
    Member none = new NullMember(hierarchy);
    List<Member> candidates =
        c.navigation().showsAll(hierarchy)
            ? c.navigation().children(hierarchy.allMember())
            : c.navigation().roots(hierarchy);
    Member at = none;
    boolean exact = true;
    for (String name : names) {
      at = exact ? named(candidates, name, none) : none;
      if (at.isNull()) {
        boolean before = match.equals("BEFORE");
        if (match.equals("EXACT")) {
          return none;
        }
        at = exact ? nearest(candidates, name, before, none) : edge(candidates, before, none);
        exact = false;
      }
      if (at.isNull()) {
        return none;
      }
      candidates = c.navigation().children(at);
    }
    return at;
  }

  private static Member named(List<Member> members, String name, Member none) {
    return members.stream().filter(m -> m.name().equalsIgnoreCase(name)).findFirst().orElse(none);
  }

  private static Member edge(List<Member> members, boolean last, Member none) {
    return members.isEmpty() ? none : members.get(last ? members.size() - 1 : 0);
  }

  private static Member nearest(List<Member> members, String name, boolean before, Member none) {
    Member best = none;
    for (Member member : members) {
      int order = compare(member, name);
      if (before && order < 0) {
        best = member;
      }
      if (!before && order > 0) {
        return member;
      }
    }
    return best;
  }

  /** By number where the key is one, else by name. */
  private static int compare(Member member, String name) {
    if (member instanceof StoredMember stored
        && stored.hierarchy().members().key(stored.row()) instanceof Number key
        && name.matches("-?\\d{1,18}")) {
      return Keys.compare(key, Long.valueOf(name));
    }
    return member.name().compareToIgnoreCase(name);
  }
}
