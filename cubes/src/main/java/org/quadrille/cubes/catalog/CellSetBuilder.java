package org.quadrille.cubes.catalog;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.exec.CellValues;
import org.quadrille.cubes.exec.QueryRunner;
import org.quadrille.cubes.extension.CellFormatter;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.extension.ExtensionException;
import org.quadrille.cubes.format.FormatCache;
import org.quadrille.cubes.format.FormatString;
import org.quadrille.cubes.format.StyledText;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.Cells;
import org.quadrille.cubes.result.QueryStatistics;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultHierarchy;
import org.quadrille.cubes.result.ResultMember;

/** Makes the answer of what was evaluated: captions, properties, formatted values. */
final class CellSetBuilder {
  private final Captions captions;
  private final FormatCache formats;
  private final Locale locale;
  private final NumberFormat plainNumbers;
  private final @Nullable FormatString[] recent = new @Nullable FormatString[4];
  private int nextRecent;

  CellSetBuilder(Captions captions, FormatCache formats, Locale locale) {
    this.captions = captions;
    this.formats = formats;
    this.locale = locale;
    this.plainNumbers = NumberFormat.getNumberInstance(locale);
  }

  CellSet build(BoundQuery query, QueryRunner.Outcome outcome, QueryStatistics statistics) {
    List<ResultAxis> axes = new ArrayList<>();
    for (int i = 0; i < outcome.axes().size(); i++) {
      BoundQuery.BoundAxis axis = query.axes().get(i);
      axes.add(
          axis(
              outcome.axes().get(i),
              axis.set().type(),
              axis.properties(),
              new MemberValues(
                  outcome.evaluator().context(), query.scope().navigation(), captions)));
    }
    ResultAxis slicer =
        axis(
            outcome.slicer(),
            query.slicer() == null
                ? Type.of(org.quadrille.cubes.eval.Kind.SET)
                : query.slicer().type(),
            List.of(),
            new MemberValues(outcome.evaluator().context(), query.scope().navigation(), captions));
    return new CellSet(
        query.scope().cube().name(),
        axes,
        slicer,
        new Cells(
            cells(
                outcome.cells(),
                new CellProperties(
                    query.cellProperties(), QueryRunner.propertyNames(query), outcome.properties()),
                CellFormatters.of(query, outcome))),
        query.cellProperties(),
        statistics);
  }

  private ResultAxis axis(
      TupleSet tuples, Type type, List<String> properties, MemberValues values) {
    List<ResultHierarchy> hierarchies = new ArrayList<>();
    for (int i = 0; i < (tuples.isEmpty() ? type.arity() : tuples.arity()); i++) {
      Hierarchy hierarchy =
          tuples.isEmpty() ? type.hierarchies().get(i) : tuples.member(0, i).hierarchy();
      if (hierarchy != null) {
        hierarchies.add(
            new ResultHierarchy(
                hierarchy.name(),
                hierarchy.uniqueName(),
                captions.of(hierarchy),
                hierarchy.dimension().uniqueName(),
                values.applicable(properties, hierarchy)));
      }
    }
    Map<Member, ResultMember> known = new HashMap<>();
    ResultMember[] position = new ResultMember[tuples.arity()];
    List<List<ResultMember>> positions = new ArrayList<>(tuples.size());
    for (int t = 0; t < tuples.size(); t++) {
      for (int i = 0; i < position.length; i++) {
        Member member = tuples.member(t, i);
        if (t == 0 || member != tuples.member(t - 1, i)) {
          position[i] = known.computeIfAbsent(member, m -> values.result(m, properties));
        }
      }
      positions.add(List.of(position));
    }
    return new ResultAxis(hierarchies, positions);
  }

  private List<Cell> cells(
      CellValues values, CellProperties properties, CellFormatters formatters) {
    List<Cell> cells = new ArrayList<>(values.values().length);
    for (int i = 0; i < values.values().length; i++) {
      Object value = values.values()[i];
      Extension<CellFormatter> formatter =
          value == null || value instanceof CellValues.Error ? null : formatters.at(i);
      Cell usual = cell(value, values.formats()[i], properties, i);
      cells.add(value == null || formatter == null ? usual : written(value, usual, formatter));
    }
    return cells;
  }

  /** A cell as a class of the schema writes it. */
  private Cell written(Object value, Cell usual, Extension<CellFormatter> formatter) {
    try {
      String text = formatter.<@Nullable String>call(f -> f.format(value, locale));
      return text == null
          ? usual
          : new Cell(value, text, null, usual.formatString(), usual.properties());
    } catch (ExtensionException e) {
      String message = String.valueOf(e.getMessage());
      return new Cell(null, "#ERR: " + message, message, null, usual.properties());
    }
  }

  private Cell cell(
      @Nullable Object value, @Nullable String format, CellProperties properties, int ordinal) {
    if (value == null && (format == null || format.indexOf(';') < 0)) {
      return Cell.EMPTY;
    }
    if (value instanceof CellValues.Error error) {
      return new Cell(
          null,
          "#ERR: " + error.message(),
          error.message(),
          null,
          properties.of(ordinal, Map.of()));
    }
    String pattern = format == null ? "Standard" : format;
    if (pattern.isEmpty() && value instanceof Number) {
      return new Cell(value, plain(value), null, pattern, properties.of(ordinal, Map.of()));
    }
    String text = format(pattern).format(value);
    return new Cell(
        value,
        text,
        null,
        pattern,
        properties.of(
            ordinal, text.startsWith("|") ? StyledText.parse(text).properties() : Map.of()));
  }

  /** The parsed pattern; neighbouring cells mostly have the same few. */
  private FormatString format(String pattern) {
    for (int i = 0; i < recent.length; i++) {
      FormatString format = recent[i];
      if (format != null && format.pattern() == pattern) {
        return format;
      }
    }
    FormatString found = formats.get(pattern, locale);
    if (found.pattern() == pattern) {
      recent[nextRecent] = found;
      nextRecent = (nextRecent + 1) % recent.length;
    }
    return found;
  }

  /**
   * A number without a format. Mondrian holds such numbers as doubles, whose nearest value decides
   * how a half is rounded; so it is here, for the same text.
   */
  private String plain(Object value) {
    return plainNumbers.format(
        value instanceof BigDecimal decimal && decimal.scale() > 0 ? decimal.doubleValue() : value);
  }
}
