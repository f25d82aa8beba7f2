package org.quadrille.cubes.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.QueryBinder;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.exec.CellFacts;
import org.quadrille.cubes.exec.QueryRunner;
import org.quadrille.cubes.exec.SegmentCache;
import org.quadrille.cubes.extension.ExtensionException;
import org.quadrille.cubes.format.FormatCache;
import org.quadrille.cubes.function.BuiltinFunctions;
import org.quadrille.cubes.function.UserFunctions;
import org.quadrille.cubes.mdx.Formula;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Statement;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.QueryStatistics;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.schema.Cube;
import org.quadrille.cubes.schema.ReaderSettings;
import org.quadrille.cubes.schema.Schema;
import org.quadrille.cubes.schema.SchemaException;
import org.quadrille.cubes.schema.SchemaFault;
import org.quadrille.cubes.schema.SchemaReader;
import org.quadrille.cubes.sql.view.SqlCatalog;
import org.quadrille.cubes.store.Asker;
import org.quadrille.cubes.store.Database;
import org.quadrille.cubes.store.MissingTableException;
import org.quadrille.cubes.store.StoreException;
import org.quadrille.cubes.store.StoreSession;

/** A schema on a database. */
final class EngineCatalog implements Catalog {
  private final CatalogSettings settings;
  private final Database database;
  private final Clock clock;
  private final Versions versions;
  private final long cellBudget;
  private final FunctionTable functions = BuiltinFunctions.table();
  private final FormatCache formats = new FormatCache(2_000);
  private final ThreadLocal<StoreSession> sessions = new ThreadLocal<>();
  private final EngineSql sql;
  private @Nullable Schema schema;
  private @Nullable Snapshot snapshot;

  EngineCatalog(CatalogSettings settings, Database database, Clock clock) {
    this(settings, database, clock, Snapshot.CELL_BUDGET);
  }

  /** With room for so many bytes of cells. */
  EngineCatalog(CatalogSettings settings, Database database, Clock clock, long cellBudget) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.versions = new Versions(settings.version(), clock);
    this.cellBudget = cellBudget;
    this.sql = new EngineSql(this, database);
  }

  @Override
  public String name() {
    return settings.name();
  }

  private synchronized Schema schema() {
    if (schema == null) {
      try {
        schema =
            SchemaReader.read(
                settings.schema(),
                ReaderSettings.of(settings.extensions(), functions.names(Syntax.FUNCTION)));
      } catch (SchemaException e) {
        throw new UnknownNameException("catalog " + name() + " cannot be used: " + e.getMessage());
      }
    }
    return schema;
  }

  @Override
  public List<CubeSummary> cubes(QueryContext context) {
    ActingRole role = role(context);
    List<CubeSummary> cubes = new ArrayList<>();
    Captions captions = new Captions(context.locale());
    for (Cube cube : schema().cubes()) {
      if (role.mayUse(cube.name())) {
        cubes.add(
            new CubeSummary(
                cube.name(), captions.of(cube), cube.description(), cube.visible(), null));
      }
    }
    for (SchemaFault fault : schema().faults()) {
      if (!fault.cube().isEmpty() && role.mayUse(fault.cube())) {
        cubes.add(new CubeSummary(fault.cube(), fault.cube(), null, true, fault.toString()));
      }
    }
    return cubes;
  }

  @Override
  public List<String> roles() {
    return schema().roles().keySet().stream().sorted().toList();
  }

  private ActingRole role(QueryContext context) {
    return ActingRole.of(schema(), context.role(), name());
  }

  /** A cube that the role may not see is one that is not there. */
  private Cube definition(String cubeName, ActingRole role) {
    Schema current = schema();
    List<Cube> visible = current.cubes().stream().filter(c -> role.mayUse(c.name())).toList();
    for (Cube cube : visible) {
      if (cube.name().equalsIgnoreCase(cubeName)) {
        return cube;
      }
    }
    for (SchemaFault fault : current.faults()) {
      if (fault.cube().equalsIgnoreCase(cubeName) && role.mayUse(fault.cube())) {
        throw new UnknownNameException("cube " + cubeName + " cannot be used: " + fault);
      }
    }
    throw new UnknownNameException(
        "there is no cube "
            + cubeName
            + " in catalog "
            + name()
            + Names.didYouMean(cubeName, visible.stream().map(Cube::name).toList()));
  }

  @Override
  public CubeMetadata cube(String cubeName, QueryContext context) {
    ActingRole role = role(context);
    Cube definition = definition(cubeName, role);
    return inSession(
        context,
        session ->
            new MetadataBuilder(
                    snapshot(session).scope(definition, role), new Captions(context.locale()))
                .cube());
  }

  @Override
  public List<ResultMember> members(String cube, MemberQuery query, QueryContext context) {
    ActingRole role = role(context);
    Cube definition = definition(cube, role);
    return inSession(
        context,
        session ->
            new MemberSearch(
                    snapshot(session).scope(definition, role), new Captions(context.locale()))
                .find(query));
  }

  @Override
  public CellSet execute(String mdx, QueryContext context) {
    return execute(mdx, context, QueryRunner.Mode.BATCHED);
  }

  /** Answers a query in a given way; tests compare the ways. */
  CellSet execute(String mdx, QueryContext context, QueryRunner.Mode mode) {
    long start = System.nanoTime();
    return inSession(
        context,
        session -> {
          Snapshot current = snapshot(session);
          BoundQuery query =
              current
                  .queries()
                  .get(
                      new BoundQueries.Key(mdx, context.role(), context.definitions()),
                      () -> bind(select(mdx), context, current));
          QueryRunner.Outcome outcome =
              runner(query, context, session, current.cells(), mode).run();
          Run run = new Run(current, query, outcome);
          return new CellSetBuilder(new Captions(context.locale()), formats, context.locale())
              .build(query, outcome, statistics(run, session, start));
        });
  }

  private static Statement.Select select(String mdx) {
    Statement statement = MdxParser.parse(mdx);
    if (statement instanceof Statement.Select select) {
      return select;
    }
    throw new MdxException(
        statement.place(), "only queries are answered here, not " + kind(statement));
  }

  /** A query that was evaluated. */
  private record Run(Snapshot snapshot, BoundQuery query, QueryRunner.Outcome outcome) {}

  private Run run(
      Statement.Select select, QueryContext context, StoreSession session, QueryRunner.Mode mode) {
    Snapshot current = snapshot(session);
    return run(select, context, session, current, current.cells(), mode);
  }

  private Run run(
      Statement.Select select,
      QueryContext context,
      StoreSession session,
      Snapshot current,
      SegmentCache cells,
      QueryRunner.Mode mode) {
    BoundQuery query = bind(select, context, current);
    return new Run(current, query, runner(query, context, session, cells, mode).run());
  }

  private BoundQuery bind(Statement.Select select, QueryContext context, Snapshot current) {
    ActingRole role = role(context);
    Cube definition = definition(QueryBinder.cubeName(select), role);
    Scope outer = withDefinitions(current.scope(definition, role), context);
    return new QueryBinder(outer.nested(outer.navigation())).bind(select);
  }

  private QueryRunner runner(
      BoundQuery query,
      QueryContext context,
      StoreSession session,
      SegmentCache cells,
      QueryRunner.Mode mode) {
    QueryRunner runner =
        new QueryRunner(query, session, cells, mode, clock, context.locale(), context.timeout());
    if (context.cancellation() != null) {
      context.cancellation().whenCancelled(runner::cancel);
    }
    return runner;
  }

  /** A scope inside a cube's that has the definitions of the session as well. */
  private static Scope withDefinitions(Scope cubeScope, QueryContext context) {
    if (context.definitions().isEmpty()) {
      return cubeScope;
    }
    Scope scope = cubeScope.nested(cubeScope.navigation());
    List<Formula> formulas = new ArrayList<>();
    for (String text : context.definitions()) {
      if (MdxParser.parse(text) instanceof Statement.CreateSession create
          && cubeName(create).equalsIgnoreCase(scope.cube().name())) {
        formulas.add(create.formula());
      }
    }
    new QueryBinder(scope).define(formulas);
    return scope;
  }

  private static String cubeName(Statement.CreateSession create) {
    return create.cube().segments().get(0) instanceof Segment.Name name
        ? name.name()
        : create.cube().toMdx();
  }

  @Override
  public Statement.CreateSession define(String mdx, QueryContext context) {
    if (!(MdxParser.parse(mdx) instanceof Statement.CreateSession create)) {
      throw new MdxException(null, "a definition begins with CREATE SESSION MEMBER or SET");
    }
    ActingRole role = role(context);
    Cube definition = definition(cubeName(create), role);
    inSession(
        context,
        session -> {
          Scope outer = withDefinitions(snapshot(session).scope(definition, role), context);
          new QueryBinder(outer.nested(outer.navigation())).define(List.of(create.formula()));
          return create;
        });
    return create;
  }

  private static QueryStatistics statistics(Run run, StoreSession session, long start) {
    return new QueryStatistics(
        session.statements().size(),
        run.outcome().rounds(),
        (System.nanoTime() - start) / 1_000_000,
        run.snapshot().version(),
        session.statements());
  }

  @Override
  public RowSet drillThrough(String mdx, QueryContext context) {
    long start = System.nanoTime();
    Statement statement = MdxParser.parse(mdx);
    if (!(statement instanceof Statement.DrillThrough drill)) {
      throw new MdxException(statement.place(), "rows are given for DRILLTHROUGH only");
    }
    return inSession(
        context,
        session -> {
          Run run = run(drill.query(), context, session, QueryRunner.Mode.BATCHED);
          DrillThrough.Answer answer =
              new DrillThrough(
                      drill,
                      run.query().scope(),
                      CellFacts.of(run.outcome()),
                      new Captions(context.locale()))
                  .read(session);
          return new RowSet(
              run.query().scope().cube().name(),
              answer.columns(),
              answer.rows().rows(),
              answer.rows().more(),
              answer.limit(),
              statistics(run, session, start));
        });
  }

  @Override
  public FactAnswer facts(FactQuestion question, QueryContext context) {
    FactAnswers.Key key =
        new FactAnswers.Key(question, context.role(), context.locale(), context.definitions());
    return inSession(
        context,
        session -> {
          Snapshot current = snapshot(session);
          return current.factAnswers().get(key, () -> read(question, context, session, current));
        });
  }

  private FactAnswer read(
      FactQuestion question, QueryContext context, StoreSession session, Snapshot current) {
    if (!(MdxParser.parse(question.cell()) instanceof Statement.Select select)) {
      throw new MdxException(null, "the facts of one cell are counted: " + question.cell());
    }
    BoundQuery query = bind(select, context, current);
    QueryRunner runner = runner(query, context, session, current.cells(), QueryRunner.Mode.BATCHED);
    return new FactReading(
            question, query.scope(), CellFacts.of(runner.frame()), new Captions(context.locale()))
        .read(session);
  }

  private static String kind(Statement statement) {
    return statement instanceof Statement.DrillThrough
        ? "DRILLTHROUGH"
        : statement instanceof Statement.Explain ? "EXPLAIN" : "session statements";
  }

  @Override
  public Explanation explain(String mdx, QueryContext context) {
    if (MdxParser.parse(mdx) instanceof Statement.Explain explained) {
      return explain(explained.statement().toMdx(), context);
    }
    long start = System.nanoTime();
    Statement statement = MdxParser.parse(mdx);
    Statement.Select select =
        statement instanceof Statement.DrillThrough drill
            ? drill.query()
            : statement instanceof Statement.Select plain ? plain : null;
    if (select == null) {
      throw new MdxException(
          statement.place(), "only queries are explained here, not " + kind(statement));
    }
    return inSession(
        context,
        session -> {
          SegmentCache none = new SegmentCache(cellBudget);
          Snapshot current = snapshot(session);
          Run run = run(select, context, session, current, none, QueryRunner.Mode.BATCHED);
          return new Explainer(run.query(), statistics(run, session, start)).of(session.plans());
        });
  }

  @Override
  public SqlAccess sql() {
    return sql;
  }

  /**
   * What a role may read of one state of the data.
   *
   * @param state changes with the data
   */
  record SqlState(
      Object state, String version, @Nullable String role, Supplier<List<SqlCatalog.Part>> parts) {}

  private List<SqlCatalog.Part> parts(Snapshot current, ActingRole role) {
    List<SqlCatalog.Part> parts = new ArrayList<>();
    for (Cube cube : schema().cubes()) {
      CubeRights rights = null;
      if (role.mayUse(cube.name())) {
        try {
          rights = current.scope(cube, role).navigation().rights();
        } catch (UnknownNameException e) {
          // The role cannot be used on this cube; it has the others.
          rights = null;
        }
      }
      parts.add(new SqlCatalog.Part(current.scope(cube).cube(), rights));
    }
    return parts;
  }

  /** Works in a session on what a role may read by SQL. */
  <T> T withSql(QueryContext context, Function<SqlState, T> work) {
    ActingRole role = role(context);
    return inSession(
        context,
        session -> {
          Snapshot current = snapshot(session);
          return work.apply(
              new SqlState(current, current.version(), role.name(), () -> parts(current, role)));
        });
  }

  @Override
  public String dataVersion() {
    return inSession(QueryContext.DEFAULT, session -> snapshot(session).version());
  }

  @Override
  public synchronized void dataChanged() {
    snapshot = null;
    versions.changed();
    database.forgetTables();
  }

  @Override
  public synchronized void forgetCells() {
    if (snapshot != null) {
      snapshot.cells().clear();
      snapshot.factAnswers().clear();
    }
  }

  /** The cache of cells; null before the first query. */
  synchronized @Nullable SegmentCache cells() {
    return snapshot == null ? null : snapshot.cells();
  }

  private synchronized Snapshot snapshot(StoreSession session) {
    String version = versions.current(session, database);
    session.reads(version);
    Snapshot current = snapshot;
    if (current == null || !current.version().equals(version)) {
      Schema read = schema();
      current =
          new Snapshot(
              read,
              version,
              UserFunctions.with(functions, read.userFunctions()),
              sessions::get,
              cellBudget);
      snapshot = current;
    }
    return current;
  }

  private <T> T inSession(QueryContext context, Function<StoreSession, T> work) {
    try (StoreSession session =
        new StoreSession(database, new Asker(context.user(), context.timeout()))) {
      sessions.set(session);
      if (context.cancellation() != null) {
        context.cancellation().whenCancelled(session::cancel);
      }
      return work.apply(session);
    } catch (MissingTableException e) {
      throw new OtherDataException(String.valueOf(e.getMessage()));
    } catch (StoreException | ExtensionException e) {
      throw new MdxException(null, e.getMessage());
    } finally {
      sessions.remove();
    }
  }
}
