package org.quadrille.server.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultHierarchy;
import org.quadrille.cubes.result.ResultMember;

/**
 * A cell set laid out flat: the first axis across, all others down with a column for each of their
 * hierarchies. An answer with one axis has one row, one without axes a single value.
 */
public final class Grid {
  private final CellSet cellSet;
  private final Function<Cell, String> text;

  /**
   * Lays out a cell set.
   *
   * @param text how a cell is written
   */
  public Grid(CellSet cellSet, Function<Cell, String> text) {
    this.cellSet = cellSet;
    this.text = text;
  }

  /** How many columns at the left name members. */
  public int headings() {
    return down().stream().mapToInt(axis -> axis.hierarchies().size()).sum();
  }

  /** The heads of all columns. */
  public List<String> header() {
    List<String> header = new ArrayList<>();
    for (ResultAxis axis : down()) {
      axis.hierarchies().stream().map(ResultHierarchy::caption).forEach(header::add);
    }
    if (cellSet.axes().isEmpty()) {
      header.add("value");
      return header;
    }
    for (List<ResultMember> position : cellSet.axes().get(0).positions()) {
      header.add(position.stream().map(ResultMember::caption).collect(Collectors.joining(" / ")));
    }
    return header;
  }

  /** Gives the rows one by one; each has as many texts as the header. */
  public void rows(Consumer<List<String>> consumer) {
    int across = cellSet.axes().isEmpty() ? 1 : cellSet.axes().get(0).positions().size();
    long rows = 1;
    for (ResultAxis axis : down()) {
      rows *= axis.positions().size();
    }
    for (int row = 0; row < rows; row++) {
      List<String> line = new ArrayList<>();
      int rest = row;
      for (ResultAxis axis : down()) {
        int size = axis.positions().size();
        axis.positions().get(rest % size).stream().map(ResultMember::caption).forEach(line::add);
        rest /= size;
      }
      for (int column = 0; column < across; column++) {
        line.add(text.apply(cellSet.cells().get(row * across + column)));
      }
      consumer.accept(line);
    }
  }

  private List<ResultAxis> down() {
    List<ResultAxis> axes = cellSet.axes();
    return axes.size() < 2 ? List.of() : axes.subList(1, axes.size());
  }
}
