package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureGroupInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.CubeMetadata.NamedSetInfo;
import org.quadrille.cubes.catalog.CubeMetadata.PropertyInfo;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.schema.Annotations;
import org.quadrille.cubes.schema.CalculatedMember;
import org.quadrille.cubes.schema.MeasureGroup;

/** Describes a cube to its users. */
final class MetadataBuilder {
  private final Scope scope;
  private final Navigation navigation;
  private final Captions captions;

  /** Describes what may be seen in a scope. */
  MetadataBuilder(Scope scope, Captions captions) {
    this.scope = scope;
    this.navigation = scope.navigation();
    this.captions = captions;
  }

  CubeMetadata cube() {
    Cube cube = scope.cube();
    List<DimensionInfo> dimensions = new ArrayList<>();
    for (Dimension dimension : cube.dimensions()) {
      if (!dimension.isMeasures() && navigation.rights().isVisible(dimension)) {
        dimensions.add(dimension(dimension));
      }
    }
    var definition = cube.definition();
    List<NamedSetInfo> sets = new ArrayList<>();
    definition.namedSets().forEach(s -> sets.add(namedSet(s)));
    cube.schema().namedSets().forEach(s -> sets.add(namedSet(s)));
    return new CubeMetadata(
        definition.name(),
        captions.of(definition),
        definition.description(),
        definition.visible(),
        definition.virtual(),
        dimensions,
        measures(cube),
        sets,
        measureGroups(cube),
        definition.annotations().values());
  }

  private static NamedSetInfo namedSet(org.quadrille.cubes.schema.NamedSet set) {
    return new NamedSetInfo(
        set.name(), set.caption() == null ? set.name() : set.caption(), set.description());
  }

  private DimensionInfo dimension(Dimension dimension) {
    var definition = dimension.definition();
    return new DimensionInfo(
        dimension.name(),
        dimension.uniqueName(),
        captions.of(dimension),
        definition == null ? null : definition.description(),
        definition == null || definition.visible(),
        dimension.isTime(),
        dimension.hierarchies().stream()
            .filter(navigation.rights()::isVisible)
            .map(this::hierarchy)
            .toList(),
        values(definition == null ? null : definition.annotations()));
  }

  private HierarchyInfo hierarchy(Hierarchy hierarchy) {
    var definition = hierarchy.definition();
    return new HierarchyInfo(
        hierarchy.name(),
        hierarchy.uniqueName(),
        captions.of(hierarchy),
        definition == null ? null : definition.description(),
        definition == null || definition.visible(),
        navigation.showsAll(hierarchy) ? hierarchy.allMember().uniqueName() : null,
        navigation.defaultMember(hierarchy).uniqueName(),
        hierarchy.isParentChild(),
        hierarchy.levels().stream()
            .filter(navigation.rights()::isVisible)
            .map(this::level)
            .toList(),
        values(definition == null ? null : definition.annotations()));
  }

  private LevelInfo level(Level level) {
    var definition = level.definition();
    return new LevelInfo(
        level.name(),
        level.uniqueName(),
        captions.of(level),
        definition == null ? null : definition.description(),
        definition == null || definition.visible(),
        level.depth(),
        level.isAll() ? "ALL" : level.type().name(),
        navigation.memberCount(level),
        level.properties().stream()
            .map(
                p ->
                    new PropertyInfo(
                        p.name(), p.caption() == null ? p.name() : p.caption(), p.type().name()))
            .toList(),
        values(definition == null ? null : definition.annotations()));
  }

  private List<MeasureInfo> measures(Cube cube) {
    List<MeasureInfo> measures = new ArrayList<>();
    for (MeasureMember measure : cube.measures()) {
      if (!navigation.rights().isVisible(measure)) {
        continue;
      }
      var definition = measure.definition();
      measures.add(
          new MeasureInfo(
              measure.name(),
              measure.uniqueName(),
              captions.of(measure),
              definition.description(),
              definition.visible(),
              false,
              definition.aggregator().name(),
              definition.formatString() == null ? "Standard" : definition.formatString(),
              values(definition.annotations())));
    }
    for (CalculatedMember member : cube.definition().calculatedMembers()) {
      if (member.hierarchy().equalsIgnoreCase("[Measures]") && isVisible(member)) {
        measures.add(calculated(member));
      }
    }
    return measures;
  }

  private List<MeasureGroupInfo> measureGroups(Cube cube) {
    Map<MeasureGroup, List<String>> groups = new LinkedHashMap<>();
    for (MeasureMember measure : cube.measures()) {
      if (navigation.rights().isVisible(measure)) {
        groups.computeIfAbsent(measure.group(), g -> new ArrayList<>()).add(measure.uniqueName());
      }
    }
    List<MeasureGroupInfo> infos = new ArrayList<>();
    groups.forEach(
        (group, measures) ->
            infos.add(
                new MeasureGroupInfo(
                    group.name(),
                    measures,
                    cube.dimensions().stream()
                        .filter(d -> !d.isMeasures() && group.link(d.name()) != null)
                        .filter(navigation.rights()::isVisible)
                        .map(Dimension::uniqueName)
                        .toList())));
    return infos;
  }

  private boolean isVisible(CalculatedMember definition) {
    return scope.calculatedMembers(scope.cube().measuresHierarchy()).stream()
        .anyMatch(m -> m.name().equalsIgnoreCase(definition.name()));
  }

  private MeasureInfo calculated(CalculatedMember member) {
    String format = member.formatString();
    for (CalculatedMember.Property property : member.properties()) {
      if (property.name().equalsIgnoreCase("FORMAT_STRING") && property.value() != null) {
        format = property.value();
      }
    }
    return new MeasureInfo(
        member.name(),
        "[Measures]." + Names.quote(member.name()),
        captions.of(member),
        member.description(),
        member.visible(),
        true,
        null,
        format,
        values(member.annotations()));
  }

  private static Map<String, String> values(@Nullable Annotations annotations) {
    return annotations == null ? Map.of() : annotations.values();
  }
}
