package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Computation;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.model.StoredMember;

/** Properties of members by name: those of the schema and those that every member has. */
final class MemberProperties {
  private static final List<String> INTRINSIC =
      List.of(
          "NAME",
          "MEMBER_NAME",
          "CAPTION",
          "MEMBER_CAPTION",
          "UNIQUE_NAME",
          "MEMBER_UNIQUE_NAME",
          "KEY",
          "MEMBER_KEY",
          "LEVEL_NUMBER",
          "LEVEL_UNIQUE_NAME",
          "HIERARCHY_UNIQUE_NAME",
          "DIMENSION_UNIQUE_NAME",
          "PARENT_UNIQUE_NAME",
          "PARENT_LEVEL",
          "CHILDREN_CARDINALITY",
          "MEMBER_ORDINAL",
          "MEMBER_TYPE",
          "DEPTH",
          "CUBE_NAME",
          "VALUE",
          "FORMAT_STRING",
          "DESCRIPTION",
          "VISIBLE",
          "$VISIBLE");

  private MemberProperties() {}

  /** The value of a property; an error where the member has none of that name. */
  static @Nullable Object value(Member member, String name, Context c) {
    if (member.isNull()) {
      return null;
    }
    Member base = Totals.base(member);
    if (base instanceof CalculatedMember calculated) {
      Computation body = calculated.property(name);
      if (body instanceof Expr expression) {
        return expression.evaluate(c);
      }
    }
    if (row(base) instanceof StoredMember stored && !stored.isAll()) {
      int index = indexOf(stored.level(), name);
      if (index >= 0) {
        return stored.hierarchy().members().property(stored.row(), index);
      }
    }
    String word = name.toUpperCase(Locale.ROOT);
    if (INTRINSIC.contains(word)) {
      return intrinsic(member, word, c);
    }
    if (isDeclaredElsewhere(base, name)) {
      return null;
    }
    throw unknown(base, name);
  }

  private static Member row(Member member) {
    return member instanceof DataMember own ? own.owner() : member;
  }

  private static int indexOf(Level level, String name) {
    for (int i = 0; i < level.properties().size(); i++) {
      if (level.properties().get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** A property of another level is empty here, so that it can be shown for whole hierarchies. */
  private static boolean isDeclaredElsewhere(Member member, String name) {
    return member.hierarchy().levels().stream().anyMatch(l -> indexOf(l, name) >= 0);
  }

  private static EvaluationException unknown(Member member, String name) {
    List<String> names = new ArrayList<>(INTRINSIC);
    member.level().properties().forEach(p -> names.add(p.name()));
    return new EvaluationException(
        "member "
            + member.uniqueName()
            + " has no property '"
            + name
            + "'"
            + Names.didYouMean(name, names));
  }

  private static @Nullable Object intrinsic(Member member, String word, Context c) {
    Member parent = c.navigation().parentOrNull(member);
    return switch (word) {
      case "NAME", "MEMBER_NAME" -> member.name();
      case "CAPTION", "MEMBER_CAPTION" -> member.caption();
      case "UNIQUE_NAME", "MEMBER_UNIQUE_NAME" -> member.uniqueName();
      case "KEY", "MEMBER_KEY" -> key(member);
      case "LEVEL_NUMBER" -> member.level().depth();
      case "LEVEL_UNIQUE_NAME" -> member.level().uniqueName();
      case "HIERARCHY_UNIQUE_NAME" -> member.hierarchy().uniqueName();
      case "DIMENSION_UNIQUE_NAME" -> member.hierarchy().dimension().uniqueName();
      case "PARENT_UNIQUE_NAME" -> parent == null ? null : parent.uniqueName();
      case "PARENT_LEVEL" -> parent == null ? 0 : parent.level().depth();
      case "CHILDREN_CARDINALITY" -> c.navigation().children(Totals.base(member)).size();
      case "MEMBER_ORDINAL" ->
          member instanceof StoredMember stored
              ? stored.hierarchy().members().ordinal(stored.row())
              : 0;
      case "MEMBER_TYPE" -> type(member);
      case "DEPTH" -> member.depth();
      case "CUBE_NAME" -> c.cube().name();
      case "VALUE" -> cell(member, c, false);
      case "FORMAT_STRING" -> cell(member, c, true);
      case "DESCRIPTION" ->
          member instanceof MeasureMember measure ? measure.definition().description() : null;
      default -> isVisible(member);
    };
  }

  private static @Nullable Object key(Member member) {
    if (row(member) instanceof StoredMember stored && !stored.isAll()) {
      Object key = stored.hierarchy().members().key(stored.row());
      return key == null ? "#null" : Values.text(key);
    }
    return member.isAll() ? "0" : member.name();
  }

  /** As MDMEMBER_TYPE of OLE DB for OLAP numbers them. */
  private static int type(Member member) {
    if (member.isAll()) {
      return 2;
    }
    if (member.isCalculated()) {
      return 4;
    }
    return member instanceof MeasureMember ? 3 : 1;
  }

  private static boolean isVisible(Member member) {
    if (member instanceof MeasureMember measure) {
      return measure.definition().visible();
    }
    return !(member instanceof CalculatedMember calculated) || calculated.isVisible();
  }

  private static @Nullable Object cell(Member member, Context c, boolean format) {
    int mark = c.mark();
    c.set(member);
    Object value = format ? c.formatString() : c.value();
    c.restore(mark);
    return value;
  }
}
