package org.quadrille.cubes.exec;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.Binder;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Visibility;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.schema.MeasureGroup;

/** The context of a query while it is evaluated: current members, cells, named sets. */
final class Evaluation implements Context {
  /** How deep calculated members may refer to each other before it counts as endless. */
  private static final int MAX_DEPTH = 400;

  private final Scope scope;
  private Navigation navigation;
  private final CellSource cells;
  private final Clock clock;
  private final Locale locale;
  private final Deadline deadline;
  private final Dependencies dependencies;
  private final @Nullable NonEmptyRegions regions;
  private final CellRights rights;

  private final @Nullable Member[] current;
  private List<Restriction> restrictions = List.of();
  private int calculatedCount;

  private final List<Undo> undo = new ArrayList<>();
  private @Nullable Member[] base = new Member[0];
  private List<Restriction> baseRestrictions = List.of();
  private final Map<NamedSet, TupleSet> sets = new IdentityHashMap<>();
  private final Map<NamedSet, Integer> iterations = new IdentityHashMap<>();
  private final Map<NamedSet, TupleSet> iterated = new IdentityHashMap<>();
  private final Map<CacheKey, Cached> cache = new HashMap<>();
  private final Map<CacheKey, Cached> derived = new HashMap<>();
  private final List<Member> shownMeasures;
  private final List<CalculatedMember> expanding = new ArrayList<>();

  /** One step that {@link #restore} takes back. */
  private record Undo(int ordinal, @Nullable Member member, List<Restriction> restrictions) {}

  private record Cached(@Nullable Object value) {}

  /** An expression with the current members that it depends on. */
  private record CacheKey(
      Expr expression, List<@Nullable Member> members, List<Restriction> restrictions) {
    @Override
    public boolean equals(Object other) {
      return other instanceof CacheKey that
          && expression == that.expression
          && members.equals(that.members)
          && restrictions.equals(that.restrictions);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(expression) * 31 + members.hashCode();
    }
  }

  /**
   * A context with the default members.
   *
   * @param shownMeasures measures by which NonEmptyCrossJoin tells what is empty
   * @param regions finds crossjoins from the cells; null to try every combination
   */
  Evaluation(
      Scope scope,
      CellSource cells,
      List<Member> shownMeasures,
      Clock clock,
      Locale locale,
      Deadline deadline,
      @Nullable NonEmptyRegions regions) {
    this.shownMeasures = List.copyOf(shownMeasures);
    this.regions = regions;
    this.rights = new CellRights(scope.navigation().rights());
    this.scope = scope;
    this.navigation = scope.navigation();
    this.cells = cells;
    this.clock = clock;
    this.locale = locale;
    this.deadline = deadline;
    this.dependencies = new Dependencies(scope.cube());
    List<Hierarchy> hierarchies = scope.cube().hierarchies();
    this.current = new @Nullable Member[hierarchies.size()];
    for (Hierarchy hierarchy : hierarchies) {
      Member member = scope.navigation().defaultMember(hierarchy);
      current[hierarchy.ordinal()] = member;
      calculatedCount += member.isCalculated() ? 1 : 0;
    }
    rebase();
  }

  /** Makes the current members those that named sets are evaluated under. */
  void rebase() {
    base = current.clone();
    baseRestrictions = restrictions;
    undo.clear();
  }

  @Override
  public Cube cube() {
    return scope.cube();
  }

  @Override
  public Navigation navigation() {
    return navigation;
  }

  @Override
  public Member current(Hierarchy hierarchy) {
    Member member = current[hierarchy.ordinal()];
    if (member != null) {
      return member;
    }
    for (Restriction restriction : restrictions) {
      if (!restriction.lasting() && restriction.hierarchies().contains(hierarchy)) {
        Member only = restriction.only(hierarchy);
        if (only != null) {
          return only;
        }
      }
    }
    throw new MdxException(
        null,
        "the current member of "
            + hierarchy.uniqueName()
            + " is not one member: the slicer holds several");
  }

  @Override
  public List<Member> currentMembers(Hierarchy hierarchy) {
    Member member = current[hierarchy.ordinal()];
    if (member != null) {
      return List.of(member);
    }
    Set<Member> members = new LinkedHashSet<>();
    for (Restriction restriction : restrictions) {
      int at = restriction.hierarchies().indexOf(hierarchy);
      if (at >= 0 && !restriction.lasting()) {
        restriction.members().forEach(tuple -> members.add(tuple.get(at)));
      }
    }
    return List.copyOf(members);
  }

  @Override
  public int mark() {
    return undo.size();
  }

  @Override
  public void restore(int mark) {
    for (int i = undo.size() - 1; i >= mark; i--) {
      Undo step = undo.remove(i);
      if (step.ordinal() >= 0) {
        put(step.ordinal(), step.member());
      }
      restrictions = step.restrictions();
    }
  }

  private void put(int ordinal, @Nullable Member member) {
    Member before = current[ordinal];
    calculatedCount -= before != null && before.isCalculated() ? 1 : 0;
    calculatedCount += member != null && member.isCalculated() ? 1 : 0;
    current[ordinal] = member;
  }

  @Override
  public void set(Member member) {
    int ordinal = member.hierarchy().ordinal();
    Member before = current[ordinal];
    if (before == member) {
      return;
    }
    undo.add(new Undo(ordinal, before, restrictions));
    if (before == null) {
      restrictions = without(member.hierarchy());
    }
    put(ordinal, member);
  }

  private List<Restriction> without(Hierarchy hierarchy) {
    List<Restriction> rest = new ArrayList<>();
    for (Restriction restriction : restrictions) {
      Restriction shorter = restriction.without(hierarchy);
      if (shorter != null) {
        rest.add(shorter);
      }
    }
    return List.copyOf(rest);
  }

  /** Restricts facts to a set instead of making one member of its hierarchies current. */
  void restrict(Restriction restriction) {
    for (Hierarchy hierarchy : restriction.hierarchies()) {
      int ordinal = hierarchy.ordinal();
      undo.add(new Undo(ordinal, current[ordinal], restrictions));
      if (current[ordinal] == null) {
        restrictions = without(hierarchy);
      }
      put(ordinal, null);
    }
    List<Restriction> more = new ArrayList<>(restrictions);
    more.add(restriction);
    restrictions = List.copyOf(more);
  }

  /**
   * Shows from now on only what is visible and restricts all cells, whatever members are current;
   * these stay as they are.
   */
  void confine(List<Restriction> lasting, Visibility visible) {
    List<Restriction> more = new ArrayList<>(restrictions);
    lasting.forEach(restriction -> more.add(restriction.forGood()));
    restrictions = List.copyOf(more);
    navigation = navigation.within(visible);
    cache.clear();
    derived.clear();
    sets.clear();
    rebase();
  }

  @Override
  public @Nullable Object value() {
    if (calculatedCount > 0) {
      return expand(toExpand());
    }
    Member measure = current[0];
    if (measure instanceof MeasureMember stored) {
      List<Restriction> allowed = rights.apply(stored.group(), current, restrictions);
      return allowed == null ? null : cells.get(stored, current, allowed);
    }
    return null;
  }

  /** What restricts the facts behind the current cell; null where they may not be shown. */
  @Nullable List<Restriction> restrictionsOfFacts(MeasureGroup group) {
    return rights.apply(group, current, restrictions) == null
        ? null
        : CellRights.ofFacts(navigation().rights(), group, restrictions);
  }

  /** The calculated member of highest solve order; of equals the one of the first hierarchy. */
  private CalculatedMember toExpand() {
    CalculatedMember chosen = null;
    for (Member member : current) {
      if (member instanceof CalculatedMember calculated
          && (chosen == null || calculated.solveOrder() > chosen.solveOrder())) {
        chosen = calculated;
      }
    }
    if (chosen == null) {
      throw new IllegalStateException("no calculated member is current");
    }
    return chosen;
  }

  private @Nullable Object expand(CalculatedMember member) {
    if (expanding.size() > MAX_DEPTH) {
      throw new EvaluationException(
          "the formula of " + member.uniqueName() + " refers to itself without end");
    }
    deadline.check();
    int mark = mark();
    expanding.add(member);
    try {
      Member usual = navigation().defaultMember(member.hierarchy());
      set(usual == member ? fallback(member.hierarchy()) : usual);
      return ((Expr) member.body()).evaluate(this);
    } finally {
      expanding.remove(expanding.size() - 1);
      restore(mark);
    }
  }

  private Member fallback(Hierarchy hierarchy) {
    return hierarchy.isMeasures() ? cube().measures().get(0) : hierarchy.allMember();
  }

  @Override
  public @Nullable Object aggregate(TupleSet set) {
    return new SetAggregation(this).aggregate(set);
  }

  /** The measure whose aggregator applies to the current cell; null for a calculated one. */
  @Nullable MeasureMember storedMeasure() {
    return current[0] instanceof MeasureMember measure ? measure : null;
  }

  @Override
  public long missing() {
    return cells.missing();
  }

  @Override
  public TupleSet evaluate(NamedSet set) {
    if (set.isAlias()) {
      TupleSet running = iterated.get(set);
      return running != null
          ? running
          : navigation().visible(tuples(set.body().evaluate(this), set));
    }
    TupleSet known = sets.get(set);
    if (known != null) {
      return known;
    }
    @Nullable Member[] saved = current.clone();
    List<Restriction> savedRestrictions = restrictions;
    List<Undo> savedUndo = new ArrayList<>(undo);
    undo.clear();
    enter(base, baseRestrictions);
    try {
      // Kept also while cells are missing: what was computed in such a round is not used, and
      // computing it again and again would ask for the same cells only.
      TupleSet value = navigation().visible(tuples(set.body().evaluate(this), set));
      sets.put(set, value);
      return value;
    } finally {
      enter(saved, savedRestrictions);
      undo.clear();
      undo.addAll(savedUndo);
    }
  }

  private static TupleSet tuples(@Nullable Object value, NamedSet set) {
    return value == null
        ? TupleSet.empty(Math.max(1, set.body().type().arity()))
        : (TupleSet) value;
  }

  private void enter(@Nullable Member[] members, List<Restriction> newRestrictions) {
    for (int i = 0; i < current.length; i++) {
      put(i, members[i]);
    }
    restrictions = newRestrictions;
  }

  @Override
  public void iterate(NamedSet set, TupleSet tuples, int index) {
    if (index < 0) {
      iterations.remove(set);
      iterated.remove(set);
    } else {
      iterations.put(set, index);
      iterated.put(set, tuples);
    }
  }

  @Override
  public int iteration(NamedSet set) {
    return iterations.getOrDefault(set, -1);
  }

  @Override
  public @Nullable Object cached(Expr expression) {
    if (expression instanceof Expr.SetRef || expression instanceof Expr.Literal) {
      return expression.evaluate(this);
    }
    CacheKey key = key(expression, dependencies.of(expression));
    Cached known = cache.get(key);
    if (known != null) {
      return known.value();
    }
    Object value = expression.evaluate(this);
    cache.put(key, new Cached(value));
    return value;
  }

  @Override
  public @Nullable Object cached(
      Expr.Call owner, Expr set, @Nullable Expr inner, Supplier<@Nullable Object> computation) {
    CacheKey key = key(owner, dependencies.of(owner, set, inner));
    Cached known = derived.get(key);
    if (known != null) {
      return known.value();
    }
    Object value = computation.get();
    derived.put(key, new Cached(value));
    return value;
  }

  private CacheKey key(Expr expression, boolean[] needed) {
    List<@Nullable Member> members = new ArrayList<>();
    for (int i = 0; i < current.length; i++) {
      if (needed[i]) {
        members.add(current[i]);
      }
    }
    return new CacheKey(expression, members, restrictions);
  }

  @Override
  public List<CalculatedMember> calculatedMembers(Hierarchy hierarchy) {
    return scope.listedMembers(hierarchy);
  }

  @Override
  public Expr parse(String mdx, Kind kind) {
    return new Binder(scope).bind(org.quadrille.cubes.mdx.MdxParser.parseExpression(mdx), kind);
  }

  @Override
  public String formatString() {
    return Formats.of(this, Arrays.asList(current), null);
  }

  /** The current members, by ordinal of the hierarchy; a copy. */
  @Nullable Member[] members() {
    return current.clone();
  }

  /** What restricts the facts besides the current members. */
  List<Restriction> restrictions() {
    return restrictions;
  }

  /** Whether the format of the current cell may show something for an empty value. */
  boolean mayFormatEmpty() {
    if (calculatedCount == 0) {
      return current[0] instanceof MeasureMember measure
          && measure.definition().formatString() != null
          && measure.definition().formatString().indexOf(';') >= 0;
    }
    for (Member member : current) {
      if (member instanceof CalculatedMember calculated
          && calculated.property("FORMAT_STRING") != null) {
        return true;
      }
      if (member instanceof MeasureMember measure
          && measure.definition().formatString() != null
          && measure.definition().formatString().indexOf(';') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The format string of the current cell, its expression's members included. */
  String formatString(@Nullable Object value) {
    if (calculatedCount == 0 && current[0] instanceof MeasureMember measure) {
      return Formats.ofStored(measure, value);
    }
    return Formats.of(this, Arrays.asList(current), value);
  }

  @Override
  public boolean joins(Hierarchy hierarchy) {
    MeasureMember measure = storedMeasure();
    return measure == null || CellAddress.joins(measure.group(), hierarchy);
  }

  @Override
  public List<Member> queryMeasures() {
    return shownMeasures;
  }

  @Override
  public @Nullable TupleSet nonEmptyProduct(List<TupleSet> factors, List<Member> measures) {
    List<MeasureMember> stored = new ArrayList<>();
    for (Member measure : measures) {
      if (measure instanceof MeasureMember found) {
        stored.add(found);
      }
    }
    if (measures.isEmpty() && current[0] instanceof MeasureMember measure) {
      stored.add(measure);
    }
    if (stored.isEmpty() || regions == null) {
      return null;
    }
    return regions.find(
        factors, List.of(), new LinkedHashSet<>(stored), current.clone(), restrictions);
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Locale locale() {
    return locale;
  }

  @Override
  public void checkAlive() {
    deadline.check();
  }
}
