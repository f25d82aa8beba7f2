package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarResult;
import org.quadrille.cubes.store.StoreSession;

/**
 * Every cell by a statement of its own, without grain, cache or rounds: what the other ways must
 * agree with.
 */
final class PlainCells implements CellSource {
  private final StoreSession session;
  private final Map<CellAddress, List<@Nullable Object>> known = new HashMap<>();

  PlainCells(StoreSession session) {
    this.session = session;
  }

  @Override
  public @Nullable Object get(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> restrictions) {
    CellAddress address = CellAddress.of(measure, current, restrictions);
    if (address == null) {
      return null;
    }
    List<@Nullable Object> value = known.get(address);
    if (value == null) {
      value = new ArrayList<>();
      value.add(fetch(address));
      known.put(address, value);
    }
    return value.get(0);
  }

  private @Nullable Object fetch(CellAddress address) {
    List<Condition> conditions = new ArrayList<>();
    CellAddress.Kind kind = address.kind();
    for (int i = 0; i < kind.grain().size(); i++) {
      conditions.add(new StarQuery.MembersIn(kind.grain().get(i), Rows.of(address.rows()[i])));
    }
    for (Restriction restriction : kind.restrictions()) {
      Condition condition = restriction.condition(h -> CellAddress.joins(kind.group(), h));
      if (condition == null) {
        return null;
      }
      conditions.add(condition);
    }
    StarResult result =
        session
            .run(
                List.of(
                    new StarQuery(kind.group(), List.of(), conditions, List.of(address.measure()))))
            .get(0);
    return result.size() == 0 ? null : result.values(0)[0];
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
