package org.quadrille.web.explorer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the explorer shows.
 *
 * @param state the state as the query of an address
 * @param here the address of the state
 * @param cube caption of the cube
 * @param grid null where nothing is asked for or the query failed
 * @param problem why there is no grid, null where there is one
 * @param facts the facts behind a cell, null for none
 * @param picker the choice of members, null where none is open
 * @param saved name of the saved view that the state came from, null for none
 * @param views all saved views of the catalog
 * @param scope language and catalog as the query of an address
 */
public record ExplorerView(
    String state,
    String here,
    String catalog,
    String cube,
    List<DimensionNode> dimensions,
    List<MeasureNode> measures,
    List<Chip> rows,
    List<Chip> columns,
    List<Chip> filters,
    List<Chip> chosenMeasures,
    boolean measuresOnRows,
    boolean empties,
    boolean totals,
    List<Choice> charts,
    @Nullable GridView grid,
    @Nullable ChartView chart,
    @Nullable String problem,
    @Nullable FactsView facts,
    MemberPicker.@Nullable View picker,
    String mdx,
    @Nullable String saved,
    List<Saved> views,
    String scope) {
  public ExplorerView {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
    chosenMeasures = List.copyOf(chosenMeasures);
    charts = List.copyOf(charts);
    views = List.copyOf(views);
  }

  /** How values can be compared. */
  public List<String> operators() {
    return AxisField.Condition.OPERATORS;
  }

  /** A saved view. */
  public record Saved(String id, String name, String address, boolean chosen) {}

  /** A dimension in the list of fields. */
  public record DimensionNode(String caption, boolean used, List<HierarchyNode> hierarchies) {
    public DimensionNode {
      hierarchies = List.copyOf(hierarchies);
    }
  }

  /**
   * A hierarchy in the list of fields.
   *
   * @param place {@code rows}, {@code cols}, {@code filter} or empty
   */
  public record HierarchyNode(String caption, String name, String place, List<Choice> levels) {
    public HierarchyNode {
      levels = List.copyOf(levels);
    }
  }

  /** A measure in the list of fields. */
  public record MeasureNode(
      String caption, String name, boolean chosen, boolean calculated, String description) {}

  /** One of several; the chosen one is marked. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * A field in its place.
   *
   * @param detail its level, how many members, what it is limited to
   * @param levels to choose from; empty for measures and filters
   * @param members a filter's members, for taking them out one by one
   * @param total whether its total is shown
   * @param deep whether one can go up
   * @param search the text that captions must have
   * @param limit such as {@code top}, empty for none
   * @param limitCount how many
   * @param limitMeasure by which
   * @param operator of the condition, empty for none
   * @param value of the condition
   * @param conditionMeasure by which
   */
  public record Chip(
      String caption,
      String name,
      String detail,
      List<Choice> levels,
      List<Choice> members,
      boolean total,
      boolean deep,
      boolean narrowed,
      String search,
      String limit,
      String limitCount,
      String limitMeasure,
      String operator,
      String value,
      String conditionMeasure) {
    public Chip {
      levels = List.copyOf(levels);
      members = List.copyOf(members);
    }
  }

  /**
   * The grid with its first rows.
   *
   * @param corners captions of the fields on rows
   * @param heads of columns, one list for each field, only those of the columns that are shown
   * @param names names of the columns for those who only hear, one for each column
   * @param sorted per column {@code descending}, {@code ascending} or {@code none}
   * @param labels the same for the captions of rows
   */
  public record GridView(
      List<String> corners,
      List<List<PivotGrid.Head>> heads,
      List<String> sorted,
      String labels,
      List<PivotGrid.Row> rows,
      int from,
      int rowCount,
      int columnCount,
      String caption,
      String size,
      long millis,
      int statements) {
    public GridView {
      corners = List.copyOf(corners);
      heads = List.copyOf(heads);
      sorted = List.copyOf(sorted);
      rows = List.copyOf(rows);
    }
  }

  /** A chart of the grid; what it leaves out is said. */
  public record ChartView(String json, String label, List<String> notes) {
    public ChartView {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The facts behind a cell.
   *
   * @param cell its members in words
   * @param value what the cell shows
   * @param previous address of the rows before, null for none
   * @param next address of the rows after, null for none
   */
  public record FactsView(
      String cell,
      String value,
      List<String> columns,
      List<Boolean> numeric,
      List<List<String>> rows,
      String range,
      @Nullable String previous,
      @Nullable String next,
      @Nullable String problem,
      String mdx) {
    public FactsView {
      columns = List.copyOf(columns);
      numeric = List.copyOf(numeric);
      rows = List.copyOf(rows);
    }
  }
}
