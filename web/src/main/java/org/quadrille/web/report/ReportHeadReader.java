package org.quadrille.web.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.report.ReportHead.PageSection;
import org.quadrille.web.report.ReportHead.Paper;
import org.quadrille.web.report.ReportHead.QuerySection;
import org.quadrille.web.report.ReportHead.Section;
import org.quadrille.web.text.Language;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the head of a report; unknown keys are refused with their place. */
final class ReportHeadReader {
  private static final List<String> TOP =
      List.of("title", "description", "languages", "paper", "parameters", "sections");
  private static final List<String> PAGE = List.of("name", "page", "panels", "with", "title");
  private static final List<String> QUERY = List.of("name", "query", "catalog", "title");

  private final String origin;
  private final int before;

  /**
   * Reads a head of a file.
   *
   * @param before how many lines of the file stand before it
   */
  ReportHeadReader(String origin, int before) {
    this.origin = origin;
    this.before = before;
  }

  ReportHead read(String yaml) {
    Node root;
    try {
      root =
          new Compose(LoadSettings.builder().setLabel(origin).build())
              .composeString(yaml)
              .orElseThrow(() -> new ReportException(origin + ":1:1: the head is empty"));
    } catch (MarkedYamlEngineException e) {
      throw new ReportException(
          place(e.getProblemMark()) + "the head is not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new ReportException(origin + ": the head is not YAML: " + e.getMessage(), e);
    }
    Map<String, Node> top = mapping(root, "the head", TOP);
    Node title = top.get("title");
    if (title == null) {
      throw refuse(root, "the report has no title");
    }
    List<Section> sections = new ArrayList<>();
    for (Node each : items(top.get("sections"), "sections")) {
      sections.add(section(each, sections.size()));
    }
    return new ReportHead(
        texts(title),
        texts(top.get("description")),
        languages(top.get("languages")),
        paper(top.get("paper")),
        pairs(top.get("parameters"), "parameters"),
        sections);
  }

  private Section section(Node node, int number) {
    boolean query =
        node instanceof MappingNode map
            && map.getValue().stream()
                .anyMatch(t -> scalar(t.getKeyNode(), "a key").equals("query"));
    Map<String, Node> values = mapping(node, "a section", query ? QUERY : PAGE);
    String name = text(values.get("name"), "name", "section" + (number + 1));
    if (query) {
      Node catalog = values.get("catalog");
      return new QuerySection(
          name,
          catalog == null ? null : scalar(catalog, "catalog"),
          scalar(values.get("query"), "query"),
          texts(values.get("title")));
    }
    Node page = values.get("page");
    if (page == null) {
      throw refuse(node, "a section has either page or query");
    }
    List<String> panels = new ArrayList<>();
    for (Node each : items(values.get("panels"), "panels")) {
      panels.add(scalar(each, "a panel"));
    }
    return new PageSection(
        name,
        scalar(page, "page"),
        panels,
        pairs(values.get("with"), "with"),
        texts(values.get("title")));
  }

  private List<Language> languages(@Nullable Node node) {
    List<Language> languages = new ArrayList<>();
    for (Node each : items(node, "languages")) {
      languages.add(language(each));
    }
    return languages.isEmpty() ? List.of(Language.values()) : languages;
  }

  private Language language(Node node) {
    String code = scalar(node, "a language");
    Optional<Language> language = Language.of(code);
    return language.orElseThrow(
        () -> refuse(node, "language " + code + " is not known; known are: en, zh"));
  }

  private Paper paper(@Nullable Node node) {
    String text = text(node, "paper", "A4");
    for (Paper paper : Paper.values()) {
      if (paper.name().equals(text.toUpperCase(Locale.ROOT).replace(' ', '_'))) {
        return paper;
      }
    }
    throw refuse(
        node, "paper " + text + " is not known; use A4, A4 landscape, letter or letter landscape");
  }

  /** One text for all languages, or one for each. */
  private Map<Language, String> texts(@Nullable Node node) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    if (node instanceof ScalarNode scalar) {
      for (Language language : Language.values()) {
        texts.put(language, scalar.getValue());
      }
    } else if (node != null) {
      for (NodeTuple tuple : tuples(node, "a text by language")) {
        texts.put(language(tuple.getKeyNode()), scalar(tuple.getValueNode(), "a text"));
      }
    }
    return texts;
  }

  private Map<String, String> pairs(@Nullable Node node, String what) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (node != null) {
      for (NodeTuple tuple : tuples(node, what)) {
        String key = scalar(tuple.getKeyNode(), "a name");
        pairs.put(key, scalar(tuple.getValueNode(), key));
      }
    }
    return pairs;
  }

  private Map<String, Node> mapping(Node node, String what, List<String> allowed) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples(node, what)) {
      String key = scalar(tuple.getKeyNode(), "a key");
      if (!allowed.contains(key)) {
        throw refuse(
            tuple.getKeyNode(),
            "unknown setting "
                + key
                + " in "
                + what
                + "; known are: "
                + String.join(", ", allowed));
      }
      values.put(key, tuple.getValueNode());
    }
    return values;
  }

  private List<NodeTuple> tuples(Node node, String what) {
    if (node instanceof MappingNode map) {
      return map.getValue();
    }
    throw refuse(node, what + " must be a mapping");
  }

  private List<Node> items(@Nullable Node node, String what) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    throw refuse(node, what + " must be a list");
  }

  private String text(@Nullable Node node, String what, String otherwise) {
    return node == null ? otherwise : scalar(node, what);
  }

  private String scalar(@Nullable Node node, String what) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refuse(node, what + " must be a text");
  }

  private ReportException refuse(@Nullable Node node, String message) {
    return new ReportException(
        place(node == null ? Optional.empty() : node.getStartMark()) + message);
  }

  private String place(Optional<Mark> mark) {
    return mark.map(
            m -> origin + ":" + (m.getLine() + 1 + before) + ":" + (m.getColumn() + 1) + ": ")
        .orElse(origin + ": ");
  }
}
