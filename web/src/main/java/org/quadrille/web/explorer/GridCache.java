package org.quadrille.web.explorer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;

/**
 * Answers that were shown last, so that scrolling through one does not compute it again. Bounded by
 * the number of cells and heads; the one that was not used for longest goes first. An answer that
 * is larger than the bound is not kept. Safe for use by many threads.
 */
final class GridCache {
  private final long budget;
  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long used;

  private record Key(
      String catalog, String version, String mdx, @Nullable String role, Locale locale) {}

  private record Entry(CellSet answer, long weight) {}

  /**
   * An empty cache.
   *
   * @param budget at most so many cells and heads together
   */
  GridCache(long budget) {
    this.budget = budget;
  }

  /** The answer to a query, of the present version of the data. */
  CellSet answer(Catalog catalog, String mdx, QueryContext context) {
    Key key = new Key(catalog.name(), catalog.dataVersion(), mdx, context.role(), context.locale());
    synchronized (this) {
      Entry entry = entries.get(key);
      if (entry != null) {
        return entry.answer();
      }
    }
    CellSet answer = catalog.execute(mdx, context);
    keep(key, answer);
    return answer;
  }

  private synchronized void keep(Key key, CellSet answer) {
    long weight = answer.cells().size() + 64;
    for (ResultAxis axis : answer.axes()) {
      weight += (long) axis.positions().size() * Math.max(1, axis.hierarchies().size());
    }
    if (weight > budget) {
      return;
    }
    Entry before = entries.put(key, new Entry(answer, weight));
    used += weight - (before == null ? 0 : before.weight());
    var oldest = entries.entrySet().iterator();
    while (used > budget && oldest.hasNext()) {
      used -= oldest.next().getValue().weight();
      oldest.remove();
    }
  }

  /** How many cells and heads are kept. */
  synchronized long used() {
    return used;
  }
}
