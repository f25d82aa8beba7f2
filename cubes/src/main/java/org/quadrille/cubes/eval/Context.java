package org.quadrille.cubes.eval;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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

  /**
   * The current member of a hierarchy, or the members that a slicer has of it where there are
   * several.
   */
  List<Member> currentMembers(Hierarchy hierarchy);

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

  /**
   * What a function makes of a set and perhaps of an expression at each of its tuples; made again
   * only when a current member that these depend on differs.
   *
   * @param owner the call that it is made for; each has one such thing
   * @param inner what is evaluated at the tuples of the set, null for nothing
   */
  @Nullable Object cached(
      Expr.Call owner, Expr set, @Nullable Expr inner, Supplier<@Nullable Object> computation);

  /** Calculated members of a hierarchy, those of the query included. */
  List<CalculatedMember> calculatedMembers(Hierarchy hierarchy);

  /** Binds text in the scope of the query; for StrToMember and the like. */
  Expr parse(String mdx, Kind kind);

  /** The format string of the current cell. */
  String formatString();

  /** Whether a current member of a cube's facts does not apply to the current measure. */
  boolean joins(Hierarchy hierarchy);

  /**
   * The measures by which NonEmptyCrossJoin and NonEmpty tell whether a tuple is empty: the stored
   * ones that the query shows, directly or through formulas, and calculated ones that look at other
   * members than the current ones.
   */
  List<Member> queryMeasures();

  /**
   * The tuples of the product of sets at which a stored measure has a value, found from the facts
   * instead of by trying each.
   *
   * @return null where that is not possible: a calculated member is among or around them, or a set
   *     mixes levels
   */
  @Nullable TupleSet nonEmptyProduct(List<TupleSet> factors, List<Member> measures);

  /** The clock that CurrentDateMember and the like read. */
  Clock clock();

  /** The language of formats. */
  Locale locale();

  /** Throws when the query was cancelled or ran out of time. */
  void checkAlive();
}
