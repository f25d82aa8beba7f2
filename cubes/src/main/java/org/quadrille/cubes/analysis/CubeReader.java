package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;

/**
 * Reads one cube for one user and remembers what it asked, so that every figure can show the query
 * behind it. For one analysis in one thread.
 */
public final class CubeReader {
  /** More members than any list on a page holds. */
  private static final int ALL = 1_000_000;

  private final Catalog catalog;
  private final QueryContext context;
  private final CubeRoles roles;
  private final List<String> asked = new ArrayList<>();
  private int statements;

  /**
   * Opens a cube.
   *
   * @throws UnknownNameException if there is no such cube or it cannot be used
   */
  public CubeReader(Catalog catalog, String cube, QueryContext context) {
    this.catalog = Objects.requireNonNull(catalog, "catalog");
    this.context = Objects.requireNonNull(context, "context");
    this.roles = new CubeRoles(catalog.cube(cube, context));
  }

  /** The cube. */
  public CubeMetadata cube() {
    return roles.cube();
  }

  /** What its dimensions and measures are to the business. */
  public CubeRoles roles() {
    return roles;
  }

  /** The queries so far, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** SQL statements that the queries so far ran. */
  public int statements() {
    return statements;
  }

  /**
   * A member by its unique name.
   *
   * @throws UnknownNameException if there is none
   */
  public ResultMember member(String uniqueName) {
    return read(MemberQuery.Kind.MEMBER, uniqueName).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException("cube " + cube().name() + " has no member " + uniqueName));
  }

  /** The ancestors of a member from the top down, the All member left out, itself included. */
  public List<ResultMember> path(ResultMember member) {
    List<ResultMember> path = new ArrayList<>();
    String allMember = hierarchy(member.hierarchy()).allMember();
    ResultMember here = member;
    while (!here.uniqueName().equals(allMember)) {
      path.add(0, here);
      if (here.parent() == null) {
        break;
      }
      here = member(here.parent());
    }
    return path;
  }

  /** All members of a level in hierarchical order. */
  public List<ResultMember> levelMembers(String level) {
    return read(MemberQuery.Kind.LEVEL, level);
  }

  /** The hierarchy of that unique name. */
  public HierarchyInfo hierarchy(String uniqueName) {
    return cube().dimensions().stream()
        .flatMap(dimension -> dimension.hierarchies().stream())
        .filter(hierarchy -> hierarchy.uniqueName().equals(uniqueName))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "cube " + cube().name() + " has no hierarchy " + uniqueName));
  }

  /** Runs a query of two axes; without a second axis the answer is one row without members. */
  List<Row> rows(MdxSelect select) {
    String mdx = select.text();
    CellSet answer = catalog.execute(mdx, context);
    asked.add(mdx);
    statements += answer.statistics().statements();
    int columns = answer.axes().get(0).positions().size();
    List<List<ResultMember>> positions =
        answer.axes().size() > 1 ? answer.axes().get(1).positions() : List.of(List.of());
    List<Row> rows = new ArrayList<>(positions.size());
    for (int row = 0; row < positions.size(); row++) {
      List<Double> values = new ArrayList<>(columns);
      for (int column = 0; column < columns; column++) {
        Cell cell = answer.cells().get(row * columns + column);
        values.add(cell.doubleValue(Double.NaN));
      }
      rows.add(new Row(positions.get(row), values));
    }
    return rows;
  }

  private List<ResultMember> read(MemberQuery.Kind kind, String name) {
    return catalog.members(cube().name(), new MemberQuery(kind, name, null, ALL), context);
  }
}
