package org.quadrille.cubes.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;

/**
 * Facts that meet conditions, with named columns: what an analysis counts in the database. Plain
 * data that can be printed and compared.
 *
 * @param columns by name, in the order in which they stand
 * @param conditions all of them hold
 */
public record FactTable(
    MeasureGroup group, Map<String, Column> columns, List<Condition> conditions) {
  public FactTable {
    Objects.requireNonNull(group, "group");
    columns = new LinkedHashMap<>(columns);
    conditions = List.copyOf(conditions);
  }

  /** A column, or the columns of a key. */
  public sealed interface Column {}

  /** The keys of the member that a fact belongs to; one column each, {@code name_0} and so on. */
  public record KeysOf(GrainLevel grain) implements Column {
    public KeysOf {
      Objects.requireNonNull(grain, "grain");
    }

    /** How many columns they are. */
    public int count() {
      return FactJoins.keyLevels(grain).size();
    }

    /**
     * The dictionary's row of the member with such keys, topmost first.
     *
     * @return {@link MemberTable#NONE} where there is none
     */
    public int rowOf(@Nullable Object[] path) {
      MemberTable table = grain.hierarchy().members();
      int top = grain.level().depth() - path.length + 1;
      boolean all = grain.hierarchy().hasAll();
      boolean unique = grain.hierarchy().isParentChild() || top > (all ? 1 : 0);
      int row =
          unique
              ? table.rowByKey(top, path[0])
              : table.childByKey(all ? 0 : MemberTable.NONE, path[0]);
      for (int i = 1; i < path.length && row != MemberTable.NONE; i++) {
        row = table.childByKey(row, path[i]);
      }
      return row;
    }
  }

  /** A property of the member that a fact belongs to. */
  public record PropertyOf(Level level, org.quadrille.cubes.schema.Level.Property property)
      implements Column {
    public PropertyOf {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(property, "property");
    }
  }

  /** What a fact contributes to a measure; 1 for a count of facts. */
  public record InputOf(MeasureMember measure) implements Column {
    public InputOf {
      Objects.requireNonNull(measure, "measure");
    }
  }
}
