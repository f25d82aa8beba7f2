package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The measures that a virtual cube takes from its base cubes. A calculated member brings along what
 * its formula mentions, invisible unless it is listed too.
 */
final class VirtualMeasures {
  private final List<Measure> stored = new ArrayList<>();
  private final List<CalculatedMember> calculated = new ArrayList<>();
  private final Map<CalculatedMember, BaseCube> sources = new LinkedHashMap<>();

  List<Measure> stored() {
    return stored;
  }

  List<CalculatedMember> calculated() {
    return calculated;
  }

  /**
   * Takes a measure of a base cube, stored or calculated; once where it is listed twice.
   *
   * @param annotations of the usage; those of the measure stay where there are none
   */
  void add(BaseCube base, XmlElement usage, Annotations annotations) {
    String name = measureName(usage);
    Measure measure = measure(base, name);
    if (measure != null && hasStored(measure)) {
      return;
    }
    if (measure != null) {
      stored.add(shown(measure, usage.flag("visible", measure.visible()), annotations));
      return;
    }
    CalculatedMember member = member(base, name);
    if (member == null) {
      List<String> names =
          new ArrayList<>(base.cube().measures().stream().map(Measure::name).toList());
      base.cube().calculatedMembers().forEach(c -> names.add(c.name()));
      throw new Refusal(
          "cube '"
              + base.cube().name()
              + "' has no measure '"
              + name
              + "'"
              + new Nearest(names).hint(name),
          usage.place("name"));
    }
    if (hasCalculated(member)) {
      return;
    }
    take(member, usage.flag("visible", member.visible()), annotations, base);
  }

  /**
   * Adds what the formulas taken so far need.
   *
   * @param own the virtual cube's own members, whose names have precedence
   * @param dimensions of the virtual cube; a member of another dimension is not taken
   */
  void complete(List<CalculatedMember> own, List<Dimension> dimensions) {
    Set<String> taken = new HashSet<>();
    stored.forEach(m -> taken.add(lower(m.name())));
    calculated.forEach(m -> taken.add(lower(m.name())));
    own.forEach(m -> taken.add(lower(m.name())));
    List<CalculatedMember> open = new ArrayList<>(calculated);
    while (!open.isEmpty()) {
      CalculatedMember member = open.remove(0);
      BaseCube base = sources.get(member);
      if (base == null) {
        continue;
      }
      String text = lower(text(member));
      for (CalculatedMember other : base.cube().calculatedMembers()) {
        if (mentions(text, other.name())
            && fits(other, dimensions)
            && taken.add(lower(other.name()))) {
          open.add(take(other, false, Annotations.NONE, base));
        }
      }
      for (Measure measure : base.cube().measures()) {
        if (mentions(text, measure.name()) && taken.add(lower(measure.name()))) {
          stored.add(shown(measure, false, Annotations.NONE));
        }
      }
    }
  }

  private CalculatedMember take(
      CalculatedMember member, boolean visible, Annotations annotations, BaseCube base) {
    CalculatedMember copy = copy(member, visible, annotations);
    calculated.add(copy);
    sources.put(copy, base);
    return copy;
  }

  private boolean hasStored(Measure measure) {
    return stored.stream()
        .anyMatch(m -> m.name().equals(measure.name()) && m.group().equals(measure.group()));
  }

  private boolean hasCalculated(CalculatedMember member) {
    return calculated.stream()
        .anyMatch(
            m -> m.name().equals(member.name()) && m.sourceCube().equals(member.sourceCube()));
  }

  /** The measure's name in {@code [Measures].[Name]}, {@code [Name]} or {@code Name}. */
  private static String measureName(XmlElement usage) {
    List<String> segments = new MdxName(usage.require("name")).segments();
    boolean qualified = segments.size() == 2 && segments.get(0).equalsIgnoreCase("Measures");
    if (segments.size() > 1 && !qualified) {
      throw new Refusal(
          "'" + usage.get("name") + "' is not a measure; write [Measures].[Name]",
          usage.place("name"));
    }
    return segments.get(segments.size() - 1);
  }

  private static @Nullable Measure measure(BaseCube base, String name) {
    Measure other = null;
    for (Measure measure : base.cube().measures()) {
      if (measure.name().equals(name)) {
        return measure;
      }
      if (measure.name().equalsIgnoreCase(name)) {
        other = measure;
      }
    }
    return other;
  }

  private static @Nullable CalculatedMember member(BaseCube base, String name) {
    for (CalculatedMember member : base.cube().calculatedMembers()) {
      if (member.hierarchy().equalsIgnoreCase("[Measures]")
          && member.name().equalsIgnoreCase(name)) {
        return member;
      }
    }
    return null;
  }

  private static String text(CalculatedMember member) {
    StringBuilder text = new StringBuilder(member.formula());
    for (CalculatedMember.Property property : member.properties()) {
      if (property.expression() != null) {
        text.append('\n').append(property.expression());
      }
    }
    return text.toString();
  }

  private static boolean mentions(String lowerText, String name) {
    return lowerText.contains("[" + lower(name).replace("]", "]]") + "]");
  }

  private static boolean fits(CalculatedMember member, List<Dimension> dimensions) {
    String first = new MdxName(member.hierarchy()).segments().get(0);
    return first.equalsIgnoreCase("Measures")
        || dimensions.stream().anyMatch(d -> d.name().equalsIgnoreCase(first.split("\\.", 2)[0]));
  }

  private static Measure shown(Measure m, boolean visible, Annotations annotations) {
    return new Measure(
        m.name(),
        m.group(),
        m.caption(),
        m.description(),
        visible,
        m.expression(),
        m.aggregator(),
        m.dataType(),
        m.formatString(),
        m.formatter(),
        m.properties(),
        annotations.values().isEmpty() ? m.annotations() : annotations,
        m.location());
  }

  private static CalculatedMember copy(
      CalculatedMember m, boolean visible, Annotations annotations) {
    return new CalculatedMember(
        m.name(),
        m.caption(),
        m.description(),
        visible,
        m.hierarchy(),
        m.parent(),
        m.formula(),
        m.formatString(),
        m.formatter(),
        m.properties(),
        m.sourceCube(),
        annotations.values().isEmpty() ? m.annotations() : annotations,
        m.location());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
