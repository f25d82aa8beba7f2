package org.quadrille.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
  private static final Pattern USE =
      Pattern.compile("(?:text|t)(?:\\(\\))?\\s*\\.get\\(\\s*\"([a-z.-]+[a-z])\"");

  private final Messages english = Messages.of(Language.EN);
  private final Messages chinese = Messages.of(Language.ZH);

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    assertThat(chinese.texts().keySet()).isEqualTo(english.texts().keySet());
    for (Map.Entry<String, String> entry : english.texts().entrySet()) {
      assertThat(places(String.valueOf(chinese.texts().get(entry.getKey()))))
          .as(entry.getKey())
          .isEqualTo(places(entry.getValue()));
    }
  }

  private static TreeSet<String> places(String text) {
    return new TreeSet<>(PLACE.matcher(text).results().map(MatchResult::group).toList());
  }

  @Test
  void chineseTextsAreChinese() {
    List<String> foreign =
        chinese.texts().entrySet().stream()
            .filter(
                e ->
                    !PLACE
                        .matcher(e.getValue())
                        .replaceAll("")
                        .matches("[\\s\\p{Punct}\\p{IsPunctuation}]*"))
            .filter(e -> e.getValue().codePoints().noneMatch(Character::isIdeographic))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(foreign).isEmpty();
  }

  @Test
  void everyKeyThatSourcesAndTemplatesNameIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      List<String> used =
          files
              .filter(file -> file.toString().matches(".*\\.(java|ftlh)"))
              .flatMap(file -> USE.matcher(read(file)).results().map(match -> match.group(1)))
              .toList();
      assertThat(used).hasSizeGreaterThan(60);
      assertThat(english.texts().keySet()).containsAll(used);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void templatesHoldNoTextOfTheirOwn() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> templates = files.filter(f -> f.toString().endsWith(".ftlh")).toList();
      assertThat(templates).isNotEmpty();
      for (Path template : templates) {
        String bare =
            read(template)
                .replaceAll("(?s)<#--.*?-->", "")
                .replaceAll("</?[#@][^>]*(\"[^\"]*\"[^>]*)*>", "")
                .replaceAll("\\$\\{[^}]*}", "")
                .replaceAll("<[^>]*>", "");
        assertThat(bare.replaceAll("[^\\p{L}]", "").replace("i", ""))
            .as(template.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void fillsInArguments() {
    assertThat(english.get("pareto.sentence", "312", "2,040", "customers", "15.3%", "80%", "sales"))
        .isEqualTo("312 of 2,040 customers (15.3%) bring 80% of sales.");
    assertThat(chinese.get("pareto.sentence", "312", "2,040", "个客户", "15.3%", "80%", "销售额"))
        .isEqualTo("2,040 个客户中，312 个客户（15.3%）贡献了销售额的 80%。");
    assertThatThrownBy(() -> english.get("no.such.key")).hasMessageContaining("no.such.key");
  }

  @Test
  void choosesTheLanguageThatTheBrowserPrefers() {
    assertThat(Language.preferred("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo(Language.ZH);
    assertThat(Language.preferred("de-DE,de;q=0.9,en;q=0.8,zh;q=0.1")).isEqualTo(Language.EN);
    assertThat(Language.preferred("fr, zh;q=0.5")).isEqualTo(Language.ZH);
    assertThat(Language.preferred("")).isEqualTo(Language.EN);
    assertThat(Language.preferred("!!;q=x")).isEqualTo(Language.EN);
  }
}
