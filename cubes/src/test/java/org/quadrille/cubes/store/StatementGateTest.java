package org.quadrille.cubes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatementGateTest {
  private static final long LONG = Duration.ofSeconds(20).toNanos();

  private final ExecutorService clients = Executors.newCachedThreadPool();
  private final BlockingQueue<String> served = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    clients.shutdownNow();
  }

  private Future<?> ask(StatementGate gate, String user, String name) {
    int before = gate.waiting() + gate.running();
    Future<?> asked =
        clients.submit(
            () -> {
              gate.enter(user, LONG, () -> false);
              served.add(name);
              return null;
            });
    while (gate.waiting() + gate.running() == before) {
      Thread.onSpinWait();
    }
    return asked;
  }

  private String next() throws InterruptedException {
    return served.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void usersTakeTurnsHoweverManyTheyHaveInLine() throws Exception {
    StatementGate gate = new StatementGate(1, 1);
    gate.enter("heavy", LONG, () -> false);
    for (String name : List.of("h1", "h2", "h3")) {
      ask(gate, "heavy", name);
    }
    ask(gate, "light", "l1");

    gate.leave("heavy");
    assertThat(next()).isEqualTo("h1");
    gate.leave("heavy");
    assertThat(next()).isEqualTo("l1");
    gate.leave("light");
    assertThat(next()).isEqualTo("h2");
    gate.leave("heavy");
    assertThat(next()).isEqualTo("h3");
    gate.leave("heavy");
    assertThat(gate.running()).isZero();
    assertThat(gate.waiting()).isZero();
    assertThat(gate.waitedNanos()).isPositive();
  }

  @Test
  void nobodyHasMoreThanAPartOfThePlaces() throws Exception {
    StatementGate gate = new StatementGate(3, 2);
    ask(gate, "heavy", "h1");
    ask(gate, "heavy", "h2");
    next();
    next();
    ask(gate, "heavy", "h3");
    ask(gate, "light", "l1");

    assertThat(next()).isEqualTo("l1");
    assertThat(gate.waiting()).isEqualTo(1);
    gate.leave("heavy");
    assertThat(next()).isEqualTo("h3");
  }

  @Test
  void waitingEndsByTimeAndByCancelling() throws Exception {
    StatementGate gate = new StatementGate(1, 1);
    gate.enter("a", LONG, () -> false);

    assertThatThrownBy(() -> gate.enter("b", Duration.ofMillis(20).toNanos(), () -> false))
        .isInstanceOf(TimeoutException.class);
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    clients.submit(
        () -> {
          try {
            gate.enter("c", LONG, cancelled::get);
          } catch (CancellationException e) {
            ended.countDown();
          }
          return null;
        });
    cancelled.set(true);

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(gate.waiting()).isZero();
    gate.leave("a");
    gate.enter("b", LONG, () -> false);
    assertThat(gate.running()).isEqualTo(1);
  }

  @Test
  void aPlaceIsNotLostWhenAThreadIsInterrupted() throws Exception {
    StatementGate gate = new StatementGate(1, 1);
    gate.enter("a", LONG, () -> false);
    Future<?> waiting = ask(gate, "b", "b1");
    waiting.cancel(true);
    while (gate.waiting() > 0) {
      Thread.onSpinWait();
    }

    gate.leave("a");
    gate.enter("c", LONG, () -> false);
    assertThat(gate.running()).isEqualTo(1);
  }
}
