package org.quadrille.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of the sources of all modules; each rule names the files that break it. */
class HouseRulesTest {
  private static final int MAX_LINES = 600;
  private static final List<String> MODULES = List.of("cubes", "etl", "web", "server");
  // Written in two parts, so that this file does not break its own rule.
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
  private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*sle" + "ep\\(");

  @Test
  void noFileIsLongerThan600Lines() {
    assertThat(javaFiles(file -> lines(file).size() > MAX_LINES)).isEmpty();
  }

  @Test
  void nothingIsLeftToDoInTheSources() {
    assertThat(javaFiles(file -> LEFT_OVER.matcher(text(file)).find())).isEmpty();
  }

  @Test
  void noTestWaitsByTheClock() {
    assertThat(javaFiles(file -> SLEEP.matcher(text(file)).find() && inTests(file))).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> without =
        javaFiles(file -> !inTests(file)).stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void everyModuleHasAReadme() {
    assertThat(MODULES).allMatch(module -> Files.exists(root().resolve(module + "/README.md")));
  }

  @Test
  void everyPinnedVersionHasItsReason() throws IOException {
    String reasons = text(root().resolve("docs/dependencies.md"));
    List<String> without = new ArrayList<>();
    var matcher =
        Pattern.compile("<([a-z0-9.-]+\\.version)>").matcher(text(root().resolve("pom.xml")));
    while (matcher.find()) {
      if (!reasons.contains("`" + matcher.group(1) + "`")) {
        without.add(matcher.group(1));
      }
    }
    assertThat(without).isEmpty();
  }

  private static boolean inTests(Path file) {
    return file.toString().contains("/src/test/");
  }

  private static List<Path> javaFiles(Predicate<Path> predicate) {
    List<Path> found = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(predicate)
            .forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }
}
