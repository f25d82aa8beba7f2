package org.quadrille.cubes.exec;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/** Evaluates scalars that look at nothing; whatever they ask of a context is refused. */
final class NoContext implements Context {
  static final NoContext INSTANCE = new NoContext();

  private NoContext() {}

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("there is no context");
  }

  @Override
  public Cube cube() {
    throw refused();
  }

  @Override
  public Navigation navigation() {
    throw refused();
  }

  @Override
  public Member current(Hierarchy hierarchy) {
    throw refused();
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void restore(int mark) {
    // Nothing is ever current.
  }

  @Override
  public void set(Member member) {
    throw refused();
  }

  @Override
  public @Nullable Object value() {
    return null;
  }

  @Override
  public @Nullable Object aggregate(TupleSet set) {
    throw refused();
  }

  @Override
  public long missing() {
    return 0;
  }

  @Override
  public TupleSet evaluate(NamedSet set) {
    throw refused();
  }

  @Override
  public void iterate(NamedSet set, TupleSet tuples, int index) {
    throw refused();
  }

  @Override
  public int iteration(NamedSet set) {
    throw refused();
  }

  @Override
  public @Nullable Object cached(Expr expression) {
    return expression.evaluate(this);
  }

  @Override
  public List<CalculatedMember> calculatedMembers(Hierarchy hierarchy) {
    throw refused();
  }

  @Override
  public Expr parse(String mdx, Kind kind) {
    throw refused();
  }

  @Override
  public String formatString() {
    throw refused();
  }

  @Override
  public boolean joins(Hierarchy hierarchy) {
    throw refused();
  }

  @Override
  public @Nullable TupleSet nonEmptyProduct(List<TupleSet> factors, List<Member> measures) {
    throw refused();
  }

  @Override
  public List<Member> currentMembers(Hierarchy hierarchy) {
    throw refused();
  }

  @Override
  public @Nullable Object cached(
      Expr.Call owner,
      Expr set,
      @Nullable Expr inner,
      java.util.function.Supplier<@Nullable Object> computation) {
    return computation.get();
  }

  @Override
  public List<Member> queryMeasures() {
    throw refused();
  }

  @Override
  public Clock clock() {
    throw refused();
  }

  @Override
  public Locale locale() {
    throw refused();
  }

  @Override
  public void checkAlive() {
    // A scalar without a context ends by itself.
  }
}
