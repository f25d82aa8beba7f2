package org.quadrille.server;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeSummary;
import org.quadrille.cubes.catalog.Explanation;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.SqlAccess;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.mdx.Statement;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.Cells;
import org.quadrille.cubes.result.QueryStatistics;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultHierarchy;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.SqlTable;
import org.quadrille.cubes.sql.plan.SqlPlan;

/**
 * One catalog "Shop" with one small cube, held in memory, so that what is sent can be tested to the
 * letter. Any MDX has the same answer, but for a few words that make it fail.
 */
public final class SmallCatalogs implements Catalogs {
  private static final QueryStatistics STATISTICS =
      new QueryStatistics(1, 1, 5, "load-7", List.of("select 1"));
  private static final String CITY = "[City]";

  private final Shop shop = new Shop();

  @Override
  public List<Catalog> all() {
    return List.of(shop);
  }

  @Override
  public Catalog get(String name) {
    if (!name.equalsIgnoreCase("Shop")) {
      throw new UnknownNameException("there is no catalog " + name + "; there is: Shop");
    }
    return shop;
  }

  @Override
  public void close() {}

  /** Sales by measure and city; one cell empty, one with an error, one infinite. */
  public static CellSet cellSet() {
    ResultAxis columns =
        new ResultAxis(
            List.of(hierarchy("[Measures]", "Measures")),
            List.of(List.of(measure("Amount", "Amount <€>")), List.of(measure("Share", "Share"))));
    ResultAxis rows =
        new ResultAxis(
            List.of(hierarchy(CITY, "City")),
            List.of(List.of(allCities()), List.of(city("Köln 科隆"))));
    return new CellSet(
        "Sales",
        List.of(columns, rows),
        new ResultAxis(List.of(), List.of()),
        new Cells(
            List.of(
                new Cell(new BigDecimal("1234567.85"), "1,234,567.85", null, "#,##0.00"),
                new Cell(Double.POSITIVE_INFINITY, "Infinity", null, null),
                Cell.EMPTY,
                new Cell(null, "", "division by a text", null))),
        STATISTICS);
  }

  private static ResultHierarchy hierarchy(String uniqueName, String caption) {
    return new ResultHierarchy(caption, uniqueName, caption, uniqueName, List.of());
  }

  private static ResultMember measure(String name, String caption) {
    String unique = "[Measures].[" + name + "]";
    return new ResultMember(
        name,
        unique,
        caption,
        "[Measures]",
        "[Measures].[MeasuresLevel]",
        0,
        null,
        0,
        false,
        Map.of());
  }

  private static ResultMember allCities() {
    return new ResultMember(
        "All Cities",
        "[City].[All Cities]",
        "All Cities",
        CITY,
        "[City].[(All)]",
        0,
        null,
        1,
        false,
        Map.of());
  }

  private static ResultMember city(String name) {
    return new ResultMember(
        name,
        "[City].[" + name + "]",
        name,
        CITY,
        "[City].[City]",
        1,
        "[City].[All Cities]",
        0,
        false,
        Map.of());
  }

  private static final class Shop implements Catalog {
    @Override
    public String name() {
      return "Shop";
    }

    @Override
    public List<CubeSummary> cubes(QueryContext context) {
      return List.of(
          new CubeSummary("Sales", "Sales", "What was sold", true, null),
          new CubeSummary("Broken", "Broken", null, true, "no table (<Table>, line 3, column 5)"));
    }

    @Override
    public List<String> roles() {
      return List.of();
    }

    @Override
    public SqlAccess sql() {
      return new SqlAccess() {
        @Override
        public List<SqlTable> tables(QueryContext context) {
          return List.of();
        }

        @Override
        public SqlPlan plan(String sql, QueryContext context) {
          throw new SqlException(null, "the shop has no database");
        }

        @Override
        public SqlCursor run(
            String sql,
            List<@Nullable Object> parameters,
            QueryContext context,
            Consumer<Runnable> started) {
          throw new SqlException(null, "the shop has no database");
        }
      };
    }

    @Override
    public CubeMetadata cube(String name, QueryContext context) {
      if (!name.equals("Sales")) {
        throw new UnknownNameException("there is no cube " + name + " in Shop; there is: Sales");
      }
      return new CubeMetadata(
          "Sales",
          "Sales",
          "What was sold",
          true,
          false,
          List.of(dimension()),
          List.of(
              new CubeMetadata.MeasureInfo(
                  "Amount",
                  "[Measures].[Amount]",
                  "Amount <€>",
                  null,
                  true,
                  false,
                  "SUM",
                  "#,##0.00",
                  Map.of()),
              new CubeMetadata.MeasureInfo(
                  "Share", "[Measures].[Share]", "Share", null, true, true, null, null, Map.of())),
          List.of(new CubeMetadata.NamedSetInfo("Top", "Top", null)),
          List.of(
              new CubeMetadata.MeasureGroupInfo(
                  "Sales", List.of("[Measures].[Amount]"), List.of(CITY))),
          Map.of());
    }

    private static CubeMetadata.DimensionInfo dimension() {
      return new CubeMetadata.DimensionInfo(
          "City",
          CITY,
          "City",
          null,
          true,
          false,
          List.of(
              new CubeMetadata.HierarchyInfo(
                  "City",
                  CITY,
                  "City",
                  null,
                  true,
                  "[City].[All Cities]",
                  "[City].[All Cities]",
                  false,
                  List.of(level("(All)", 0, "ALL"), level("City", 1, "REGULAR")),
                  Map.of())),
          Map.of());
    }

    private static CubeMetadata.LevelInfo level(String name, int depth, String type) {
      return new CubeMetadata.LevelInfo(
          name,
          "[City].[" + name + "]",
          name,
          null,
          true,
          depth,
          type,
          1,
          depth == 0
              ? List.of()
              : List.of(new CubeMetadata.PropertyInfo("Area", "Area", "NUMERIC")),
          Map.of());
    }

    @Override
    public List<ResultMember> members(String cube, MemberQuery query, QueryContext context) {
      if (query.name().contains("Atlantis")) {
        throw new UnknownNameException("there is no member " + query.name());
      }
      if (query.name().equals("[Measures]")) {
        return List.of(measure("Amount", "Amount <€>"), measure("Share", "Share"));
      }
      return switch (query.kind()) {
        case HIERARCHY -> List.of(allCities(), city("Köln 科隆"));
        case LEVEL, CHILDREN, DESCENDANTS -> List.of(city("Köln 科隆"));
        case MEMBER, SIBLINGS -> List.of(allCities());
        case PARENT, ANCESTORS -> List.of();
      };
    }

    @Override
    public CellSet execute(String mdx, QueryContext context) {
      if (mdx.contains("wrong")) {
        throw new MdxException(new Place(1, 8), "there is no member wrong in cube Sales");
      }
      if (mdx.contains("crash")) {
        throw new IllegalStateException("a secret of the engine");
      }
      if (mdx.contains("definitions")) {
        throw new MdxException(null, String.join("; ", context.definitions()));
      }
      return cellSet();
    }

    @Override
    public FactAnswer facts(FactQuestion question, QueryContext context) {
      throw new UnknownNameException("the small shop has no facts to count");
    }

    @Override
    public RowSet drillThrough(String mdx, QueryContext context) {
      return new RowSet(
          "Sales",
          List.of(
              new RowSet.Column("[City].[City]", "City", RowSet.Type.STRING),
              new RowSet.Column("[Measures].[Amount]", "Amount <€>", RowSet.Type.DECIMAL)),
          List.of(
              List.of("Köln 科隆", new BigDecimal("1.25")),
              java.util.Arrays.asList(null, new BigDecimal("2E+1"))),
          true,
          10_000,
          STATISTICS);
    }

    @Override
    public Statement.CreateSession define(String mdx, QueryContext context) {
      return (Statement.CreateSession) MdxParser.parse(mdx);
    }

    @Override
    public Explanation explain(String mdx, QueryContext context) {
      return new Explanation(List.of("one statement"), List.of(), List.of(), List.of(), STATISTICS);
    }

    @Override
    public String dataVersion() {
      return "load-7";
    }

    @Override
    public void dataChanged() {}

    @Override
    public void forgetCells() {}
  }
}
