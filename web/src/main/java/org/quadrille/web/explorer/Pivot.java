package org.quadrille.web.explorer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.web.page.PageContext;

/** A cube with the states that one request asks for. For one thread. */
final class Pivot implements PivotActions.Navigator {
  private final PageContext context;
  private final CubeFields cube;
  private final GridCache cache;

  /**
   * Opens the cube of a request.
   *
   * @throws UnknownNameException if there is no such cube or it cannot be used
   */
  Pivot(PageContext context, GridCache cache) {
    this.context = Objects.requireNonNull(context, "context");
    this.cube = new CubeFields(context.catalog().cube(context.cube(), context.query()));
    this.cache = Objects.requireNonNull(cache, "cache");
  }

  PageContext context() {
    return context;
  }

  CubeFields cube() {
    return cube;
  }

  /** The query of a state. */
  String mdx(PivotState state) {
    return new PivotMdx(state, cube, context.text().language()).grid();
  }

  /** The answer to a state's query. */
  CellSet answer(PivotState state) {
    return cache.answer(context.catalog(), mdx(state), context.query());
  }

  @Override
  public PivotGrid grid(PivotState state) {
    return new PivotGrid(state, cube, answer(state));
  }

  /** The query of the facts behind the cell of a state. */
  String factsMdx(PivotState state, int from, int count) {
    return new PivotMdx(state, cube, context.text().language()).facts(state.cell(), from, count);
  }

  /** The facts behind the cell of a state. */
  RowSet facts(PivotState state, int from, int count) {
    return context.catalog().drillThrough(factsMdx(state, from, count), context.query());
  }

  /** Members; none where the name is not known. */
  List<ResultMember> members(
      MemberQuery.Kind kind, String name, @Nullable String search, int limit) {
    return context
        .catalog()
        .members(cube.cube().name(), new MemberQuery(kind, name, search, limit), context.query());
  }

  /**
   * A member by its name.
   *
   * @throws UnknownNameException if there is none
   */
  ResultMember member(String name) {
    return members(MemberQuery.Kind.MEMBER, name, null, 1).stream()
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("there is no member " + name));
  }

  /** Whether the cube has a member. */
  boolean knows(String name) {
    try {
      return !members(MemberQuery.Kind.MEMBER, name, null, 1).isEmpty();
    } catch (UnknownNameException e) {
      return false;
    }
  }

  @Override
  public @Nullable String parent(String name) {
    return member(name).parent();
  }

  @Override
  public String level(String name) {
    return member(name).level();
  }

  /** What a name is called in the language of the page. */
  String caption(String name) {
    if (cube.isMeasure(name)) {
      return cube.measure(name).caption();
    }
    return member(name).caption();
  }
}
