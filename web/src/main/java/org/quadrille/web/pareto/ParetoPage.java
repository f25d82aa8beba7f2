package org.quadrille.web.pareto;

import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.ParetoAnalysis;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;

/** The Pareto page. */
public final class ParetoPage implements Page {
  @Override
  public String name() {
    return "pareto";
  }

  @Override
  public String path() {
    return "/pareto";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return cube.dimension(DimensionRole.TIME).isPresent()
        && cube.measure(MeasureRole.SALES).isPresent();
  }

  @Override
  public boolean choosesCube() {
    return true;
  }

  @Override
  public PageView view(PageContext context) {
    ParetoChoice choice = new ParetoChoice(context);
    String subtitle =
        context
            .text()
            .get(
                "pareto.subtitle",
                choice.level().caption(),
                choice.measure().caption(),
                choice.scope().periodText());
    return new PageView(
        context.text().get("pareto.title"),
        subtitle,
        choice.filters(),
        choice.scope().trails(),
        List.of(
            slot(context, "ranking", "two-thirds"),
            slot(context, "lorenz", "third"),
            slot(context, "table", "full")),
        List.of(),
        null);
  }

  private Slot slot(PageContext context, String id, String width) {
    String title = context.text().get("panel.pareto." + id);
    return new Slot(id, title, context.panel(name(), id), width);
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!List.of("ranking", "lorenz", "table").contains(id)) {
      return Optional.empty();
    }
    ParetoChoice choice = new ParetoChoice(context);
    ParetoAnalysis.Pareto pareto =
        new ParetoAnalysis(choice.scope().reader()).rank(choice.request());
    if (pareto.ranking().ranked().isEmpty()) {
      String title = context.text().get("panel.pareto." + id);
      return Optional.of(PanelView.empty(title, context.text().get("panel.empty")));
    }
    ParetoPanels panels = new ParetoPanels(context, choice, pareto);
    return Optional.of(
        switch (id) {
          case "ranking" -> panels.ranking();
          case "lorenz" -> panels.lorenz();
          default -> panels.table();
        });
  }
}
