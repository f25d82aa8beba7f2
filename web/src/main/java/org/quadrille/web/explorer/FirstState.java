package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;

/** What the explorer shows of a cube before anything was chosen. */
final class FirstState {
  private FirstState() {}

  /** Its sales or first measure, by product or the first dimension, by year where it has time. */
  static PivotState of(CubeFields cube) {
    CubeRoles roles = new CubeRoles(cube.cube());
    Optional<MeasureInfo> measure =
        roles
            .measure(MeasureRole.SALES)
            .filter(MeasureInfo::visible)
            .or(() -> cube.cube().measures().stream().filter(MeasureInfo::visible).findFirst());
    if (measure.isEmpty()) {
      return PivotState.EMPTY;
    }
    Optional<DimensionInfo> time = roles.dimension(DimensionRole.TIME);
    Optional<HierarchyInfo> rows =
        roles
            .dimension(DimensionRole.PRODUCT)
            .or(() -> roles.dimension(DimensionRole.REGION))
            .flatMap(dimension -> visible(dimension))
            .or(
                () ->
                    cube.hierarchies()
                        .filter(h -> time.isEmpty() || !time.get().hierarchies().contains(h))
                        .findFirst());
    List<AxisField> onRows = new ArrayList<>();
    rows.ifPresent(h -> onRows.add(AxisField.of(h.uniqueName(), cube.start(h))));
    List<AxisField> onColumns = new ArrayList<>();
    time.flatMap(FirstState::visible)
        .ifPresent(h -> onColumns.add(AxisField.of(h.uniqueName(), cube.start(h))));
    return PivotState.EMPTY
        .withMeasures(List.of(measure.get().uniqueName()), false)
        .withRows(onRows)
        .withColumns(onColumns);
  }

  private static Optional<HierarchyInfo> visible(DimensionInfo dimension) {
    return dimension.hierarchies().stream().filter(HierarchyInfo::visible).findFirst();
  }
}
