package org.quadrille.cubes.exec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.store.StoreSession;

/**
 * Every cell by a statement of its own, without grain, segments or rounds: what the other ways must
 * agree with.
 */
final class PlainCells implements CellSource {
  private final StoreSession session;
  private final Map<Cell, Found> known = new HashMap<>();

  PlainCells(StoreSession session) {
    this.session = session;
  }

  private record Cell(
      MeasureMember measure, List<@Nullable Member> current, List<Restriction> restrictions) {}

  private record Found(@Nullable Object value) {}

  @Override
  public @Nullable Object get(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> restrictions) {
    Cell cell = new Cell(measure, Arrays.asList(current.clone()), restrictions);
    Found found = known.get(cell);
    if (found == null) {
      found = new Found(fetch(cell));
      known.put(cell, found);
    }
    return found.value();
  }

  private @Nullable Object fetch(Cell cell) {
    String sql =
        PlainSql.of(cell.measure(), cell.current().toArray(new Member[0]), cell.restrictions());
    if (sql == null) {
      return null;
    }
    List<@Nullable Object> row = session.firstRow(sql);
    // No facts at all is nothing, though a count of them would be 0.
    return row.get(1) instanceof Number facts && facts.longValue() == 0 ? null : row.get(0);
  }

  @Override
  public long missing() {
    return 0;
  }

  @Override
  public boolean load() {
    return false;
  }
}
