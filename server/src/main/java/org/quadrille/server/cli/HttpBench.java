package org.quadrille.server.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.app.QuadrilleServer;
import org.quadrille.server.bench.BenchData;
import org.quadrille.server.bench.BenchEngine;
import org.quadrille.server.bench.BenchEngineFactory;
import org.quadrille.server.bench.BenchQuery;
import org.quadrille.server.bench.QuadrilleEngine;
import org.quadrille.server.bench.Throughput;
import org.quadrille.server.bench.Throughput.Figure;
import org.quadrille.server.config.AuthMode;
import org.quadrille.server.config.ListenSettings;
import org.quadrille.server.config.ServeSettings;

/**
 * Measures queries a second of many clients over HTTP, and beside them those of Mondrian inside
 * this process where it is installed, in turns; of each the median of its runs counts.
 */
final class HttpBench {
  private static final int CLIENTS = 32;

  /** Threads that ask Mondrian; more than the processors gain it nothing. */
  private static final int PEER_THREADS = 8;

  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final Duration RUN = Duration.ofSeconds(6);

  private final Console console;
  private final int runs;

  HttpBench(Console console, int runs) {
    this.console = console;
    this.runs = runs;
  }

  void run(CatalogsOpener opener, BenchData data, List<BenchQuery> queries) throws IOException {
    Catalogs catalogs = opener.open(List.of(data.settings()));
    ServeSettings settings =
        new ServeSettings(
            new ListenSettings("127.0.0.1", 0), List.of(data.settings()), AuthMode.NONE);
    List<BenchQuery> light = Throughput.light(queries, new QuadrilleEngine(catalogs.all().get(0)));
    console.progress(light.size() + " light queries");
    Throughput mix = new Throughput(light);
    List<BenchEngine> peers = new ArrayList<>();
    try (QuadrilleServer server = QuadrilleServer.start(settings, catalogs)) {
      for (BenchEngineFactory factory : ServiceLoader.load(BenchEngineFactory.class)) {
        for (int i = 0; i < PEER_THREADS; i++) {
          peers.add(factory.open(data.schema(), data.database()));
        }
      }
      measure(mix, URI.create(server.address()), catalogs.all().get(0).name(), peers);
    } finally {
      peers.forEach(BenchEngine::close);
    }
  }

  private void measure(Throughput mix, URI server, String catalog, List<BenchEngine> peers) {
    console.progress("warming up");
    mix.overHttp(server, catalog, CLIENTS, WARM_UP);
    if (!peers.isEmpty()) {
      mix.inProcess(peers, WARM_UP);
    }
    List<Figure> own = new ArrayList<>();
    List<Figure> peer = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      console.progress("measuring " + (run + 1) + "/" + runs);
      own.add(mix.overHttp(server, catalog, CLIENTS, RUN));
      if (!peers.isEmpty()) {
        peer.add(mix.inProcess(peers, RUN));
      }
    }
    console.say("");
    double ours = print("Quadrille over HTTP, " + CLIENTS + " clients", own);
    if (!peer.isEmpty()) {
      double theirs =
          print(peers.get(0).name() + " in this process, " + PEER_THREADS + " threads", peer);
      console.out().printf("%.2f times as many%n", ours / theirs);
    }
    console.out().flush();
  }

  private double print(String name, List<Figure> figures) {
    double perSecond = median(figures.stream().mapToDouble(Figure::perSecond).toArray());
    console
        .out()
        .printf(
            "%s: %,.0f queries/s, median %.1f ms, 99 of 100 within %.1f ms%n",
            name,
            perSecond,
            median(figures.stream().mapToDouble(Figure::medianMillis).toArray()),
            median(figures.stream().mapToDouble(Figure::p99Millis).toArray()));
    return perSecond;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
