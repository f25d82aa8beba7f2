package org.quadrille.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SmallCatalogs;

@Timeout(60)
class ThroughputTest {
  private static final BenchQuery QUERY = new BenchQuery("q", "select", List.of(), List.of(), null);
  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void clientsOverHttpReadWholeAnswers() {
    try (RunningServer server = new RunningServer(new SmallCatalogs())) {
      URI address = server.uri("/");

      Throughput.Figure figure = new Throughput(List.of(QUERY)).overHttp(address, "Shop", 4, SHORT);

      assertThat(figure.perSecond()).isPositive();
      assertThat(figure.medianMillis()).isPositive().isLessThanOrEqualTo(figure.p99Millis());
    }
  }

  @Test
  void anAnswerThatIsAnErrorEndsTheMeasurement() {
    try (RunningServer server = new RunningServer(new SmallCatalogs())) {
      URI address = server.uri("/");

      assertThatThrownBy(
              () -> new Throughput(List.of(QUERY)).overHttp(address, "Atlantis", 2, SHORT))
          .isInstanceOf(BenchException.class)
          .hasMessageContaining("404");
    }
  }

  @Test
  void eachRequestReadsTheBytesOfItsOwnAnswer() {
    try (RunningServer server = new RunningServer(new SmallCatalogs());
        RawHttp http = new RawHttp(server.uri("/"))) {
      byte[] body = "{\"catalog\":\"Shop\",\"mdx\":\"select\"}".getBytes(StandardCharsets.UTF_8);

      long first = http.post("/api/v1/mdx", body);

      assertThat(first).isGreaterThan(100);
      assertThat(http.post("/api/v1/mdx", body)).isEqualTo(first);
    }
  }
}
