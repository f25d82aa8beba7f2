package org.quadrille.cubes.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A format string of Visual Basic, parsed once. Immutable, and safe for several threads.
 *
 * <p>A pattern is a name ({@code Standard}, {@code Percent}, {@code Long Date}, …) or up to four
 * sections divided by semicolons: for numbers above zero, below zero, zero, and for nothing. A
 * missing or empty section falls back on the first; nothing at all is then shown as nothing. A
 * number that rounds to zero is shown as a zero, without a minus sign. Every text is a pattern:
 * what has no meaning stands for itself.
 *
 * <p>Whether a pattern is one for numbers, dates or strings follows from its special characters:
 * digit places ({@code 0 #}) make it numeric, unless an {@code @} stands before them; else the
 * first of the date letters and {@code @ & < >} decides. Each value is shown in a way that suits
 * it:
 *
 * <ul>
 *   <li>a number under a date pattern is a count of days since December 30, 1899;
 *   <li>a date under a numeric pattern is shown as {@code General Date};
 *   <li>a string under a pattern for numbers or dates is shown as it is;
 *   <li>a logical value is {@code true} or {@code false}, except under {@code Yes/No}, {@code
 *       True/False} and {@code On/Off}.
 * </ul>
 *
 * <p>Three named formats differ from Visual Basic, because cubes written for Mondrian expect it:
 * {@code Standard} is {@code #,##0}, {@code Fixed} is {@code 0}, and {@code Currency} encloses
 * negative amounts in parentheses.
 */
public final class FormatString {

  private static final int NULL_SECTION = 3;
  private static final double SECONDS_PER_DAY = 86_400;
  // The last day of the year 9999; numbers beyond it are no dates.
  private static final double GREATEST_SERIAL = 2_958_465;

  private enum Kind {
    GENERAL,
    LITERAL,
    NUMBER,
    DATE,
    TEXT
  }

  private final String pattern;
  private final LocaleSymbols symbols;
  private final Kind kind;
  private final boolean logical;
  private final List<Optional<NumberSection>> numbers;
  private final List<TextSection> texts;
  private final DateSection date;

  private FormatString(String pattern, Locale locale) {
    this.pattern = pattern;
    this.symbols = LocaleSymbols.of(locale);
    Optional<NamedFormat> named = NamedFormat.find(pattern);
    String body = named.isPresent() ? named.get().pattern(symbols) : pattern;
    List<List<Glyph>> sections = Glyph.sections(body);
    this.kind = body.isEmpty() ? Kind.GENERAL : kindOf(sections);
    this.logical = named.isPresent() && named.get().isLogical();
    List<Optional<NumberSection>> numberSections = new ArrayList<>();
    List<TextSection> textSections = new ArrayList<>();
    for (List<Glyph> section : sections) {
      numberSections.add(
          section.isEmpty()
              ? Optional.empty()
              : Optional.of(NumberSection.compile(section, symbols)));
      textSections.add(TextSection.compile(section, symbols));
    }
    this.numbers = List.copyOf(numberSections);
    this.texts = List.copyOf(textSections);
    this.date = dateSection(named, kind == Kind.DATE ? sections.get(0) : general());
  }

  /**
   * Parses a pattern.
   *
   * @param pattern the pattern; empty means "as it is"
   * @param locale decides separators, names of months and days, and the system's date formats
   */
  public static FormatString of(String pattern, Locale locale) {
    return new FormatString(Objects.requireNonNull(pattern), Objects.requireNonNull(locale));
  }

  /** The pattern as it was given. */
  public String pattern() {
    return pattern;
  }

  /**
   * The style properties that the pattern writes around its text, as {@code style} and {@code
   * arrow} in {@code |#,##0|style=red|arrow=up}; empty for most patterns. They remain in the
   * formatted text; {@link #formatStyled} takes them out.
   */
  public Map<String, String> styles() {
    return StyledText.parse(pattern).properties();
  }

  /** Formats a value and takes the text and its style properties apart. */
  public StyledText formatStyled(@Nullable Object value) {
    return StyledText.parse(format(value));
  }

  /**
   * The text of a value.
   *
   * @param value a number, string, logical value, date or time; anything else is shown by its
   *     {@code toString}; null means an empty cell
   */
  public String format(@Nullable Object value) {
    if (value == null) {
      return formatNull();
    }
    if (value instanceof Number number) {
      return formatNumber(number);
    }
    if (value instanceof Boolean truth) {
      return formatLogical(truth);
    }
    Optional<LocalDateTime> moment = moment(value);
    return moment.isPresent() ? formatDate(moment.get()) : formatText(value.toString());
  }

  private String formatNull() {
    if (kind == Kind.TEXT && texts.size() == 2) {
      return texts.get(1).format("");
    }
    return numbers.size() > NULL_SECTION
        ? numbers.get(NULL_SECTION).map(section -> section.format(BigDecimal.ZERO)).orElse("")
        : "";
  }

  private String formatLogical(boolean value) {
    return logical ? formatNumber(value ? 1 : 0) : formatText(Boolean.toString(value));
  }

  private String formatText(String value) {
    return switch (kind) {
      case TEXT -> texts.get(texts.size() > 1 && value.isEmpty() ? 1 : 0).format(value);
      case LITERAL -> logical ? value : literal();
      case GENERAL, NUMBER, DATE -> value;
    };
  }

  private String formatDate(LocalDateTime value) {
    return switch (kind) {
      case LITERAL -> literal();
      case TEXT -> formatText(date.format(value));
      case GENERAL, NUMBER, DATE -> date.format(value);
    };
  }

  private String formatNumber(Number value) {
    return switch (kind) {
      case GENERAL -> general(value);
      case TEXT -> formatText(general(value));
      case DATE -> formatSerial(value);
      case LITERAL, NUMBER -> formatSigned(value);
    };
  }

  private String general(Number value) {
    return GeneralNumber.format(value, symbols.decimalSeparator());
  }

  private String formatSerial(Number value) {
    double serial = value.doubleValue();
    if (!(Math.abs(serial) <= GREATEST_SERIAL)) {
      return general(value);
    }
    long days = (long) serial;
    long seconds = Math.round(Math.abs(serial - days) * SECONDS_PER_DAY);
    return date.format(DateSection.DAY_ZERO.plusDays(days).atStartOfDay().plusSeconds(seconds));
  }

  private String formatSigned(Number value) {
    if (!GeneralNumber.isFinite(value)) {
      return formatWord(value.doubleValue());
    }
    BigDecimal exact = GeneralNumber.exact(value);
    BigDecimal magnitude = exact.abs();
    Optional<NumberSection> negative = exact.signum() < 0 ? section(1) : Optional.empty();
    NumberSection chosen = negative.orElse(first());
    if (exact.signum() == 0 || chosen.roundsToZero(magnitude)) {
      return section(2).orElse(first()).format(BigDecimal.ZERO);
    }
    String text = chosen.format(magnitude);
    return exact.signum() < 0 && negative.isEmpty() && chosen.hasPlaces() ? "-" + text : text;
  }

  private String formatWord(double value) {
    String word = Double.toString(Math.abs(value));
    if (value < 0) {
      Optional<NumberSection> negative = section(1);
      if (negative.isPresent()) {
        return negative.get().formatWord(word);
      }
      return first().hasPlaces() ? "-" + first().formatWord(word) : first().formatWord(word);
    }
    return first().formatWord(word);
  }

  private String literal() {
    return first().format(BigDecimal.ZERO);
  }

  private NumberSection first() {
    return numbers.get(0).orElse(NumberSection.compile(List.of(), symbols));
  }

  private Optional<NumberSection> section(int index) {
    return index < numbers.size() ? numbers.get(index) : Optional.empty();
  }

  private static List<Glyph> general() {
    return List.of(new Glyph('c', false));
  }

  private DateSection dateSection(Optional<NamedFormat> named, List<Glyph> glyphs) {
    return named.equals(Optional.of(NamedFormat.LONG_DATE))
        ? DateSection.longDate(symbols)
        : DateSection.compile(glyphs, symbols);
  }

  private static Kind kindOf(List<List<Glyph>> sections) {
    Kind first = Kind.LITERAL;
    for (List<Glyph> section : sections) {
      boolean firstSection = section == sections.get(0);
      for (int i = 0; i < section.size(); i++) {
        Glyph glyph = section.get(i);
        if (glyph.is('@') && first == Kind.LITERAL) {
          return Kind.TEXT;
        }
        if (glyph.isOneOf("0#")) {
          return Kind.NUMBER;
        }
        if (first == Kind.LITERAL && glyph.isOneOf("&<>")) {
          first = Kind.TEXT;
        } else if (first == Kind.LITERAL && firstSection && DateSection.startsField(section, i)) {
          first = Kind.DATE;
        }
      }
    }
    return first;
  }

  private static Optional<LocalDateTime> moment(Object value) {
    if (value instanceof LocalDateTime dateTime) {
      return Optional.of(dateTime);
    }
    if (value instanceof LocalDate day) {
      return Optional.of(day.atStartOfDay());
    }
    if (value instanceof LocalTime time) {
      return Optional.of(time.atDate(DateSection.DAY_ZERO));
    }
    if (value instanceof OffsetDateTime dateTime) {
      return Optional.of(dateTime.toLocalDateTime());
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return Optional.of(timestamp.toLocalDateTime());
    }
    if (value instanceof java.sql.Date day) {
      return Optional.of(day.toLocalDate().atStartOfDay());
    }
    if (value instanceof java.sql.Time time) {
      return Optional.of(time.toLocalTime().atDate(DateSection.DAY_ZERO));
    }
    return Optional.empty();
  }
}
