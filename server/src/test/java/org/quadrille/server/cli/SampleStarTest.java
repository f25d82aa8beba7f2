package org.quadrille.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code demo} makes the data again and when it uses those of the start before. */
class SampleStarTest {
  private static final String USED = "Using the sample company";
  private static final String MADE = "Making the sample company";

  @TempDir private Path folder;

  @Test
  void dataAreMadeAgainWhenSchemaOrScaleAreOthers() throws IOException {
    assertThat(prepare(0.002)).contains(MADE).doesNotContain(USED);
    assertThat(prepare(0.002)).contains(USED).doesNotContain(MADE);

    Path schema = folder.resolve("sample.xml");
    String own = Files.readString(schema, StandardCharsets.UTF_8);
    Files.writeString(schema, "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    assertThat(prepare(0.002)).contains(MADE);
    assertThat(schema).content(StandardCharsets.UTF_8).isEqualTo(own);
    assertThat(prepare(0.001)).contains(MADE);
  }

  private String prepare(double scale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Console console = new Console(new ByteArrayInputStream(new byte[0]), print, print, false);
    new SampleStar(console, folder, scale).prepare();
    return out.toString(StandardCharsets.UTF_8);
  }
}
