package org.quadrille.server.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Formula;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Statement;

/**
 * Calculated members and named sets that clients define for their sessions, kept as text by session
 * and catalog. Sessions are forgotten when they were idle for long, and the one that was idle
 * longest when there are too many. Safe for use by many threads.
 */
public final class Sessions {
  /** Sessions that are kept at most. */
  static final int MOST_SESSIONS = 1_000;

  /** Definitions that one session may have. */
  static final int MOST_DEFINITIONS = 200;

  /** Characters that one definition may have. */
  static final int LONGEST_DEFINITION = 100_000;

  /** After which a session that nobody uses is forgotten. */
  static final Duration IDLE = Duration.ofHours(1);

  private final Clock clock;

  /** The one that was idle longest stands first. */
  private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Session {
    private final Map<Key, String> definitions = new LinkedHashMap<>();
    private Instant used;

    Session(Instant used) {
      this.used = used;
    }
  }

  /** What a definition is known by; names are in lower case. */
  private record Key(String catalog, String cube, boolean set, String name) {}

  /** No sessions yet. */
  public Sessions(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The definitions of a session for the cubes of a catalog, in the order of their making. */
  public synchronized List<String> definitions(String session, String catalog) {
    forgetIdle();
    Session found = sessions.get(session);
    if (found == null) {
      return List.of();
    }
    found.used = clock.instant();
    List<String> texts = new ArrayList<>();
    found.definitions.forEach(
        (key, text) -> {
          if (key.catalog().equals(catalog.toLowerCase(Locale.ROOT))) {
            texts.add(text);
          }
        });
    return texts;
  }

  /**
   * Keeps a definition.
   *
   * @throws MdxException if the session has one of that name, or too many
   */
  public synchronized void create(
      String session, String catalog, Statement.CreateSession statement, String text) {
    forgetIdle();
    Session found = sessions.computeIfAbsent(session, id -> new Session(clock.instant()));
    found.used = clock.instant();
    boolean set = statement.formula() instanceof Formula.SetFormula;
    Key key = key(catalog, statement.cube(), set, statement.formula().name().segments());
    if (found.definitions.containsKey(key)) {
      throw new MdxException(
          statement.place(),
          statement.formula().name().toMdx()
              + " is defined in this session already; DROP it first");
    }
    if (found.definitions.size() >= MOST_DEFINITIONS || text.length() > LONGEST_DEFINITION) {
      throw new MdxException(
          statement.place(),
          "a session keeps at most "
              + MOST_DEFINITIONS
              + " definitions of at most "
              + LONGEST_DEFINITION
              + " characters; DROP some");
    }
    found.definitions.put(key, text);
    if (sessions.size() > MOST_SESSIONS) {
      sessions.remove(sessions.keySet().iterator().next());
    }
  }

  /**
   * Forgets a definition.
   *
   * @throws MdxException if the session has none of that name
   */
  public synchronized void drop(String session, String catalog, Statement.DropSession statement) {
    forgetIdle();
    List<Segment> segments = statement.name().segments();
    Key key =
        key(
            catalog,
            new Identifier(segments.subList(0, 1)),
            statement.set(),
            segments.subList(1, segments.size()));
    Session found = sessions.get(session);
    if (found == null || found.definitions.remove(key) == null) {
      throw new MdxException(
          statement.place(),
          "this session has no "
              + (statement.set() ? "set " : "member ")
              + statement.name().toMdx()
              + " to drop");
    }
    found.used = clock.instant();
  }

  /** Forgets a session. */
  public synchronized void end(String session) {
    sessions.remove(session);
  }

  private void forgetIdle() {
    Instant limit = clock.instant().minus(IDLE);
    sessions.values().removeIf(session -> session.used.isBefore(limit));
  }

  private static Key key(String catalog, Identifier cube, boolean set, List<Segment> name) {
    return new Key(catalog.toLowerCase(Locale.ROOT), plain(cube.segments()), set, plain(name));
  }

  private static String plain(List<Segment> segments) {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      text.append(segment instanceof Segment.Name name ? name.name() : segment.toMdx());
      text.append('\n');
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
