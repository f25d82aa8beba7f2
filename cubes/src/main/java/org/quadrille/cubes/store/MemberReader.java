package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Generation;
import org.quadrille.cubes.model.MemberSource;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Relation;

/** Reads the members of a hierarchy, some levels by one statement. Safe for use by many threads. */
public final class MemberReader implements MemberSource {
  private final Hierarchy hierarchy;
  private final Relation fact;
  private final Supplier<StoreSession> session;

  /**
   * Reads that hierarchy.
   *
   * @param fact the facts' relation, for a hierarchy that has none of its own
   * @param session gives the session of the query that is running in this thread
   */
  public MemberReader(Hierarchy hierarchy, Relation fact, Supplier<StoreSession> session) {
    this.hierarchy = hierarchy;
    this.fact = fact;
    this.session = session;
  }

  /** A table that reads its levels when they are needed. */
  public MemberTable table(String allName) {
    int shift = hierarchy.hasAll() ? 1 : 0;
    return new MemberTable(
        hierarchy.levels().size() + shift, hierarchy.hasAll() ? allName : null, this);
  }

  @Override
  public List<Generation> read(MemberTable above, int from, int to) {
    int shift = hierarchy.hasAll() ? 1 : 0;
    int bottom = hierarchy.levels().size() - 1;
    boolean isTree = MemberTree.isNeeded(hierarchy);
    MemberStatement statement =
        session.get().membersOf(hierarchy, fact, from - shift, isTree ? bottom : to - shift);
    if (!isTree) {
      List<ValueColumn> values = session.get().columns(statement.sql());
      return new LevelRows(statement, values).generations(above, from);
    }
    List<ValueColumn> values = session.get().columns(statement.sql());
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int row = 0; row < values.get(0).size(); row++) {
      @Nullable Object[] each = new @Nullable Object[values.size()];
      for (int i = 0; i < each.length; i++) {
        each[i] = values.get(i).get(row);
      }
      rows.add(each);
    }
    return new MemberTree(hierarchy, statement).generations(rows);
  }
}
