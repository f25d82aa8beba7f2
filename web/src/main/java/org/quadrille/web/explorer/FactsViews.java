package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.web.explorer.ExplorerView.FactsView;
import org.quadrille.web.page.Address;

/** The facts behind a cell as the template shows them. */
final class FactsViews {
  private static final int PART = 100;

  private final Pivot pivot;
  private final PivotState state;
  private final Address here;

  FactsViews(Pivot pivot, PivotState state, Address here) {
    this.pivot = Objects.requireNonNull(pivot, "pivot");
    this.state = Objects.requireNonNull(state, "state");
    this.here = Objects.requireNonNull(here, "here");
  }

  /** The facts from one on, counted from 1. */
  FactsView view(@Nullable PivotGrid grid, int from) {
    String mdx = pivot.factsMdx(state, from, PART);
    try {
      RowSet rows = figuresFirst(pivot.facts(state, from, PART));
      List<List<String>> texts = new ArrayList<>();
      for (List<@Nullable Object> row : rows.rows()) {
        texts.add(texts(row, rows.columns()));
      }
      int to = from + rows.rows().size() - 1;
      String range =
          rows.rows().isEmpty()
              ? pivot.context().text().get("explorer.facts.none")
              : pivot
                  .context()
                  .text()
                  .get(
                      rows.cut() ? "explorer.facts.range" : "explorer.facts.last",
                      pivot.context().numbers().whole(from),
                      pivot.context().numbers().whole(to));
      return new FactsView(
          cell(),
          value(grid),
          rows.columns().stream().map(RowSet.Column::caption).toList(),
          rows.columns().stream().map(FactsViews::numeric).toList(),
          texts,
          range,
          from > 1 ? at(Math.max(1, from - PART)) : null,
          rows.cut() ? at(to + 1) : null,
          null,
          mdx);
    } catch (MdxException e) {
      return new FactsView(
          cell(),
          value(grid),
          List.of(),
          List.of(),
          List.of(),
          "",
          null,
          null,
          String.valueOf(e.getMessage()),
          mdx);
    }
  }

  /** The figures, which matter most, before the members. */
  private static RowSet figuresFirst(RowSet rows) {
    List<Integer> order = new ArrayList<>();
    for (boolean figures : List.of(true, false)) {
      for (int i = 0; i < rows.columns().size(); i++) {
        if (numeric(rows.columns().get(i)) == figures) {
          order.add(i);
        }
      }
    }
    List<List<@Nullable Object>> turned = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      List<@Nullable Object> values = new ArrayList<>();
      order.forEach(i -> values.add(row.get(i)));
      turned.add(values);
    }
    return new RowSet(
        rows.cube(),
        order.stream().map(rows.columns()::get).toList(),
        turned,
        rows.cut(),
        rows.limit(),
        rows.statistics());
  }

  private String at(int from) {
    return here.with("facts", Integer.toString(from)) + "#facts";
  }

  private List<String> texts(List<@Nullable Object> row, List<RowSet.Column> columns) {
    List<String> texts = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value == null) {
        texts.add("");
      } else if (value instanceof Number number && numeric(columns.get(i))) {
        boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
        texts.add(
            whole
                ? pivot.context().numbers().whole(number.doubleValue())
                : pivot.context().numbers().decimal(number.doubleValue(), 2));
      } else {
        texts.add(value.toString());
      }
    }
    return texts;
  }

  private static boolean numeric(RowSet.Column column) {
    return column.name().startsWith("[Measures]");
  }

  /** The members of the cell in words. */
  private String cell() {
    return state.cell().stream()
        .map(
            name ->
                name.endsWith("." + PivotSets.TOTAL)
                    ? pivot.context().text().get("explorer.total")
                    : pivot.caption(name))
        .collect(Collectors.joining(" · "));
  }

  /** What the grid shows at the cell; empty where it is not in the grid any more. */
  private String value(@Nullable PivotGrid grid) {
    if (grid == null) {
      return "";
    }
    for (int c = 0; c < grid.columnCount(); c++) {
      if (!state.cell().containsAll(names(grid.column(c)))) {
        continue;
      }
      for (int r = 0; r < grid.rowCount(); r++) {
        List<String> tuple = names(grid.row(r));
        tuple.addAll(names(grid.column(c)));
        if (tuple.equals(state.cell())) {
          return grid.cell(r, c).formatted();
        }
      }
    }
    return "";
  }

  private static List<String> names(List<ResultMember> position) {
    return position.stream()
        .map(ResultMember::uniqueName)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
