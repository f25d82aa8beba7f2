package org.quadrille.server.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * Queries a second of many clients that ask again as soon as they have an answer. The queries are
 * those of a benchmark with small answers, in other words each time, so that no text repeats soon.
 */
public final class Throughput {
  /** Cells that the answer to a light query has at most. */
  public static final int LIGHT = 500;

  /** Ways to write each query. */
  private static final int VARIANTS = 16;

  private final List<String> texts;

  /** A mix of these queries. */
  public Throughput(List<BenchQuery> queries) {
    List<String> all = new ArrayList<>();
    for (int variant = 0; variant < VARIANTS; variant++) {
      for (BenchQuery query : queries) {
        all.add(query.mdx(variant));
      }
    }
    texts = List.copyOf(all);
  }

  /** Those of some queries whose answers are small. */
  public static List<BenchQuery> light(List<BenchQuery> queries, BenchEngine engine) {
    return queries.stream().filter(q -> engine.run(q.mdx()).cells() <= LIGHT).toList();
  }

  /**
   * What was measured.
   *
   * @param perSecond queries a second
   * @param medianMillis time of the median query
   * @param p99Millis time that 99 of 100 queries do not exceed
   */
  public record Figure(double perSecond, double medianMillis, double p99Millis) {}

  /** Clients of a server, each with a connection of its own, that read the whole answers. */
  public Figure overHttp(URI server, String catalog, int clients, Duration time) {
    List<byte[]> bodies = texts.stream().map(mdx -> body(catalog, mdx)).toList();
    return measure(
        clients,
        time,
        client -> {
          RawHttp http = new RawHttp(server);
          return new Client(next -> http.post("/api/v1/mdx", bodies.get(next)), http::close);
        });
  }

  /** Threads that ask engines directly, each one its own. */
  public Figure inProcess(List<? extends BenchEngine> engines, Duration time) {
    return measure(
        engines.size(),
        time,
        client -> new Client(next -> engines.get(client).run(texts.get(next)), () -> {}));
  }

  private static byte[] body(String catalog, String mdx) {
    String json =
        "{\"catalog\":\""
            + catalog
            + "\",\"mdx\":\""
            + mdx.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
            + "\"}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Asks the query of an index. */
  private interface Ask {
    void ask(int index);
  }

  private record Client(Ask ask, Runnable close) {}

  private Figure measure(int clients, Duration time, IntFunction<Client> open) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    AtomicBoolean over = new AtomicBoolean();
    LongAdder count = new LongAdder();
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<long[]>> series = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        Client client = open.apply(i);
        int first = i * 7;
        series.add(threads.submit(asking(client, first, start, over, count)));
      }
      long begin = System.nanoTime();
      start.countDown();
      threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
      over.set(true);
      long counted = count.sum();
      double seconds = (System.nanoTime() - begin) / 1e9;
      return figure(counted / seconds, series);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    } finally {
      over.set(true);
      threads.shutdown();
    }
  }

  private Callable<long[]> asking(
      Client client, int first, CountDownLatch start, AtomicBoolean over, LongAdder count) {
    return () -> {
      long[] nanos = new long[1024];
      int asked = 0;
      IntSupplier next = new Turn(first, texts.size());
      try {
        start.await();
        while (!over.get()) {
          long begin = System.nanoTime();
          client.ask().ask(next.getAsInt());
          if (asked == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * asked);
          }
          nanos[asked++] = System.nanoTime() - begin;
          count.increment();
        }
      } finally {
        client.close().run();
      }
      return Arrays.copyOf(nanos, asked);
    };
  }

  private static Figure figure(double perSecond, List<Future<long[]>> series)
      throws InterruptedException {
    List<long[]> all = new ArrayList<>();
    for (Future<long[]> each : series) {
      try {
        all.add(each.get());
      } catch (ExecutionException e) {
        throw new BenchException("a client failed: " + e.getCause().getMessage(), e);
      }
    }
    long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    if (sorted.length == 0) {
      throw new BenchException("no query was answered in the time");
    }
    return new Figure(
        perSecond, sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6);
  }

  /** Goes through the queries in turn, from one of them on. */
  private static final class Turn implements IntSupplier {
    private final int size;
    private int at;

    Turn(int first, int size) {
      this.at = first % size;
      this.size = size;
    }

    @Override
    public int getAsInt() {
      int now = at;
      at = (at + 1) % size;
      return now;
    }
  }
}
