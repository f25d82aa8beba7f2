package org.quadrille.cubes.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments of one version of the data, shared by all queries. Bounded in bytes; the oldest segments
 * go first.
 */
public final class SegmentCache {
  private final long capacity;
  private final Map<CellAddress.Kind, List<Segment>> byKind = new HashMap<>();
  private final Deque<Segment> byAge = new ArrayDeque<>();
  private long bytes;

  /**
   * An empty cache.
   *
   * @param capacity how many bytes its segments may take
   */
  public SegmentCache(long capacity) {
    this.capacity = capacity;
  }

  /** Segments of a kind, newest first. The list does not change. */
  synchronized List<Segment> find(CellAddress.Kind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** All segments, the oldest first. */
  synchronized List<Segment> segments() {
    return List.copyOf(byAge);
  }

  /** Adds a segment. */
  synchronized void add(Segment segment) {
    if (segment.bytes() > capacity) {
      return;
    }
    List<Segment> segments = new ArrayList<>();
    segments.add(segment);
    segments.addAll(byKind.getOrDefault(segment.kind(), List.of()));
    byKind.put(segment.kind(), List.copyOf(segments));
    byAge.addLast(segment);
    bytes += segment.bytes();
    while (bytes > capacity) {
      remove(byAge.removeFirst());
    }
  }

  private void remove(Segment oldest) {
    bytes -= oldest.bytes();
    List<Segment> rest = new ArrayList<>(byKind.getOrDefault(oldest.kind(), List.of()));
    rest.remove(oldest);
    if (rest.isEmpty()) {
      byKind.remove(oldest.kind());
    } else {
      byKind.put(oldest.kind(), List.copyOf(rest));
    }
  }

  /** Forgets everything. */
  public synchronized void clear() {
    byKind.clear();
    byAge.clear();
    bytes = 0;
  }

  /** How many bytes its segments take. */
  public synchronized long bytes() {
    return bytes;
  }
}
