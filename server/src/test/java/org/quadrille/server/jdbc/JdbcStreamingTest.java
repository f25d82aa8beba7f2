package org.quadrille.server.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A million rows by the remote driver, with a heap far smaller than they are. */
class JdbcStreamingTest {
  @Test
  void aMillionRowsPassThroughAHeapOf512Megabytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                JdbcStreaming.class.getName(),
                "1000000")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("Avatica, json").contains("Avatica, protobuf");
  }
}
