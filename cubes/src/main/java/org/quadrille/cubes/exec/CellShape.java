package org.quadrille.cubes.exec;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.schema.MeasureGroup;

/**
 * What cells asked for one after the other mostly have in common: the levels of their members.
 * Tells quickly whether another cell is of the same kind, and then only picks its rows. Not for use
 * by several threads.
 */
final class CellShape {
  private final CellAddress.Kind kind;
  private final List<Restriction> restrictions;
  private final @Nullable Level[] levels;
  private final int[] ordinals;
  private final int[] rows;
  private final List<Segment> segments;

  /**
   * The shape of a cell whose members are all stored.
   *
   * @param address of the cell
   */
  CellShape(
      CellAddress address,
      @Nullable Member[] current,
      List<Restriction> restrictions,
      List<Segment> segments) {
    this.kind = address.kind();
    this.restrictions = restrictions;
    this.segments = segments;
    this.levels = new @Nullable Level[current.length];
    for (int h = 1; h < current.length; h++) {
      levels[h] = level(current[h]);
    }
    this.ordinals = kind.grain().stream().mapToInt(g -> g.hierarchy().ordinal()).toArray();
    this.rows = new int[ordinals.length];
  }

  /** Null for a member that does not constrain cells. */
  private static @Nullable Level level(@Nullable Member member) {
    return member == null || member.isAll() ? null : member.level();
  }

  /**
   * Whether shapes can be made of these members: none of them is calculated, null or own data, and
   * each that is not an All member counts for the cell.
   */
  static boolean isPossible(CellAddress address, @Nullable Member[] current) {
    int constrained = 0;
    for (int h = 1; h < current.length; h++) {
      if (current[h] != null && !(current[h] instanceof StoredMember)) {
        return false;
      }
      constrained += level(current[h]) == null ? 0 : 1;
    }
    return constrained == address.rows().length;
  }

  /** Whether a cell is of this shape; its rows are taken then. */
  boolean take(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> cellRestrictions) {
    if (measure.group() != group() || cellRestrictions != restrictions) {
      return false;
    }
    for (int h = 1; h < current.length; h++) {
      Member member = current[h];
      if (member != null && !(member instanceof StoredMember)) {
        return false;
      }
      if (level(member) != levels[h]) {
        return false;
      }
    }
    for (int i = 0; i < ordinals.length; i++) {
      rows[i] = ((StoredMember) Objects.requireNonNull(current[ordinals[i]])).row();
    }
    return true;
  }

  private MeasureGroup group() {
    return kind.group();
  }

  /** The cell that was taken, in a segment; {@link Segment#NOT_COVERED} where none has it. */
  @Nullable Object find(MeasureMember measure) {
    for (Segment segment : segments) {
      Object value = segment.get(measure, rows);
      if (value != Segment.NOT_COVERED) {
        return value;
      }
    }
    return Segment.NOT_COVERED;
  }

  /** The address of the cell that was taken. */
  CellAddress address(MeasureMember measure) {
    return new CellAddress(kind, measure, rows.clone());
  }
}
