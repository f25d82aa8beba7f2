package org.quadrille.cubes.function;

import java.util.List;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.model.StoredMember;

/** Names, levels and properties. */
final class MetadataFunctions {
  /** The name of the property that orders members. */
  static final String ORDER_KEY = "OrderKey";

  private MetadataFunctions() {}

  static void register(Signatures s) {
    names(s);
    owners(s);
    levels(s);
    s.add(
        "Numeric Level.Ordinal",
        "The place of a level in its hierarchy; the topmost has 0.",
        "[Store].[City].Ordinal",
        (a, c) -> a.level(0, c).depth());
    s.add(
        "Value Member." + ORDER_KEY,
        "What tells where a member stands among others of its level: its key.",
        "Order([Store].[Country].Members, [Store].CurrentMember.OrderKey, BDESC)",
        (a, c) -> {
          Member member = Totals.base(a.member(0, c));
          if (member instanceof StoredMember stored && !stored.isAll()) {
            MemberTable table = stored.hierarchy().members();
            return table.key(stored.row());
          }
          return member.isNull() || member.isAll() ? null : member.name();
        });
    s.add(
        "Value Member.Value",
        "The value of the cell at a member.",
        "[Measures].[Units].Value",
        (a, c) -> {
          Member member = a.member(0, c);
          if (member.isNull()) {
            return null;
          }
          int mark = c.mark();
          c.set(member);
          Object value = c.value();
          c.restore(mark);
          return value;
        });
    s.add(
        "Value Member.Properties(String)",
        "A property of a member by name: one that its level declares, or one that every member has,"
            + " such as MEMBER_CAPTION, MEMBER_KEY or LEVEL_NUMBER.",
        "[Store].[USA].[CA].[Beverly Hills].[Store 6].Properties(\"Kind\")",
        (a, c) -> {
          String name = a.string(1, c);
          return MemberProperties.value(a.member(0, c), name == null ? "" : name, c);
        });
    s.add(
        "Value Member.Properties(String, Symbol)",
        "The same; TYPED, which other servers need for numbers, is taken and changes nothing.",
        "",
        (a, c) -> {
          String name = a.string(1, c);
          return MemberProperties.value(a.member(0, c), name == null ? "" : name, c);
        });
  }

  private static void names(Signatures s) {
    String name = "The name, without those above.";
    s.add(
        "String Dimension.Name",
        name,
        "[Store].Dimension.Name",
        (a, c) -> a.dimension(0, c).name());
    s.add(
        "String Hierarchy.Name",
        name,
        "[Store].[USA].Hierarchy.Name",
        (a, c) -> a.hierarchy(0, c).name());
    s.add("String Level.Name", name, "[Store].[USA].Level.Name", (a, c) -> a.level(0, c).name());
    s.add("String Member.Name", name, "[Store].[USA].Name", (a, c) -> a.member(0, c).name());
    String unique = "The name by which a query can address it, in brackets.";
    s.add(
        "String Dimension.UniqueName",
        unique,
        "[Store].Dimension.UniqueName",
        (a, c) -> a.dimension(0, c).uniqueName());
    s.add(
        "String Hierarchy.UniqueName",
        unique,
        "[Store].[USA].Hierarchy.UniqueName",
        (a, c) -> a.hierarchy(0, c).uniqueName());
    s.add(
        "String Level.UniqueName",
        unique,
        "[Store].[USA].Level.UniqueName",
        (a, c) -> a.level(0, c).uniqueName());
    s.add(
        "String Member.UniqueName",
        unique,
        "[Store].[USA].[CA].UniqueName",
        (a, c) -> a.member(0, c).uniqueName());
    String caption = "What is shown for it; its name where the schema gives no caption.";
    s.add(
        "String Dimension.Caption",
        caption,
        "[Store].Dimension.Caption",
        (a, c) -> a.dimension(0, c).caption());
    s.add(
        "String Hierarchy.Caption",
        caption,
        "[Store].[USA].Hierarchy.Caption",
        (a, c) -> a.hierarchy(0, c).caption());
    s.add(
        "String Level.Caption",
        caption,
        "[Store].[USA].Level.Caption",
        (a, c) -> a.level(0, c).caption());
    s.add(
        "String Member.Caption",
        caption,
        "[Store].[USA].Caption",
        (a, c) -> a.member(0, c).caption());
  }

  private static void owners(Signatures s) {
    String dimension = "The dimension that it belongs to.";
    s.add(
        "Dimension Dimension.Dimension",
        dimension,
        "[Store].Dimension",
        (a, c) -> a.dimension(0, c));
    s.add(
        "Dimension Hierarchy.Dimension",
        dimension,
        "[Store].[USA].Hierarchy.Dimension",
        (a, c) -> a.hierarchy(0, c).dimension());
    s.add(
        "Dimension Level.Dimension",
        dimension,
        "[Store].[City].Dimension",
        (a, c) -> a.level(0, c).hierarchy().dimension());
    s.add(
        "Dimension Member.Dimension",
        dimension,
        "[Store].[USA].Dimension",
        (a, c) -> a.member(0, c).hierarchy().dimension());
    String hierarchy = "The hierarchy that it belongs to.";
    s.add(
        "Hierarchy Level.Hierarchy",
        hierarchy,
        "[Store].[City].Hierarchy",
        (a, c) -> a.level(0, c).hierarchy());
    s.add(
        "Hierarchy Member.Hierarchy",
        hierarchy,
        "[Store].[USA].Hierarchy",
        (a, c) -> a.member(0, c).hierarchy());
    s.add(
        "Level Member.Level",
        "The level that a member belongs to.",
        "[Store].[USA].Level",
        (a, c) -> a.member(0, c).level());
  }

  private static void levels(Signatures s) {
    s.add(
        "Level Hierarchy.Levels(Numeric)",
        "The level at a place of a hierarchy, counted from 0.",
        "[Time].[Time].Levels(1)",
        (a, c) -> {
          List<Level> levels = a.hierarchy(0, c).levels();
          int index = a.intOr(1, c, 0);
          if (index < 0
              || index >= levels.size()
              || !c.navigation().rights().isVisible(levels.get(index))) {
            throw new EvaluationException(
                "there is no level "
                    + index
                    + " in hierarchy "
                    + a.hierarchy(0, c).uniqueName()
                    + "; its levels are "
                    + numbers(levels, c));
          }
          return levels.get(index);
        });
    s.add(
        "Level Hierarchy.Levels(String)",
        "The level of that name in a hierarchy.",
        "[Time].[Time].Levels(\"Year\")",
        MetadataFunctions::levelByName);
    s.add(
        "Level Levels(String)",
        "The level of that unique name.",
        "Levels(\"[Time].[Year]\")",
        Typings.UNKNOWN,
        (a, c) -> ConversionFunctions.parsed(a, c, Kind.LEVEL));
    s.add(
        "Member Members(String)",
        "The member of that unique name.",
        "Members(\"[Store].[USA].[CA]\")",
        Typings.UNKNOWN,
        (a, c) -> ConversionFunctions.parsed(a, c, Kind.MEMBER));
  }

  private static String numbers(List<Level> levels, Context c) {
    int[] visible =
        levels.stream().filter(c.navigation().rights()::isVisible).mapToInt(Level::depth).toArray();
    return visible.length == 0
        ? "not to be seen"
        : visible[0] + " to " + visible[visible.length - 1];
  }

  private static Level levelByName(Arguments a, Context c) {
    Hierarchy hierarchy = a.hierarchy(0, c);
    String given = a.string(1, c);
    String name = given == null ? "" : given;
    Level level = hierarchy.level(name);
    if (level == null || !c.navigation().rights().isVisible(level)) {
      throw new EvaluationException(
          "there is no level "
              + name
              + " in hierarchy "
              + hierarchy.uniqueName()
              + Names.didYouMean(
                  name,
                  hierarchy.levels().stream()
                      .filter(c.navigation().rights()::isVisible)
                      .map(Level::name)
                      .toList()));
    }
    return level;
  }
}
