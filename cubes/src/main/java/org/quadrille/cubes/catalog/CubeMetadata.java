package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cube as its users see it, captions in the language that was asked for. */
public record CubeMetadata(
    String name,
    String caption,
    @Nullable String description,
    boolean visible,
    boolean virtual,
    List<DimensionInfo> dimensions,
    List<MeasureInfo> measures,
    List<NamedSetInfo> namedSets,
    List<MeasureGroupInfo> measureGroups,
    Map<String, String> annotations) {
  public CubeMetadata {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(caption, "caption");
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    namedSets = List.copyOf(namedSets);
    measureGroups = List.copyOf(measureGroups);
    annotations = Map.copyOf(annotations);
  }

  /**
   * A dimension; Measures is not among them.
   *
   * @param time whether it is a dimension of time
   */
  public record DimensionInfo(
      String name,
      String uniqueName,
      String caption,
      @Nullable String description,
      boolean visible,
      boolean time,
      List<HierarchyInfo> hierarchies,
      Map<String, String> annotations) {
    public DimensionInfo {
      hierarchies = List.copyOf(hierarchies);
      annotations = Map.copyOf(annotations);
    }
  }

  /**
   * A hierarchy.
   *
   * @param allMember unique name, null without an All member
   * @param defaultMember unique name
   * @param levels top to bottom, the All level included
   */
  public record HierarchyInfo(
      String name,
      String uniqueName,
      String caption,
      @Nullable String description,
      boolean visible,
      @Nullable String allMember,
      String defaultMember,
      boolean parentChild,
      List<LevelInfo> levels,
      Map<String, String> annotations) {
    public HierarchyInfo {
      levels = List.copyOf(levels);
      annotations = Map.copyOf(annotations);
    }
  }

  /**
   * A level.
   *
   * @param depth 0 for the topmost
   * @param type such as REGULAR, ALL, TIME_YEARS
   */
  public record LevelInfo(
      String name,
      String uniqueName,
      String caption,
      @Nullable String description,
      boolean visible,
      int depth,
      String type,
      int memberCount,
      List<PropertyInfo> properties,
      Map<String, String> annotations) {
    public LevelInfo {
      properties = List.copyOf(properties);
      annotations = Map.copyOf(annotations);
    }
  }

  /** A member property. */
  public record PropertyInfo(String name, String caption, String type) {}

  /**
   * A measure, stored or calculated.
   *
   * @param aggregator such as SUM, null for a calculated measure
   * @param formatString null where it is an expression
   */
  public record MeasureInfo(
      String name,
      String uniqueName,
      String caption,
      @Nullable String description,
      boolean visible,
      boolean calculated,
      @Nullable String aggregator,
      @Nullable String formatString,
      Map<String, String> annotations) {
    public MeasureInfo {
      annotations = Map.copyOf(annotations);
    }
  }

  /** A named set. */
  public record NamedSetInfo(String name, String caption, @Nullable String description) {}

  /**
   * Facts whose measures stand together: one group in a cube, several in a virtual cube.
   *
   * @param measures unique names of its stored measures that may be seen
   * @param dimensions unique names of the dimensions that its facts have and that may be seen
   */
  public record MeasureGroupInfo(String name, List<String> measures, List<String> dimensions) {
    public MeasureGroupInfo {
      Objects.requireNonNull(name, "name");
      measures = List.copyOf(measures);
      dimensions = List.copyOf(dimensions);
    }
  }
}
