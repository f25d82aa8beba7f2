package org.quadrille.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;

/** Our own engine, through the interface that the server uses. */
public final class QuadrilleEngine implements BenchEngine {
  private final Catalog catalog;
  private final QueryContext context =
      new QueryContext(null, Locale.US, java.time.Duration.ofMinutes(10));

  /** An engine on a catalog; the caller closes it. */
  public QuadrilleEngine(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "Quadrille";
  }

  @Override
  public void forgetAll() {
    catalog.dataChanged();
  }

  @Override
  public boolean forgetCells() {
    catalog.forgetCells();
    return true;
  }

  @Override
  public BenchAnswer run(String mdx) {
    CellSet answer = catalog.execute(mdx, context);
    return new BenchAnswer(
        answer.statistics().statements(), answer.cells().size(), () -> rows(answer));
  }

  private static List<BenchAnswer.Row> rows(CellSet answer) {
    if (answer.axes().size() > 2) {
      throw new BenchException("a query of a benchmark has at most two axes");
    }
    int width = answer.axes().isEmpty() ? 1 : answer.axes().get(0).positions().size();
    List<BenchAnswer.Row> rows = new ArrayList<>();
    for (int row = 0; (row + 1) * width <= answer.cells().size() && width > 0; row++) {
      List<String> key =
          answer.axes().size() < 2
              ? List.of()
              : answer.axes().get(1).positions().get(row).stream()
                  .map(ResultMember::caption)
                  .toList();
      List<@Nullable Object> values = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        values.add(answer.cells().get(row * width + column).value());
      }
      rows.add(new BenchAnswer.Row(key, values));
    }
    return rows;
  }

  @Override
  public void close() {
    // the catalog belongs to the caller
  }
}
