package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.RowSet;

/** The facts behind a slice, such as order lines: who bought what when, and for how much. */
public final class FactRows {
  private static final String CAPTION = "caption.";
  private static final String DATE = "Date";

  private final CubeReader reader;
  private final Slice slice;

  /** Looks at a slice, its period included. */
  public FactRows(CubeReader reader, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.slice = Objects.requireNonNull(slice, "slice");
  }

  /**
   * A page of facts.
   *
   * @param captions heads of the columns
   * @param rows the values
   */
  public record Page(List<String> captions, RowSet rows) {
    public Page {
      captions = List.copyOf(captions);
      Objects.requireNonNull(rows, "rows");
    }
  }

  private record Column(String mdx, String caption) {}

  /**
   * Reads some.
   *
   * @param measure the measure whose facts are read
   * @param shown further measures to show, of the same facts
   * @param skip how many to leave out from the start
   * @param count how many at most
   */
  public Page read(MeasureInfo measure, List<MeasureInfo> shown, int skip, int count) {
    List<Column> columns = new ArrayList<>();
    time(columns);
    Stream.of(DimensionRole.CUSTOMER, DimensionRole.PRODUCT, DimensionRole.EMPLOYEE)
        .filter(role -> reader.roles().dimension(role).isPresent())
        .map(role -> reader.roles().needHierarchy(role))
        .filter(hierarchy -> !hierarchy.parentChild())
        .forEach(hierarchy -> columns.add(leaf(hierarchy)));
    shown.stream()
        .filter(m -> !m.calculated())
        .forEach(m -> columns.add(new Column(m.uniqueName(), m.caption())));
    String drill =
        "DRILLTHROUGH MAXROWS %d FIRSTROWSET %d SELECT {%s} ON COLUMNS FROM %s%s RETURN %s"
            .formatted(
                count,
                skip + 1,
                measure.uniqueName(),
                MdxSelect.quote(reader.cube().name()),
                where(),
                String.join(", ", columns.stream().map(Column::mdx).toList()));
    return new Page(columns.stream().map(Column::caption).toList(), reader.facts(drill));
  }

  private String where() {
    List<String> members = slice.outside();
    return members.isEmpty() ? "" : " WHERE (" + String.join(", ", members) + ")";
  }

  /** The date where the lowest level has it, else all levels of the calendar. */
  private void time(List<Column> columns) {
    Optional<HierarchyInfo> calendar =
        reader
            .roles()
            .dimension(DimensionRole.TIME)
            .map(d -> reader.roles().needHierarchy(DimensionRole.TIME));
    if (calendar.isEmpty()) {
      return;
    }
    LevelInfo lowest = lowest(calendar.get());
    if (lowest.properties().stream().anyMatch(p -> p.name().equals(DATE))) {
      columns.add(new Column(lowest.uniqueName() + "." + MdxSelect.quote(DATE), lowest.caption()));
      return;
    }
    calendar.get().levels().stream()
        .filter(level -> !level.type().equalsIgnoreCase("ALL"))
        .forEach(level -> columns.add(new Column(level.uniqueName(), level.caption())));
  }

  private Column leaf(HierarchyInfo hierarchy) {
    LevelInfo lowest = lowest(hierarchy);
    String translated = CAPTION + reader.language();
    boolean has = lowest.properties().stream().anyMatch(p -> p.name().equals(translated));
    String name = lowest.uniqueName();
    return new Column(has ? name + "." + MdxSelect.quote(translated) : name, lowest.caption());
  }

  private static LevelInfo lowest(HierarchyInfo hierarchy) {
    return hierarchy.levels().get(hierarchy.levels().size() - 1);
  }
}
