package org.quadrille.web.page;

import java.util.ArrayList;
import java.util.List;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;

/** Where the facts behind a figure are shown one by one: the explorer, drilled through. */
public final class FactsAddress {
  private FactsAddress() {}

  /**
   * The facts of a cube's first visible stored measure at some members.
   *
   * @param members unique names, of different hierarchies
   */
  public static String of(PageContext context, CubeReader reader, List<String> members) {
    String measure =
        reader.cube().measures().stream()
            .filter(m -> m.visible() && !m.calculated())
            .map(MeasureInfo::uniqueName)
            .findFirst()
            .orElseThrow();
    return of(context, reader, measure, members);
  }

  /** The facts of a measure at some members. */
  public static String of(
      PageContext context, CubeReader reader, String measure, List<String> members) {
    List<String> cell = new ArrayList<>();
    cell.add(measure);
    cell.addAll(members);
    return context
            .page("/explore")
            .with("cube", reader.cube().name())
            .with("m", measure)
            .withAll("cell", cell)
        + "#facts";
  }
}
