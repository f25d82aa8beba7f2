package org.quadrille.cubes.catalog;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quadrille.cubes.bind.Binder;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.exec.CellFacts;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Statement;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.store.RowQuery;
import org.quadrille.cubes.store.RowQuery.Column;
import org.quadrille.cubes.store.RowQuery.InputOf;
import org.quadrille.cubes.store.RowQuery.NameOf;
import org.quadrille.cubes.store.RowQuery.PropertyOf;
import org.quadrille.cubes.store.RowResult;
import org.quadrille.cubes.store.StoreSession;

/** Which rows and columns a DRILLTHROUGH gives. */
final class DrillThrough {
  /** Rows where the statement has no MAXROWS. */
  static final int USUAL_ROWS = 10_000;

  /** Rows that MAXROWS may ask for at most. */
  static final int MOST_ROWS = 1_000_000;

  private final Statement.DrillThrough statement;
  private final Scope scope;
  private final CellFacts facts;
  private final Captions captions;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  /** The rows of that statement, whose query was evaluated. */
  DrillThrough(Statement.DrillThrough statement, Scope scope, CellFacts facts, Captions captions) {
    this.statement = statement;
    this.scope = scope;
    this.facts = facts;
    this.captions = captions;
    if (statement.columns().isEmpty()) {
      addAll();
    } else {
      statement.columns().forEach(this::add);
    }
  }

  /** What was read, but for the statistics. */
  record Answer(List<RowSet.Column> columns, RowResult rows, int limit) {}

  Answer read(StoreSession session) {
    int limit = statement.maxRows() == null ? USUAL_ROWS : statement.maxRows();
    if (limit < 1 || limit > MOST_ROWS) {
      throw new MdxException(
          statement.place(), "MAXROWS must be from 1 to " + MOST_ROWS + ", not " + limit);
    }
    if (statement.firstRow() != null && statement.firstRow() < 1) {
      throw new MdxException(statement.place(), "FIRSTROWSET counts rows from 1");
    }
    long skip = statement.firstRow() == null ? 0 : statement.firstRow() - 1L;
    List<Column> wanted = List.copyOf(columns.values());
    RowResult result =
        facts.conditions() == null
            ? new RowResult(wanted.stream().map(c -> Types.VARCHAR).toList(), List.of(), false)
            : session.rows(new RowQuery(facts.group(), wanted, facts.conditions(), skip, limit));
    List<RowSet.Column> described = new ArrayList<>();
    int at = 0;
    for (Map.Entry<String, Column> column : columns.entrySet()) {
      described.add(
          new RowSet.Column(
              column.getKey(), caption(column.getValue()), type(result.types().get(at++))));
    }
    return new Answer(described, result, limit);
  }

  private String caption(Column column) {
    if (column instanceof NameOf name) {
      return captions.of(name.level());
    }
    if (column instanceof PropertyOf property) {
      String caption = property.property().caption();
      return caption == null ? property.property().name() : caption;
    }
    return captions.of(((InputOf) column).measure());
  }

  /** All levels that the facts join, and all measures of these facts. */
  private void addAll() {
    for (Hierarchy hierarchy : scope.cube().hierarchies()) {
      if (joins(facts.group(), hierarchy)) {
        for (Level level : hierarchy.levels()) {
          if (level.definition() != null && rights().isVisible(level)) {
            columns.put(level.uniqueName(), new NameOf(level));
          }
        }
      }
    }
    for (MeasureMember measure : scope.cube().measures()) {
      boolean shown =
          rights().isVisible(measure)
              && (measure.definition().visible() || facts.measures().contains(measure));
      if (measure.group() == facts.group() && shown) {
        columns.put(measure.uniqueName(), new InputOf(measure));
      }
    }
  }

  private CubeRights rights() {
    return scope.navigation().rights();
  }

  private static boolean joins(MeasureGroup group, Hierarchy hierarchy) {
    return !hierarchy.isMeasures() && group.link(hierarchy.dimension().name()) != null;
  }

  private void add(Identifier name) {
    List<Segment> segments = name.segments();
    Expr found = new Binder(scope).lookUp(segments);
    if (found instanceof Expr.LevelRef ref
        && ref.level().definition() != null
        && rights().isVisible(ref.level())) {
      put(name, ref.level().uniqueName(), ref.level(), new NameOf(ref.level()));
      return;
    }
    if (found instanceof Expr.MemberRef ref
        && ref.member() instanceof MeasureMember measure
        && rights().isVisible(measure)) {
      if (measure.group() != facts.group()) {
        throw new MdxException(
            name.place(),
            measure.uniqueName()
                + " is of other facts than the cell; leave it out of RETURN or drill through it");
      }
      putNew(name, measure.uniqueName(), new InputOf(measure));
      return;
    }
    if (!addProperty(name)) {
      throw new MdxException(
          name.place(),
          "RETURN lists levels, properties of levels and stored measures; "
              + name.toMdx()
              + " is none of them");
    }
  }

  /** A property named after its level, as in {@code [Store].[Store Name].[Manager]}. */
  private boolean addProperty(Identifier name) {
    List<Segment> segments = name.segments();
    if (segments.size() < 2
        || !(segments.get(segments.size() - 1) instanceof Segment.Name last)
        || !(new Binder(scope).lookUp(segments.subList(0, segments.size() - 1))
            instanceof Expr.LevelRef ref)
        || !rights().isVisible(ref.level())) {
      return false;
    }
    for (var property : ref.level().properties()) {
      if (property.name().equalsIgnoreCase(last.name())) {
        String unique = ref.level().uniqueName() + "." + Names.quote(property.name());
        put(name, unique, ref.level(), new PropertyOf(ref.level(), property));
        return true;
      }
    }
    return false;
  }

  private void put(Identifier name, String unique, Level level, Column column) {
    if (!joins(facts.group(), level.hierarchy())) {
      throw new MdxException(
          name.place(),
          level.uniqueName() + " does not apply to the facts of the cell; leave it out of RETURN");
    }
    putNew(name, unique, column);
  }

  private void putNew(Identifier name, String unique, Column column) {
    if (columns.put(unique, column) != null) {
      throw new MdxException(name.place(), unique + " stands in RETURN twice");
    }
  }

  private static RowSet.Type type(int jdbcType) {
    return switch (jdbcType) {
      case Types.BOOLEAN, Types.BIT -> RowSet.Type.BOOLEAN;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> RowSet.Type.INTEGER;
      case Types.DECIMAL, Types.NUMERIC -> RowSet.Type.DECIMAL;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> RowSet.Type.DOUBLE;
      case Types.DATE -> RowSet.Type.DATE;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> RowSet.Type.TIMESTAMP;
      default -> RowSet.Type.STRING;
    };
  }
}
