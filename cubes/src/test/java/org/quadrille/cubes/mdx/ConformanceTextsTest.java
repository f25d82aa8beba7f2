package org.quadrille.cubes.mdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Parses every text of the conformance cases that is expected to run, and checks that its normal
 * spelling reads back as the same tree. The cases lie outside the repository.
 */
class ConformanceTextsTest {
  private static final List<String> FILES = List.of("public.jsonl", "public-schemas.jsonl");

  @Test
  void everyTextParses() throws IOException {
    Path folder = folder();
    assumeTrue(Files.isDirectory(folder), () -> "no conformance cases at " + folder);
    List<String> failures = new ArrayList<>();
    int parsed = 0;
    for (String file : FILES) {
      for (String line : Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8)) {
        JsonNode node = new ObjectMapper().readTree(line);
        if (node.path("kind").asText().endsWith("_throws")) {
          continue;
        }
        parsed++;
        String failure = failure(statement(node));
        if (failure != null) {
          failures.add(node.path("id").asText() + ": " + failure);
        }
      }
    }
    assertThat(parsed).isGreaterThan(1000);
    assertThat(failures).isEmpty();
  }

  private static String statement(JsonNode node) {
    String mdx = node.path("mdx").asText();
    String name = node.path("cube").asText("Sales");
    String cube = name.startsWith("[") ? name : "[" + name + "]";
    return switch (node.path("kind").asText()) {
      case "query" -> mdx;
      case "axis" -> "select {" + mdx + "} on columns from " + cube;
      default ->
          "with member [Measures].[Foo] as '"
              + mdx.replace("'", "''")
              + "' select {[Measures].[Foo]} on columns from "
              + cube;
    };
  }

  private static @Nullable String failure(String mdx) {
    try {
      String normal = MdxParser.parse(mdx).toMdx();
      String again = MdxParser.parse(normal).toMdx();
      return again.equals(normal) ? null : normal + " becomes " + again;
    } catch (MdxException e) {
      return e.describe() + " in " + mdx;
    }
  }

  /** The folder beside the repository, or the one that a system property names. */
  private static Path folder() {
    String given = System.getProperty("quadrille.conformance");
    if (given != null) {
      return Path.of(given);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve("cubes/pom.xml"))) {
      root = root.getParent();
    }
    return root == null ? Path.of("shared") : root.resolve("../shared/conformance").normalize();
  }
}
