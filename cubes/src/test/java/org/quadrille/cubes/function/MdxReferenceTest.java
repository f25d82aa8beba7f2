package org.quadrille.cubes.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The reference of MDX lists exactly the functions that there are. Run with {@code
 * -Dquadrille.rewrite=true} to write the page anew.
 */
class MdxReferenceTest {
  @Test
  void pageListsTheFunctionsThatThereAre() throws IOException {
    Path page = page();
    String text = Files.readString(page, StandardCharsets.UTF_8);
    int begin = text.indexOf(ReferencePage.BEGIN);
    assertThat(begin).as("the mark in %s after which functions are listed", page).isPositive();
    String expected = text.substring(0, begin) + ReferencePage.text();
    if (Boolean.getBoolean("quadrille.rewrite")) {
      Files.writeString(page, expected, StandardCharsets.UTF_8);
      return;
    }
    assertThat(text)
        .as("docs/mdx.md; run this test with -Dquadrille.rewrite=true to write it anew")
        .isEqualTo(expected);
  }

  private static Path page() {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve("cubes/pom.xml"))) {
      root = root.getParent();
    }
    if (root == null) {
      throw new IllegalStateException("the test does not run inside the project");
    }
    return root.resolve("docs/mdx.md");
  }
}
