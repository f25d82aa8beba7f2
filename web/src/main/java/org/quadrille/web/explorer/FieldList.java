package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.web.explorer.ExplorerView.Choice;
import org.quadrille.web.explorer.ExplorerView.DimensionNode;
import org.quadrille.web.explorer.ExplorerView.HierarchyNode;
import org.quadrille.web.explorer.ExplorerView.MeasureNode;

/** Everything of a cube that can be put into the grid. */
final class FieldList {
  private final CubeFields cube;
  private final PivotState state;

  FieldList(CubeFields cube, PivotState state) {
    this.cube = Objects.requireNonNull(cube, "cube");
    this.state = Objects.requireNonNull(state, "state");
  }

  List<DimensionNode> dimensions() {
    List<DimensionNode> nodes = new ArrayList<>();
    for (DimensionInfo dimension : cube.cube().dimensions()) {
      if (!dimension.visible()) {
        continue;
      }
      List<HierarchyNode> hierarchies =
          dimension.hierarchies().stream()
              .filter(HierarchyInfo::visible)
              .map(this::hierarchy)
              .toList();
      boolean used = hierarchies.stream().anyMatch(h -> !h.place().isEmpty());
      if (!hierarchies.isEmpty()) {
        nodes.add(new DimensionNode(dimension.caption(), used, hierarchies));
      }
    }
    return nodes;
  }

  private HierarchyNode hierarchy(HierarchyInfo hierarchy) {
    List<Choice> levels = new ArrayList<>();
    AxisField field = state.field(hierarchy.uniqueName());
    List<LevelInfo> all = CubeFields.levels(hierarchy);
    if (!hierarchy.parentChild() && all.size() > 1) {
      for (LevelInfo level : all) {
        boolean chosen =
            field != null
                && field.base() instanceof AxisField.Level base
                && base.level().equals(level.uniqueName());
        levels.add(new Choice(level.uniqueName(), level.caption(), chosen));
      }
    }
    return new HierarchyNode(
        hierarchy.caption(), hierarchy.uniqueName(), place(hierarchy.uniqueName()), levels);
  }

  private String place(String hierarchy) {
    if (state.rows().stream().anyMatch(f -> f.hierarchy().equals(hierarchy))) {
      return "rows";
    }
    if (state.columns().stream().anyMatch(f -> f.hierarchy().equals(hierarchy))) {
      return "cols";
    }
    boolean filters = state.filters().stream().anyMatch(f -> f.hierarchy().equals(hierarchy));
    return filters ? "filter" : "";
  }

  List<MeasureNode> measures() {
    List<MeasureNode> nodes = new ArrayList<>();
    for (MeasureInfo measure : cube.cube().measures()) {
      if (measure.visible()) {
        nodes.add(
            new MeasureNode(
                measure.caption(),
                measure.uniqueName(),
                state.measures().contains(measure.uniqueName()),
                measure.calculated(),
                measure.description() == null ? "" : measure.description()));
      }
    }
    return nodes;
  }
}
