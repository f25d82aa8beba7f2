package org.quadrille.cubes.eval;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/**
 * Where an expression is evaluated: a current member for every hierarchy, and the cells.
 *
 * <p>A cell may be asked for that was not fetched yet. Then {@link #value()} gives null, counts it
 * in {@link #missing()} and the whole evaluation is repeated when the cell is there. Functions that
 * choose by value should, while cells are missing, rather keep too much than too little, so that
 * all cells that will be needed are asked for at once.
 */
public interface Context {
  /** The cube of the query. */
  Cube cube();

  /** Members as the user may see them. */
  Navigation navigation();

  /** The current member of a hierarchy. */
  Member current(Hierarchy hierarchy);

  /** Remembers the current members, for {@link #restore}. */
  int mark();

  /** Brings back the current members of a mark. */
  void restore(int mark);

  /** Makes a member current. */
  void set(Member member);

  /** Makes the members of a tuple current. */
  default void set(TupleSet set, int tuple) {
    for (int i = 0; i < set.arity(); i++) {
      set(set.member(tuple, i));
    }
  }

  /**
   * The value of the current cell.
   *
   * @return null where the cell is empty or not known yet
   */
  @Nullable Object value();

  /** The value of the current cell aggregated over a set as its measure aggregates facts. */
  @Nullable Object aggregate(TupleSet set);

  /** How many cells were asked for that are not known yet. */
  long missing();

  /** The value of a named set. */
  TupleSet evaluate(NamedSet set);

  /** Says that an iteration over a named set is at a tuple; -1 when it ends. */
  void iterate(NamedSet set, TupleSet tuples, int index);

  /** Where the innermost iteration over a named set is; -1 outside one. */
  int iteration(NamedSet set);

  /**
   * The value of an expression that does not depend on where in an iteration it stands; evaluated
   * again only when a current member that it depends on differs.
   */
  @Nullable Object cached(Expr expression);

  /** Calculated members of a hierarchy, those of the query included. */
  List<CalculatedMember> calculatedMembers(Hierarchy hierarchy);

  /** Binds text in the scope of the query; for StrToMember and the like. */
  Expr parse(String mdx, Kind kind);

  /** The format string of the current cell. */
  String formatString();

  /** Whether a current member of a cube's facts does not apply to the current measure. */
  boolean joins(Hierarchy hierarchy);

  /** Names of the stored measures that the query asks for; for NonEmptyCrossJoin. */
  List<Member> queryMeasures();

  /** The clock that CurrentDateMember and the like read. */
  Clock clock();

  /** The language of formats. */
  Locale locale();

  /** Throws when the query was cancelled or ran out of time. */
  void checkAlive();
}
