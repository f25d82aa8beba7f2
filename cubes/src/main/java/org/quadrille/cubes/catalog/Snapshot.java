package org.quadrille.cubes.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.quadrille.cubes.bind.BoundGrantNames;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.CubeScopes;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.exec.SegmentCache;
import org.quadrille.cubes.model.CubeBuilder;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.rights.RightsException;
import org.quadrille.cubes.rights.RoleRights;
import org.quadrille.cubes.schema.Cube;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.schema.Schema;
import org.quadrille.cubes.store.MemberReader;
import org.quadrille.cubes.store.StoreSession;

/** Everything that was read of one version of the data: members, cubes, cells. */
final class Snapshot {
  /** Bytes that the cells of one catalog may take. */
  static final long CELL_BUDGET = 128L << 20;

  private final Schema schema;
  private final String version;
  private final FunctionTable functions;
  private final Supplier<StoreSession> session;
  private final Map<String, Scope> scopes = new LinkedHashMap<>();
  private final Map<RoleKey, Scope> rights = new LinkedHashMap<>();
  private final Map<DictionaryKey, MemberTable> dictionaries = new ConcurrentHashMap<>();
  private final SegmentCache cells;
  private final BoundQueries<BoundQuery> queries = new BoundQueries<>();
  private final FactAnswers factAnswers = new FactAnswers(FactAnswers.BUDGET);

  private record RoleKey(String role, String cube) {}

  /** Hierarchies that are written alike over the same relation share their members. */
  private record DictionaryKey(Hierarchy hierarchy, Relation relation) {}

  /**
   * An empty snapshot.
   *
   * @param session gives the session of the query that is running in this thread
   * @param cellBudget how many bytes its cells may take
   */
  Snapshot(
      Schema schema,
      String version,
      FunctionTable functions,
      Supplier<StoreSession> session,
      long cellBudget) {
    this.schema = schema;
    this.version = Objects.requireNonNull(version, "version");
    this.functions = functions;
    this.session = session;
    this.cells = new SegmentCache(cellBudget);
  }

  /** The queries that were asked of this version of the data. */
  BoundQueries<BoundQuery> queries() {
    return queries;
  }

  String version() {
    return version;
  }

  SegmentCache cells() {
    return cells;
  }

  FactAnswers factAnswers() {
    return factAnswers;
  }

  /** The scope of a cube; made when it is first asked for. */
  Scope scope(Cube definition) {
    synchronized (scopes) {
      Scope scope = scopes.get(definition.name());
      if (scope == null) {
        org.quadrille.cubes.model.Cube cube =
            new CubeBuilder(
                    schema,
                    definition,
                    (dimension, hierarchy) ->
                        () -> members(definition, dimension.name(), hierarchy))
                .build();
        scope = CubeScopes.of(cube, functions);
        scopes.put(definition.name(), scope);
      }
      return scope;
    }
  }

  /**
   * The scope of a cube under a role.
   *
   * @throws UnknownNameException if the role's grants on the cube cannot be used
   */
  Scope scope(Cube definition, ActingRole role) {
    Scope whole = scope(definition);
    if (role.name() == null) {
      return whole;
    }
    synchronized (rights) {
      RoleKey key = new RoleKey(role.required(), definition.name());
      Scope restricted = rights.get(key);
      if (restricted == null) {
        restricted = whole.nested(new Navigation(whole.cube(), rights(whole, role)));
        rights.put(key, restricted);
      }
      return restricted;
    }
  }

  private static CubeRights rights(Scope whole, ActingRole role) {
    try {
      CubeRights found = new RoleRights(whole.cube(), new BoundGrantNames(whole)).of(role.roles());
      if (found != null) {
        return found;
      }
    } catch (RightsException e) {
      throw new UnknownNameException(
          "role "
              + role.name()
              + " cannot be used on cube "
              + whole.cube().name()
              + ": "
              + e.getMessage());
    }
    throw new UnknownNameException("there is no cube " + whole.cube().name());
  }

  private MemberTable members(Cube cube, String dimension, Hierarchy hierarchy) {
    Relation fact =
        cube.measureGroups().stream()
            .filter(g -> g.link(dimension) != null)
            .findFirst()
            .orElse(cube.measureGroups().get(0))
            .fact();
    Relation relation = hierarchy.relation() == null ? fact : hierarchy.relation();
    DictionaryKey key = new DictionaryKey(hierarchy, relation);
    return dictionaries.computeIfAbsent(
        key,
        k -> {
          String name = hierarchy.name() == null ? dimension : hierarchy.name();
          String all =
              hierarchy.allMemberName() == null ? "All " + name + "s" : hierarchy.allMemberName();
          return new MemberReader(hierarchy, fact, session).table(all);
        });
  }
}
