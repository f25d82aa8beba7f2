package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.ResultMember;

/**
 * Sales, profit and quantity of a period against the same period a year before, by the members of
 * any level: products, employees, customers.
 */
public final class ProfitAnalysis {
  private final CubeReader reader;
  private final PeriodPair periods;
  private final Slice slice;
  private final ProfitMeasures money;
  private final Optional<MeasureInfo> quantity;

  /**
   * Looks at a slice of a cube in a period; the slice has no member of time.
   *
   * @throws MissingRoleException if the cube has no sales, or neither cost nor profit
   */
  public ProfitAnalysis(CubeReader reader, PeriodPair periods, Slice slice) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.periods = Objects.requireNonNull(periods, "periods");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.money = new ProfitMeasures(reader.roles());
    this.quantity = reader.roles().measure(MeasureRole.QUANTITY);
  }

  /**
   * What a member contributed.
   *
   * @param unitsNow quantity sold, NaN where none or not known
   * @param unitsBefore the same a year before
   */
  public record Part(
      ResultMember member,
      Contribution now,
      Contribution before,
      double unitsNow,
      double unitsBefore) {
    public Part {
      Objects.requireNonNull(member, "member");
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(before, "before");
    }

    /** Profit now and before. */
    public Change profit() {
      return new Change(now.profit(), before.profit());
    }

    /** Sales now and before. */
    public Change sales() {
      return new Change(now.sales(), before.sales());
    }
  }

  /**
   * The members of a level with their total, which the cube gave and nobody added up.
   *
   * @param total what the slice has of the hierarchy
   * @param parts in hierarchical order, those without any figure left out
   */
  public record Parts(LevelInfo level, Part total, List<Part> parts) {
    public Parts {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(total, "total");
      parts = List.copyOf(parts);
    }
  }

  /** Whether the cube knows quantities. */
  public boolean hasQuantity() {
    return quantity.isPresent();
  }

  /** By the lowest level of a dimension; empty where nothing was sold. */
  public Optional<Parts> byLeaves(DimensionRole role) {
    HierarchyInfo hierarchy = reader.roles().needHierarchy(role);
    return by(hierarchy, hierarchy.levels().get(hierarchy.levels().size() - 1));
  }

  /** By a level of a hierarchy; empty where nothing was sold. */
  public Optional<Parts> by(HierarchyInfo hierarchy, LevelInfo level) {
    List<String> measures = new ArrayList<>(money.names());
    quantity.map(MeasureInfo::uniqueName).ifPresent(measures::add);
    String columns = MdxSelect.cross(periods.set(), MdxSelect.set(measures));
    String set = slice.levelSet(hierarchy.uniqueName(), level.uniqueName());
    Total total = Total.of(hierarchy, slice, set);
    MdxSelect query =
        MdxSelect.of(reader.cube().name(), columns)
            .with(periods.definitions())
            .with(total.definitions())
            .rows("NON EMPTY {" + total.member() + ", " + set + "}")
            .where(slice.outside(hierarchy.uniqueName()));
    List<Part> parts = new ArrayList<>();
    for (Row row : reader.rows(query)) {
      parts.add(part(row, measures.size()));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Parts(level, parts.get(0), parts.subList(1, parts.size())));
  }

  private Part part(Row row, int measures) {
    boolean compared = periods.before() != null;
    boolean counted = quantity.isPresent();
    return new Part(
        row.member(),
        money.read(row, 0),
        compared ? money.read(row, measures) : Contribution.NONE,
        counted ? row.value(ProfitMeasures.COUNT) : Double.NaN,
        counted && compared ? row.value(measures + ProfitMeasures.COUNT) : Double.NaN);
  }
}
