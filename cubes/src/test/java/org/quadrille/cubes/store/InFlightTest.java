package org.quadrille.cubes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InFlightTest {
  private static final long LONG = Duration.ofSeconds(20).toNanos();

  private final InFlight inFlight = new InFlight();
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    clients.shutdownNow();
  }

  @Test
  void whoAsksTheSameWaitsForTheAnswer() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    List<Future<String>> answers = new ArrayList<>();
    answers.add(
        clients.submit(
            () ->
                inFlight.answer(
                    "q",
                    LONG,
                    () -> false,
                    () -> {
                      begun.countDown();
                      await(answer);
                      return "answer " + asked.incrementAndGet();
                    })));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CountDownLatch waiting = new CountDownLatch(5);
    for (int i = 0; i < 5; i++) {
      answers.add(
          clients.submit(
              () ->
                  inFlight.answer(
                      "q",
                      LONG,
                      () -> {
                        waiting.countDown();
                        return false;
                      },
                      () -> "answer " + asked.incrementAndGet())));
    }
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    answer.countDown();

    for (Future<String> each : answers) {
      assertThat(each.get()).isEqualTo("answer 1");
    }
    assertThat(inFlight.shared()).isEqualTo(5);
    assertThat(ask("q")).isEqualTo("answer 2");
  }

  @Test
  void whereTheFirstFailsTheOthersAskThemselves() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> first =
        clients.submit(
            () ->
                inFlight.answer(
                    "q",
                    LONG,
                    () -> false,
                    () -> {
                      begun.countDown();
                      await(waiting);
                      throw new IllegalStateException("cancelled");
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    String second =
        inFlight.answer(
            "q",
            LONG,
            () -> {
              waiting.countDown();
              return false;
            },
            () -> "own");

    assertThat(second).isEqualTo("own");
    assertThatThrownBy(first::get).hasMessageContaining("cancelled");
  }

  private String ask(String key) {
    return inFlight.answer(key, LONG, () -> false, () -> "answer " + asked.incrementAndGet());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
