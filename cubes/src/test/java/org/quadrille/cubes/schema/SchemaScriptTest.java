package org.quadrille.cubes.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quadrille.cubes.extension.ExtensionClasses;

/**
 * Reads each {@code .xml} of the folder and compares what is printed of it with the {@code .txt}
 * beside it. Files whose names begin with {@code trusted} may bring code. {@code
 * -Dquadrille.rewrite=true} writes the text files anew.
 */
class SchemaScriptTest {
  private static final Path FOLDER = Path.of("src/test/resources/schema");

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThanOrEqualTo(9);
    return files.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> run(f)));
  }

  /** No element or attribute can be added to the grammar without a script that shows its effect. */
  @Test
  void everyElementAndAttributeOfTheGrammarStandsInSomeScript() throws IOException {
    Set<String> written = new TreeSet<>();
    for (Path file : files()) {
      collect(new XmlTree(file.toString(), Files.readString(file)).read(), written);
    }
    Grammar grammar = new Grammar();
    Set<String> known = new TreeSet<>();
    for (String element : grammar.elements()) {
      known.add(element);
      Grammar.ElementRule rule = grammar.rule(element);
      assertThat(rule).isNotNull();
      rule.attributes().keySet().forEach(a -> known.add(element + "/" + a));
    }
    known.removeAll(written);
    assertThat(known).isEmpty();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      return found.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static void run(Path file) throws IOException {
    boolean allowCode = file.getFileName().toString().startsWith("trusted");
    Schema schema =
        SchemaReader.read(
            file,
            ReaderSettings.of(
                allowCode ? ExtensionClasses.of(null) : null, List.of("Count", "Sum")));
    String actual = new SchemaText().print(schema);
    Path expected = Path.of(file.toString().replace(".xml", ".txt"));
    if (Boolean.getBoolean("quadrille.rewrite")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static void collect(XmlElement element, Set<String> written) {
    written.add(element.name());
    element.attributes().keySet().forEach(a -> written.add(element.name() + "/" + a));
    element.children().forEach(c -> collect(c, written));
  }
}
