package org.quadrille.cubes.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.schema.Annotations;
import org.quadrille.cubes.schema.CalculatedMember;
import org.quadrille.cubes.schema.Cube;

/**
 * Captions in a language: the annotation {@code caption.<language>} of a schema's element, the
 * level property of that name for members; what the schema says otherwise.
 */
final class Captions {
  private final String key;
  private final String regionKey;

  Captions(Locale locale) {
    this.key = "caption." + locale.getLanguage();
    this.regionKey = key + "_" + locale.getCountry();
  }

  private String or(@Nullable Annotations annotations, String otherwise) {
    if (annotations == null) {
      return otherwise;
    }
    String regional = annotations.get(regionKey);
    String general = annotations.get(key);
    return regional != null ? regional : general != null ? general : otherwise;
  }

  String of(Cube cube) {
    return or(cube.annotations(), cube.caption() == null ? cube.name() : cube.caption());
  }

  String of(Dimension dimension) {
    return or(
        dimension.definition() == null ? null : dimension.definition().annotations(),
        dimension.caption());
  }

  String of(Hierarchy hierarchy) {
    String plain =
        hierarchy.definition() != null
                && hierarchy.definition().caption() == null
                && hierarchy.name().equals(hierarchy.dimension().name())
            ? of(hierarchy.dimension())
            : hierarchy.caption();
    return or(hierarchy.definition() == null ? null : hierarchy.definition().annotations(), plain);
  }

  String of(Level level) {
    return or(
        level.definition() == null ? null : level.definition().annotations(), level.caption());
  }

  String of(CalculatedMember member) {
    return or(member.annotations(), member.caption() == null ? member.name() : member.caption());
  }

  String of(Member member) {
    if (member instanceof MeasureMember measure) {
      return or(measure.definition().annotations(), measure.caption());
    }
    if (member instanceof StoredMember stored) {
      return stored(stored);
    }
    return member.caption();
  }

  private String stored(StoredMember member) {
    if (member.isAll()) {
      return or(
          member.hierarchy().definition() == null
              ? null
              : allAnnotations(member.hierarchy().definition().annotations()),
          member.caption());
    }
    var properties = member.level().properties();
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i).name().equalsIgnoreCase(key)) {
        Object value = member.hierarchy().members().property(member.row(), i);
        if (value != null) {
          return value.toString();
        }
      }
    }
    return member.caption();
  }

  /** Annotations {@code allMember.caption.<language>} of a hierarchy name its All member. */
  private Annotations allAnnotations(Annotations annotations) {
    String all = annotations.get("allMember." + key);
    return all == null ? Annotations.NONE : new Annotations(java.util.Map.of(key, all));
  }
}
