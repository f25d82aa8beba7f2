package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.SqlTable;
import org.quadrille.cubes.sql.plan.SqlPlan;
import org.quadrille.cubes.sql.plan.SqlPlanner;
import org.quadrille.cubes.sql.plan.TableDescriptions;
import org.quadrille.cubes.sql.view.SqlCatalog;
import org.quadrille.cubes.store.Database;
import org.quadrille.cubes.store.RowStream;
import org.quadrille.cubes.store.StarSql;
import org.quadrille.cubes.store.StoreException;

/** SQL over an engine's catalog; plans of texts that were seen are kept. */
final class EngineSql implements SqlAccess {
  /** Plans that are kept for each role. */
  private static final int PLANS = 500;

  private final EngineCatalog catalog;
  private final Database database;
  private final Map<String, Planning> plannings = new HashMap<>();
  private @Nullable Object state;
  private @Nullable StarSql star;

  EngineSql(EngineCatalog catalog, Database database) {
    this.catalog = catalog;
    this.database = database;
  }

  /** The planner of a role with its plans. */
  private static final class Planning {
    private final SqlPlanner planner;
    private final SqlCatalog readable;
    private final StarSql star;
    private @Nullable List<SqlTable> tables;
    private final Map<String, SqlPlan> plans =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, SqlPlan> eldest) {
            return size() > PLANS;
          }
        };

    Planning(SqlCatalog catalog, StarSql star) {
      this.planner = new SqlPlanner(catalog, star);
      this.readable = catalog;
      this.star = star;
    }

    synchronized List<SqlTable> tables() {
      if (tables == null) {
        tables = List.copyOf(TableDescriptions.of(readable, star));
      }
      return tables;
    }

    SqlPlan plan(String text) {
      synchronized (plans) {
        SqlPlan known = plans.get(text);
        if (known != null) {
          return known;
        }
      }
      SqlPlan made = planner.plan(text);
      synchronized (plans) {
        plans.put(text, made);
      }
      return made;
    }
  }

  private synchronized Planning planning(EngineCatalog.SqlState current) {
    if (state != current.state()) {
      state = current.state();
      plannings.clear();
    }
    Planning planning = plannings.get(current.role());
    if (planning == null) {
      if (star == null) {
        star = new StarSql(database);
      }
      planning =
          new Planning(
              new SqlCatalog(catalog.name(), current.parts().get(), database.tables()), star);
      plannings.put(current.role(), planning);
    }
    return planning;
  }

  @Override
  public List<SqlTable> tables(QueryContext context) {
    return catalog.withSql(context, current -> planning(current).tables());
  }

  @Override
  public SqlPlan plan(String sql, QueryContext context) {
    return catalog.withSql(context, current -> planning(current).plan(sql));
  }

  /** A plan and the version of the data that it reads. */
  private record Ready(SqlPlan plan, String version) {}

  @Override
  public SqlCursor run(
      String sql,
      List<@Nullable Object> parameters,
      QueryContext context,
      Consumer<Runnable> started) {
    Ready ready =
        catalog.withSql(
            context, current -> new Ready(planning(current).plan(sql), current.version()));
    SqlPlan plan = ready.plan();
    if (plan.parameters().size() != parameters.size()) {
      throw new SqlException(
          null,
          "the query has "
              + plan.parameters().size()
              + " parameters and was given "
              + parameters.size()
              + " values");
    }
    List<@Nullable Object> values = new ArrayList<>();
    plan.order().forEach(at -> values.add(parameters.get(at)));
    try {
      return new SqlCursor(
          new RowStream(database, plan.statement(), values, context.timeout(), started::accept),
          plan.columns().stream().map(SqlColumn::name).toList(),
          new SqlCursor.SqlAnswer(plan.statement(), plan.notes(), ready.version()));
    } catch (StoreException e) {
      throw SqlException.of(e);
    }
  }
}
