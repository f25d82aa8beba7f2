package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;

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
  private final AnswerCache answers;
  private final List<String> asked = new ArrayList<>();
  private @Nullable String version;
  private int statements;

  /** Rows as they are kept; a member without numbers is a row too. */
  private record Rows(List<Row> rows) {}

  /** A cube as it is kept. */
  private record Roles(CubeRoles roles) {}

  /**
   * Opens a cube; every answer is read anew.
   *
   * @throws UnknownNameException if there is no such cube or it cannot be used
   */
  public CubeReader(Catalog catalog, String cube, QueryContext context) {
    this(catalog, cube, context, new AnswerCache(0));
  }

  /**
   * Opens a cube; answers that are known are not read again.
   *
   * @throws UnknownNameException if there is no such cube or it cannot be used
   */
  public CubeReader(Catalog catalog, String cube, QueryContext context, AnswerCache answers) {
    this.catalog = Objects.requireNonNull(catalog, "catalog");
    this.context = Objects.requireNonNull(context, "context");
    this.answers = Objects.requireNonNull(answers, "answers");
    this.roles =
        known(
                "cube " + cube,
                Roles.class,
                () -> answer(new Roles(new CubeRoles(catalog.cube(cube, context))), 20_000))
            .roles();
  }

  private <T> T known(String question, Class<T> type, Supplier<AnswerCache.Answer<T>> ask) {
    return answers.get(catalog, context, question, version(), type, ask);
  }

  /** The version that counts for the whole analysis, asked for once. */
  private String version() {
    if (version == null) {
      version = catalog.dataVersion();
    }
    return version;
  }

  private <T> AnswerCache.Answer<T> answer(T value, long size) {
    return new AnswerCache.Answer<>(value, version(), size);
  }

  /** The cube. */
  public CubeMetadata cube() {
    return roles.cube();
  }

  /** What its dimensions and measures are to the business. */
  public CubeRoles roles() {
    return roles;
  }

  /** The language of captions, such as {@code zh}. */
  String language() {
    return context.locale().getLanguage();
  }

  /** The queries so far, in order: MDX, and SQL where facts were counted in the database. */
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
    asked.add(mdx);
    return known("mdx " + mdx, Rows.class, () -> run(mdx)).rows();
  }

  /** A value that was made of answers, kept like them. */
  <T> T derived(String name, Class<T> type, long size, Supplier<T> make) {
    return known("value " + name, type, () -> answer(make.get(), size));
  }

  private AnswerCache.Answer<Rows> run(String mdx) {
    CellSet answer = catalog.execute(mdx, context);
    statements += answer.statistics().statements();
    int columns = answer.axes().get(0).positions().size();
    List<List<ResultMember>> positions =
        answer.axes().size() > 1 ? answer.axes().get(1).positions() : List.of(List.of());
    List<Row> rows = new ArrayList<>(positions.size());
    for (int row = 0; row < positions.size(); row++) {
      double[] values = new double[columns];
      for (int column = 0; column < columns; column++) {
        values[column] = answer.cells().get(row * columns + column).doubleValue(Double.NaN);
      }
      rows.add(new Row(positions.get(row), values));
    }
    String read = answer.statistics().dataVersion();
    return new AnswerCache.Answer<>(new Rows(rows), read, size(rows, columns));
  }

  /** The facts behind a cell, by a DRILLTHROUGH statement. */
  RowSet facts(String drillThrough) {
    asked.add(drillThrough);
    return known(
        "rows " + drillThrough,
        RowSet.class,
        () -> {
          RowSet facts = catalog.drillThrough(drillThrough, context);
          statements += facts.statistics().statements();
          long size = 60L * facts.rows().size() * facts.columns().size();
          return new AnswerCache.Answer<>(facts, facts.statistics().dataVersion(), size);
        });
  }

  /**
   * Counts facts in the database.
   *
   * @throws UnknownNameException if the cube lacks something that is needed
   */
  public FactAnswer facts(FactQuestion question) {
    FactAnswer answer = catalog.facts(question, context);
    asked.add(answer.sql());
    statements += answer.statements();
    return answer;
  }

  private List<ResultMember> read(MemberQuery.Kind kind, String name) {
    String question = "member " + kind + " " + cube().name() + " " + name;
    return known(question, Rows.class, () -> members(kind, name)).rows().stream()
        .map(Row::member)
        .toList();
  }

  private AnswerCache.Answer<Rows> members(MemberQuery.Kind kind, String name) {
    MemberQuery query = new MemberQuery(kind, name, null, ALL);
    List<Row> rows =
        catalog.members(cube().name(), query, context).stream()
            .map(member -> new Row(List.of(member), new double[0]))
            .toList();
    return answer(new Rows(rows), size(rows, 0));
  }

  /** A member takes about 300 bytes with its names, where it is not shared with other rows. */
  private static long size(List<Row> rows, int columns) {
    return (300L + 8L * columns) * rows.size();
  }
}
