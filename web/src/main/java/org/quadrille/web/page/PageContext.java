package org.quadrille.web.page;

import java.util.Objects;
import org.quadrille.cubes.analysis.AnswerCache;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.web.chart.ChartJson;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/**
 * What a page knows while it answers a request.
 *
 * @param here the page's own address with all parameters, also while a panel is asked for
 * @param catalog the catalog that was chosen
 * @param cube name of the cube that was chosen
 * @param answers what was read before
 */
public record PageContext(
    PageRequest request,
    Address here,
    Messages text,
    NumberText numbers,
    ChartJson charts,
    QueryContext query,
    Catalog catalog,
    String cube,
    AnswerCache answers) {
  public PageContext {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(here, "here");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(charts, "charts");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(cube, "cube");
    Objects.requireNonNull(answers, "answers");
  }

  /** Whether a table that is shown in pages is wanted whole, as in a file. */
  public boolean allRows() {
    return "all".equals(request.parameter("rows"));
  }

  /** Makes cells of numbers. */
  public Cells cells() {
    return new Cells(numbers);
  }

  /** The same about another cube of the catalog. */
  public PageContext withCube(String other) {
    return new PageContext(request, here, text, numbers, charts, query, catalog, other, answers);
  }

  /** Opens the chosen cube. */
  public CubeReader reader() {
    return reader(cube);
  }

  /** Opens another cube of the catalog. */
  public CubeReader reader(String otherCube) {
    return new CubeReader(catalog, otherCube, query, answers);
  }

  /** Another page in the same catalog and language, under the same role. */
  public Address page(String path) {
    return here.at(path).only("lang", "catalog", "role");
  }

  /** The address of a file of a panel with the parameters of this page. */
  public String file(String page, String id, String format) {
    return here.at("/export/" + page + "/" + id + "." + format).without("page").toString();
  }

  /** The address of a panel with the parameters of this page. */
  public String panel(String page, String id) {
    return here.at("/panels/" + page + "/" + id).toString();
  }
}
