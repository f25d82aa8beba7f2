package org.quadrille.etl.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the scripts beside it; with {@code -Dquadrille.rewrite=true} writes what comes out into
 * them.
 */
class JobScriptTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/org/quadrille/etl/script");

  @TempDir Path folder;

  static List<String> scripts() throws Exception {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void loadsAsTheScriptSays(String name) throws Exception {
    Path file = SCRIPTS.resolve(name);
    String script = Files.readString(file, StandardCharsets.UTF_8);
    String actual = new JobScript(folder).run(script);
    if (Boolean.getBoolean("quadrille.rewrite")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(script);
  }
}
