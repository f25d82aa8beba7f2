package org.quadrille.cubes.sql.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.sql.view.CubeView;
import org.quadrille.cubes.sql.view.CubeView.LevelColumn;
import org.quadrille.cubes.store.StarSql;
import org.quadrille.cubes.store.WideRows.AggregateUse;

/** A cube in the FROM of one SELECT: what is used of it, and then the query that stands for it. */
final class CubeUse {
  /** Prefix of columns that only the planner knows. */
  static final String HIDDEN = "$";

  final int id;
  final String alias;
  final CubeView view;
  final SqlParserPos position;
  final Map<String, LevelColumn> columns = new LinkedHashMap<>();
  final Set<MeasureMember> measures = new LinkedHashSet<>();

  /** Whether rows are grouped; else each row is a fact that may be seen one by one. */
  boolean grouped;

  /** Whether a fact may come several times because of what the cube is joined to. */
  boolean repeated;

  /** Whether single facts are asked for, which no aggregate table has. */
  boolean factByFact;

  /** Whether facts are counted by COUNT(*). */
  boolean counted;

  /** What stands for the facts, null for the facts themselves. */
  @Nullable AggregateUse aggregate;

  /** Whether a group that has facts of hidden members shows no measures. */
  boolean hides;

  StarSql.@Nullable Query query;

  CubeUse(int id, String alias, CubeView view, SqlParserPos position) {
    this.id = id;
    this.alias = alias;
    this.view = view;
    this.position = position;
  }

  /** The name of the table that stands for it while the query is validated. */
  String tableName() {
    return view.name() + "#" + id;
  }

  static String inputName(MeasureMember measure) {
    return HIDDEN + "m" + measure.index();
  }

  static final String ROW = HIDDEN + "row";
  static final String FACTS = HIDDEN + "facts";
  static final String UNSEEN = HIDDEN + "unseen";
}
