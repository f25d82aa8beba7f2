package org.quadrille.cubes.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.extension.MemberView;
import org.quadrille.cubes.extension.PropertyFormatter;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.result.ResultMember;

/** Members as answers show them, with the properties that were asked for. */
final class MemberValues {
  private final @Nullable Context context;
  private final Navigation navigation;
  private final Captions captions;

  /**
   * Shows members.
   *
   * @param context evaluates properties of calculated members; null outside a query
   * @param navigation what may be seen
   */
  MemberValues(@Nullable Context context, Navigation navigation, Captions captions) {
    this.context = context;
    this.navigation = navigation;
    this.captions = captions;
  }

  ResultMember result(Member member, List<String> properties) {
    Member parent = navigation.parentOrNull(member);
    Map<String, @Nullable Object> values = Map.of();
    if (!properties.isEmpty()) {
      values = new LinkedHashMap<>();
      for (String asked : properties) {
        if (belongs(asked, member.hierarchy())) {
          values.put(shortName(asked), value(member, shortName(asked)));
        }
      }
    }
    return new ResultMember(
        member.name(),
        member.uniqueName(),
        captions.of(member),
        member.hierarchy().uniqueName(),
        member.level().uniqueName(),
        member.depth(),
        parent == null ? null : parent.uniqueName(),
        children(member),
        member.isCalculated(),
        values);
  }

  private int children(Member member) {
    if (!(member instanceof StoredMember stored)) {
      return 0;
    }
    if (stored.isAll() && !stored.hierarchy().membersAreKnown()) {
      return 1;
    }
    return navigation.childCount(stored);
  }

  /** The short names of those properties that a hierarchy's members have. */
  List<String> applicable(List<String> properties, Hierarchy hierarchy) {
    return properties.stream()
        .filter(p -> belongs(p, hierarchy))
        .map(MemberValues::shortName)
        .distinct()
        .toList();
  }

  private static boolean belongs(String asked, Hierarchy hierarchy) {
    int dot = asked.lastIndexOf(".[");
    if (dot < 0) {
      return true;
    }
    String owner = asked.substring(0, dot);
    return owner.equalsIgnoreCase(hierarchy.uniqueName())
        || owner.equalsIgnoreCase(hierarchy.dimension().uniqueName())
        || hierarchy.levels().stream().anyMatch(l -> l.uniqueName().equalsIgnoreCase(owner));
  }

  private static String shortName(String asked) {
    int dot = asked.lastIndexOf(".[");
    String last = dot < 0 ? asked : asked.substring(dot + 1);
    return last.startsWith("[") ? last.substring(1, last.length() - 1).replace("]]", "]") : last;
  }

  private @Nullable Object value(Member member, String property) {
    Object own = levelProperty(member, property);
    if (own != null) {
      return own;
    }
    Member parent = navigation.parentOrNull(member);
    return switch (property.toUpperCase(java.util.Locale.ROOT)) {
      case "NAME", "MEMBER_NAME" -> member.name();
      case "CAPTION", "MEMBER_CAPTION" -> captions.of(member);
      case "MEMBER_UNIQUE_NAME", "UNIQUE_NAME" -> member.uniqueName();
      case "LEVEL_UNIQUE_NAME" -> member.level().uniqueName();
      case "LEVEL_NUMBER" -> member.depth();
      case "HIERARCHY_UNIQUE_NAME" -> member.hierarchy().uniqueName();
      case "DIMENSION_UNIQUE_NAME" -> member.hierarchy().dimension().uniqueName();
      case "PARENT_UNIQUE_NAME" -> parent == null ? null : parent.uniqueName();
      case "PARENT_LEVEL" -> parent == null ? 0 : parent.depth();
      case "PARENT_COUNT" -> parent == null ? 0 : 1;
      case "CHILDREN_CARDINALITY" -> children(member);
      case "DEPTH" -> member.depth();
      case "CUBE_NAME" -> context == null ? null : context.cube().name();
      case "MEMBER_ORDINAL" ->
          member instanceof StoredMember stored
              ? stored.hierarchy().members().ordinal(stored.row())
              : 0;
      case "DESCRIPTION" ->
          member instanceof MeasureMember measure ? measure.definition().description() : null;
      case "IS_DATAMEMBER" -> member instanceof DataMember;
      case "IS_PLACEHOLDERMEMBER" -> false;
      case "MEMBER_TYPE" ->
          member.isAll() ? 2 : member.isCalculated() ? 4 : member instanceof MeasureMember ? 3 : 1;
      case "MEMBER_KEY", "KEY", "KEY0", "MEMBER_VALUE" ->
          member instanceof StoredMember stored && !stored.isAll()
              ? stored.hierarchy().members().key(stored.row())
              : member.name();
      default -> calculated(member, property);
    };
  }

  private @Nullable Object levelProperty(Member member, String property) {
    if (!(member instanceof StoredMember stored) || stored.isAll()) {
      return null;
    }
    Level level = stored.level();
    for (int i = 0; i < level.properties().size(); i++) {
      if (level.properties().get(i).name().equalsIgnoreCase(property)) {
        return formatted(
            level.properties().get(i),
            stored,
            stored.hierarchy().members().property(stored.row(), i));
      }
    }
    return null;
  }

  private @Nullable Object formatted(
      org.quadrille.cubes.schema.Level.Property property,
      StoredMember member,
      @Nullable Object value) {
    Extension<PropertyFormatter> formatter = property.formatter();
    if (formatter == null || value == null) {
      return value;
    }
    MemberView view =
        new MemberView(
            member.name(), member.uniqueName(), member.level().name(), captions.of(member));
    String text = formatter.<@Nullable String>call(f -> f.format(view, property.name(), value));
    return text == null ? value : text;
  }

  private @Nullable Object calculated(Member member, String property) {
    if (context != null
        && member instanceof CalculatedMember calculated
        && calculated.property(property) instanceof Expr expression) {
      return expression.evaluate(context);
    }
    return null;
  }
}
