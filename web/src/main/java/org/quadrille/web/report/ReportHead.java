package org.quadrille.web.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.text.Language;

/**
 * What a report shows.
 *
 * @param title by language
 * @param description by language; what the report is for, in one sentence; may be empty
 * @param languages that the report speaks
 * @param paper of its pages
 * @param parameters that can be given, with their defaults; an empty default is that of the pages
 */
public record ReportHead(
    Map<Language, String> title,
    Map<Language, String> description,
    List<Language> languages,
    Paper paper,
    Map<String, String> parameters,
    List<Section> sections) {
  /** Size and direction of the pages. */
  public enum Paper {
    A4("A4", 178),
    A4_LANDSCAPE("A4 landscape", 265),
    LETTER("letter", 184),
    LETTER_LANDSCAPE("letter landscape", 247);

    private final String css;
    private final int width;

    Paper(String css, int width) {
      this.css = css;
      this.width = width;
    }

    /** The size as CSS has it. */
    public String css() {
      return css;
    }

    /** Width between the margins, in millimetres. */
    public int width() {
      return width;
    }
  }

  /** A part with a heading of its own. */
  public sealed interface Section permits PageSection, QuerySection {
    /** Its name for the template. */
    String name();
  }

  /**
   * Panels of a page.
   *
   * @param panels their ids; empty for all
   * @param with parameters of the page, in place of those of the report
   */
  public record PageSection(
      String name,
      String page,
      List<String> panels,
      Map<String, String> with,
      Map<Language, String> title)
      implements Section {
    public PageSection {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(page, "page");
      panels = List.copyOf(panels);
      with = Map.copyOf(with);
      title = Map.copyOf(title);
    }
  }

  /**
   * A query with at most two axes, as a table.
   *
   * @param catalog null for the first
   */
  public record QuerySection(
      String name, @Nullable String catalog, String mdx, Map<Language, String> title)
      implements Section {
    public QuerySection {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(mdx, "mdx");
      title = Map.copyOf(title);
    }
  }

  public ReportHead {
    title = Map.copyOf(title);
    description = Map.copyOf(description);
    languages = List.copyOf(languages);
    Objects.requireNonNull(paper, "paper");
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    sections = List.copyOf(sections);
  }

  /** The title in a language, else in another one. */
  public String title(Language language) {
    return in(title, language);
  }

  /** The description in a language, else in another one; may be empty. */
  public String description(Language language) {
    return in(description, language);
  }

  static String in(Map<Language, String> texts, Language language) {
    String text = texts.get(language);
    return text != null ? text : texts.values().stream().findFirst().orElse("");
  }
}
