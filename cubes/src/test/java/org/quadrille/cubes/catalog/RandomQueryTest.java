package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Random queries, each answered cell by cell with plain statements, and together from segments:
 * half of them cold and then warm, the others with what other queries left in the cache and with a
 * cache that is too small. Another number of queries and other seeds are tried by {@code
 * -Dquadrille.random.queries} and {@code -Dquadrille.random.seed}.
 */
class RandomQueryTest {
  private static final int QUERIES = Integer.getInteger("quadrille.random.queries", 1_000);
  private static final long SEED = Long.getLong("quadrille.random.seed", 1);
  private static final int WORKERS = 2;

  /** What the queries of one worker gave. */
  private record Tally(int filled, int failed, List<String> differences) {}

  @Test
  void everyWayGivesTheSameAnswer() throws InterruptedException, ExecutionException {
    compareAll(QUERIES, RandomCube::all);
  }

  @Test
  void everyWayGivesTheSameAnswerUnderRoles() throws InterruptedException, ExecutionException {
    compareAll(QUERIES / 4, RandomCube::underRoles);
  }

  private static void compareAll(int queries, Function<FoodMartCatalog, List<RandomCube>> cubesOf)
      throws InterruptedException, ExecutionException {
    int filled = 0;
    int failed = 0;
    List<String> differences = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Tally>> tallies = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int first = worker;
        tallies.add(workers.submit(() -> compare(first, queries, cubesOf)));
      }
      for (Future<Tally> tally : tallies) {
        filled += tally.get().filled();
        failed += tally.get().failed();
        differences.addAll(tally.get().differences());
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(differences).as("%d differences", differences.size()).isEmpty();
    assertThat(filled).as("answers with values, of %d", queries).isGreaterThan(queries * 2 / 3);
    assertThat(failed).as("queries that fail, of %d", queries).isLessThanOrEqualTo(queries / 50);
  }

  /** Every other query, with catalogs of its own. */
  private static Tally compare(
      int first, int queries, Function<FoodMartCatalog, List<RandomCube>> cubesOf) {
    try (FoodMartCatalog fresh = FoodMartCatalog.whole();
        FoodMartCatalog shared = FoodMartCatalog.whole();
        FoodMartCatalog small = FoodMartCatalog.whole(48_000)) {
      List<RandomCube> cubes = cubesOf.apply(fresh);
      int filled = 0;
      int failed = 0;
      List<String> differences = new ArrayList<>();
      for (long seed = SEED + first; seed < SEED + queries; seed += WORKERS) {
        RandomQuery.Asked asked = RandomQuery.of(seed, cubes);
        RandomAnswer wanted = RandomAnswer.of(() -> fresh.plain(asked.mdx(), asked.role()));
        boolean alone = seed / WORKERS % 2 == 0;
        if (alone) {
          fresh.forgetCells();
        }
        List<String> ways = alone ? List.of("cold", "warm") : List.of("shared", "small");
        List<FoodMartCatalog> catalogs = alone ? List.of(fresh, fresh) : List.of(shared, small);
        for (int way = 0; way < ways.size(); way++) {
          FoodMartCatalog catalog = catalogs.get(way);
          RandomAnswer found = RandomAnswer.of(() -> catalog.batched(asked.mdx(), asked.role()));
          String difference = wanted.difference(found);
          if (difference != null) {
            differences.add(
                String.join(
                    "\n",
                    "seed " + seed + ", " + ways.get(way),
                    difference,
                    asked.role() + "",
                    asked.mdx(),
                    found.sql()));
          }
        }
        filled += wanted.isFilled() ? 1 : 0;
        failed += wanted.cells() == null ? 1 : 0;
      }
      return new Tally(filled, failed, differences);
    }
  }
}
