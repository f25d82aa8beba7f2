package org.quadrille.server.query;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.quadrille.cubes.store.StoreLoad;

/** Counts of the server since its start, and their text in Prometheus' exposition format 0.0.4. */
public final class Metrics {
  private final Map<Surface, Counters> counters = new EnumMap<>(Surface.class);
  private final LongAdder statements = new LongAdder();

  /** Counters at zero. */
  public Metrics() {
    for (Surface surface : Surface.values()) {
      counters.put(surface, new Counters(new LongAdder(), new LongAdder(), new LongAdder()));
    }
  }

  /** Counts a query that ended. */
  void query(Surface surface, boolean failed, long nanos) {
    Counters counter = counters.get(surface);
    (failed ? counter.failed() : counter.succeeded()).increment();
    counter.nanos().add(nanos);
  }

  /** Counts SQL statements that queries ran. */
  void statements(int count) {
    statements.add(count);
  }

  /**
   * The exposition text.
   *
   * @param running the queries that run now
   * @param load what the databases have to do
   */
  public String text(RunningQueries running, StoreLoad load) {
    StringBuilder out = new StringBuilder();
    head(out, "quadrille_queries_running", "gauge", "MDX queries that run now.");
    line(out, "quadrille_queries_running", running.size());
    head(out, "quadrille_queries_cancelled_total", "counter", "MDX queries ended from outside.");
    line(out, "quadrille_queries_cancelled_total", running.cancelledCount());
    head(out, "quadrille_sql_running", "gauge", "SQL statements that run now.");
    line(out, "quadrille_sql_running", load.running());
    head(out, "quadrille_sql_waiting", "gauge", "SQL statements that wait for their turn.");
    line(out, "quadrille_sql_waiting", load.waiting());
    head(out, "quadrille_sql_wait_seconds_total", "counter", "Time that statements waited.");
    line(out, "quadrille_sql_wait_seconds_total", load.waitedNanos() / 1e9);
    head(
        out,
        "quadrille_sql_shared_total",
        "counter",
        "Questions answered by a statement that another query ran at that time.");
    line(out, "quadrille_sql_shared_total", load.shared());
    head(out, "quadrille_queries_total", "counter", "Queries that ended, by surface.");
    counters.forEach(
        (surface, counter) -> {
          String name = "quadrille_queries_total{surface=\"" + label(surface) + "\",outcome=\"";
          line(out, name + "ok\"}", counter.succeeded().sum());
          line(out, name + "error\"}", counter.failed().sum());
        });
    head(out, "quadrille_query_seconds", "summary", "Time that queries took, by surface.");
    counters.forEach(
        (surface, counter) -> {
          String label = "{surface=\"" + label(surface) + "\"}";
          line(out, "quadrille_query_seconds_sum" + label, counter.nanos().sum() / 1e9);
          line(
              out,
              "quadrille_query_seconds_count" + label,
              counter.succeeded().sum() + counter.failed().sum());
        });
    head(out, "quadrille_sql_statements_total", "counter", "SQL statements that queries ran.");
    line(out, "quadrille_sql_statements_total", statements.sum());
    head(out, "process_uptime_seconds", "gauge", "Time since the start.");
    line(out, "process_uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
    head(out, "jvm_memory_heap_used_bytes", "gauge", "Heap in use.");
    line(
        out,
        "jvm_memory_heap_used_bytes",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return out.toString();
  }

  private static String label(Surface surface) {
    return surface.name().toLowerCase(Locale.ROOT);
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, double value) {
    String text =
        value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : Double.toString(value);
    out.append(name).append(' ').append(text).append('\n');
  }

  private record Counters(LongAdder succeeded, LongAdder failed, LongAdder nanos) {}
}
