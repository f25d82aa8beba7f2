package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureGroupInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;

/** MDSCHEMA_MEASURES: the measures of cubes, stored and calculated. */
final class MeasuresRowset implements Rowset {
  /** Bits of MEASURE_VISIBILITY. */
  private static final int VISIBLE = 1;

  private static final int HIDDEN = 2;

  @Override
  public String name() {
    return "MDSCHEMA_MEASURES";
  }

  @Override
  public String guid() {
    return "c8b522dc-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The measures of cubes.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("MEASURE_NAME"),
        Column.key("MEASURE_UNIQUE_NAME"),
        Column.text("MEASURE_CAPTION"),
        Column.of("MEASURE_GUID", Column.Type.UUID),
        Column.of("MEASURE_AGGREGATOR", Column.Type.INT),
        Column.of("DATA_TYPE", Column.Type.UNSIGNED_SHORT),
        Column.text("DESCRIPTION"),
        Column.of("MEASURE_IS_VISIBLE", Column.Type.BOOLEAN),
        Column.key("MEASUREGROUP_NAME"),
        Column.text("MEASURE_DISPLAY_FOLDER"),
        Column.text("DEFAULT_FORMAT_STRING"),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.of("MEASURE_VISIBILITY", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    String visibility = discovery.single("MEASURE_VISIBILITY");
    discovery.cubes(
        (catalog, cube) -> {
          for (MeasureInfo measure : cube.measures()) {
            if (Bits.accept(visibility, measure.visible() ? VISIBLE : HIDDEN)) {
              sink.accept(
                  row(catalog.name(), cube.name(), measure)
                      .set("MEASUREGROUP_NAME", group(cube, measure)));
            }
          }
        });
  }

  /** The group of a measure; a calculated one belongs to none where there are several. */
  private static @Nullable String group(CubeMetadata cube, MeasureInfo measure) {
    for (MeasureGroupInfo group : cube.measureGroups()) {
      if (group.measures().contains(measure.uniqueName())) {
        return group.name();
      }
    }
    return cube.measureGroups().size() == 1 ? cube.measureGroups().get(0).name() : null;
  }

  private static Row row(String catalog, String cube, MeasureInfo measure) {
    String aggregator = measure.calculated() ? null : measure.aggregator();
    int code = Codes.aggregator(aggregator);
    boolean counts = code == 2 || code == 8;
    return new Row()
        .set("CATALOG_NAME", catalog)
        .set("CUBE_NAME", cube)
        .set("MEASURE_NAME", measure.name())
        .set("MEASURE_UNIQUE_NAME", measure.uniqueName())
        .set("MEASURE_CAPTION", measure.caption())
        .set("MEASURE_AGGREGATOR", code)
        .set("DATA_TYPE", counts ? Codes.TYPE_INT : Codes.TYPE_DOUBLE)
        .set("DESCRIPTION", measure.description())
        .set("MEASURE_IS_VISIBLE", measure.visible())
        .set("MEASURE_DISPLAY_FOLDER", "")
        .set("DEFAULT_FORMAT_STRING", measure.formatString());
  }
}
