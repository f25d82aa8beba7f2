package org.quadrille.server.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.server.config.Spelling;

/** A connection of a client: its catalog, what it acts as, its statements. */
final class JdbcSession {
  private static final Set<String> OWN = Set.of("catalog", "role", "timeoutseconds", "name");

  private final Catalog catalog;
  private final QueryContext context;
  private final @Nullable String name;
  private final Map<Integer, JdbcStatement> statements = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile long used = System.nanoTime();

  /**
   * Opens a connection.
   *
   * @param address what stands in its address after the question mark
   * @param properties those that the client gave besides; of the driver's own no notice is taken
   */
  JdbcSession(Catalogs catalogs, Map<String, String> address, Map<String, String> properties) {
    Map<String, String> known = new TreeMap<>();
    properties.forEach((key, value) -> known.put(key.toLowerCase(Locale.ROOT), value));
    known.keySet().retainAll(OWN);
    for (Map.Entry<String, String> each : address.entrySet()) {
      String key = each.getKey().toLowerCase(Locale.ROOT);
      if (!OWN.contains(key)) {
        String near = Spelling.nearest(key, new TreeSet<>(OWN));
        throw new JdbcProblem(
            "unknown parameter "
                + each.getKey()
                + (near == null ? "" : "; did you mean " + near + "?")
                + "; known are catalog, role, timeoutSeconds and name",
            "HY000");
      }
      known.put(key, each.getValue());
    }
    this.catalog = catalog(catalogs, known.get("catalog"));
    this.name = known.get("name");
    Duration timeout = timeout(known.get("timeoutseconds"));
    this.context = new QueryContext(known.get("role"), Locale.US, timeout);
  }

  private static Catalog catalog(Catalogs catalogs, @Nullable String asked) {
    if (asked != null) {
      return catalogs.get(asked);
    }
    List<Catalog> all = catalogs.all();
    if (all.size() != 1) {
      throw new JdbcProblem(
          "say which catalog: add ?catalog=NAME to the address; there are "
              + String.join(", ", all.stream().map(Catalog::name).toList()),
          "3D000");
    }
    return all.get(0);
  }

  private static Duration timeout(@Nullable String seconds) {
    if (seconds == null) {
      return Duration.ofMinutes(10);
    }
    try {
      int value = Integer.parseInt(seconds);
      if (value >= 1 && value <= 86_400) {
        return Duration.ofSeconds(value);
      }
    } catch (NumberFormatException e) {
      throw new JdbcProblem("timeoutSeconds must be a whole number, not " + seconds, "HY000");
    }
    throw new JdbcProblem("timeoutSeconds must be from 1 to 86400", "HY000");
  }

  Catalog catalog() {
    return catalog;
  }

  QueryContext context() {
    return context;
  }

  /** The name by which its queries are cancelled, null for none. */
  @Nullable String name() {
    return name;
  }

  JdbcStatement create() {
    JdbcStatement statement = new JdbcStatement(ids.incrementAndGet());
    statements.put(statement.id(), statement);
    return statement;
  }

  /** An id for rows that are no statement's. */
  int nextId() {
    return ids.incrementAndGet();
  }

  @Nullable JdbcStatement statement(int id) {
    used = System.nanoTime();
    return statements.get(id);
  }

  /** Stops and forgets a statement. */
  void close(int id) {
    JdbcStatement statement = statements.remove(id);
    if (statement != null) {
      statement.cancel();
    }
  }

  /** Stops and forgets all statements. */
  void close() {
    statements.keySet().forEach(this::close);
  }

  /** Stops what runs; the statements stay. */
  void cancel() {
    statements.values().forEach(JdbcStatement::cancel);
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - used);
  }
}
