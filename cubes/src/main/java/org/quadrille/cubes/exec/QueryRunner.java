package org.quadrille.cubes.exec;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.BoundQuery.BoundAxis;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.store.StoreSession;

/**
 * Runs a query in rounds: slicer, axes and cells are evaluated, cells that were missing are fetched
 * together, and all is evaluated again until nothing is missing.
 */
public final class QueryRunner {
  /** More rounds than any sensible query needs; each costs a statement. */
  private static final int MAX_ROUNDS = 60;

  /** While axes are not known for sure, cells are only tried up to this number. */
  private static final long SPECULATION = 250_000;

  private final BoundQuery query;
  private final CellSource cells;
  private final List<Member> shownMeasures;
  private final Clock clock;
  private final Locale locale;
  private final Deadline deadline;
  private final @Nullable NonEmptyPlanner planner;
  private final @Nullable NonEmptyRegions regions;
  private int rounds;

  /** How cells are found. */
  public enum Mode {
    /** Together, from segments. */
    BATCHED,
    /** One statement each; slow and right by inspection. */
    PLAIN
  }

  /**
   * Runs that query once.
   *
   * @param limit time that it may take
   */
  public QueryRunner(
      BoundQuery query,
      StoreSession session,
      SegmentCache cache,
      Mode mode,
      Clock clock,
      Locale locale,
      Duration limit) {
    this.query = query;
    this.clock = clock;
    this.locale = locale;
    this.deadline = new Deadline(limit);
    Set<MeasureMember> mentioned = QueryMeasures.of(query);
    this.shownMeasures = ShownMeasures.of(query);
    if (mode == Mode.PLAIN) {
      this.cells = new PlainCells(session);
      this.planner = null;
      this.regions = null;
    } else {
      BatchedCells batched = new BatchedCells(session, cache, mentioned);
      this.cells = batched;
      this.regions =
          new NonEmptyRegions(batched, new CellRights(query.scope().navigation().rights()));
      this.planner = new NonEmptyPlanner(query, regions, mentioned);
    }
  }

  /**
   * The axes and cells of a query.
   *
   * @param properties for each name of {@link #propertyNames} its values by ordinal of the cell
   * @param nothing whether slicer or subselects leave no facts at all
   */
  public record Outcome(
      List<TupleSet> axes,
      TupleSet slicer,
      CellValues cells,
      @Nullable Object[][] properties,
      Evaluator evaluator,
      int rounds,
      boolean nothing) {}

  /** Which properties of cells an outcome has, in its order. */
  public static List<String> propertyNames(BoundQuery query) {
    return CellProperties.names(query);
  }

  /** What formats the members of an answer need to look at. */
  public record Evaluator(org.quadrille.cubes.eval.Context context) {}

  /** Stops the query; may be called by any thread. */
  public void cancel() {
    deadline.cancel();
  }

  /** Runs it. */
  public Outcome run() {
    return run(false);
  }

  /**
   * Finds slicer and axes only, for those who count the facts in their own way; no cell has a
   * value.
   */
  public Outcome frame() {
    return run(true);
  }

  private Outcome run(boolean frameOnly) {
    while (true) {
      rounds++;
      if (rounds > MAX_ROUNDS) {
        throw new MdxException(
            null,
            "the query asks for cells again and again; it was ended after "
                + MAX_ROUNDS
                + " rounds");
      }
      long before = cells.missing();
      Outcome outcome = attempt(before, frameOnly);
      if (outcome != null && cells.missing() == before) {
        return outcome;
      }
      if (!cells.load()) {
        throw new IllegalStateException("cells are missing, but none was asked for");
      }
    }
  }

  private @Nullable Outcome attempt(long before, boolean frameOnly) {
    try {
      return evaluate(before, frameOnly);
    } catch (StackOverflowError e) {
      throw new MdxException(null, "the expressions of the query are nested too deeply");
    } catch (EvaluationException e) {
      if (cells.missing() > before) {
        return null;
      }
      throw new MdxException(null, e.getMessage());
    }
  }

  private @Nullable Outcome evaluate(long before, boolean frameOnly) {
    Evaluation evaluation =
        new Evaluation(query.scope(), cells, shownMeasures, clock, locale, deadline, regions);
    Subselects subselects = new Subselects(evaluation);
    if (!subselects.apply(query.subselects())) {
      return null;
    }
    TupleSet slicer = new Slicers(evaluation).apply(query.slicer());
    if (cells.missing() > before) {
      return null;
    }
    evaluation.rebase();
    List<TupleSet> axes = new ArrayList<>();
    for (BoundAxis axis : query.axes()) {
      axes.add(evaluation.navigation().visible(axis(axis, evaluation)));
    }
    long product = 1;
    for (TupleSet axis : axes) {
      product = Math.multiplyExact(product, Math.max(1, axis.size()));
    }
    if (cells.missing() > before && product > SPECULATION) {
      return null;
    }
    boolean nothing = subselects.isNothing() || (slicer.isEmpty() && query.slicer() != null);
    CellValues values = new CellEvaluation(evaluation, axes, deadline).run(nothing || frameOnly);
    if (cells.missing() > before) {
      return null;
    }
    return new NonEmptyAxes(query, axes, values)
        .prune(
            (kept, keptValues) ->
                new Outcome(
                    kept,
                    slicer,
                    keptValues,
                    CellProperties.of(query, evaluation, kept, keptValues),
                    new Evaluator(evaluation),
                    rounds,
                    nothing));
  }

  private TupleSet axis(BoundAxis axis, Evaluation evaluation) {
    if (axis.nonEmpty() && planner != null) {
      TupleSet candidates = planner.axis(axis, evaluation);
      if (candidates != null) {
        return candidates;
      }
    }
    return set(axis.set(), evaluation);
  }

  private static TupleSet set(Expr expression, Evaluation evaluation) {
    Object value = expression.evaluate(evaluation);
    return value == null
        ? TupleSet.empty(Math.max(1, expression.type().arity()))
        : (TupleSet) value;
  }
}
