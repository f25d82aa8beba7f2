package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Crumb;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PageView.Trail;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;

/** The Pareto page. */
public final class ParetoPage implements Page {
  private static final List<String> PANELS =
      List.of("ranking", "lorenz", "chain", "table", "categories", "champions", "prospects");

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
    List<Slot> slots = new ArrayList<>();
    slots.add(slot(context, "ranking", "two-thirds"));
    slots.add(slot(context, "lorenz", "third"));
    slots.add(slot(context, "chain", "full"));
    slots.add(slot(context, "table", "full"));
    if (CategoryPanels.category(choice).isPresent()) {
      slots.add(slot(context, "categories", "half"));
      slots.add(slot(context, "champions", "half"));
    }
    List<String> notes = new ArrayList<>();
    if (ProspectPanel.of(context, choice).isPresent()) {
      slots.add(slot(context, "prospects", "full"));
    } else if (ProspectPanel.suits(choice)) {
      notes.add(context.text().get("prospects.missing"));
    }
    return new PageView(
            context.text().get("pareto.title"),
            subtitle,
            choice.filters(),
            trails(context, choice),
            slots,
            notes,
            null)
        .withFurther(choice.further());
  }

  /** The ways back up, and that through the rankings. */
  private static List<Trail> trails(PageContext context, ParetoChoice choice) {
    List<Trail> trails = new ArrayList<>(choice.scope().trails());
    int steps = choice.settings().steps().size();
    if (steps > 0) {
      Messages text = context.text();
      List<Crumb> crumbs = new ArrayList<>();
      String first = text.get("chain.first-short", choice.measure().caption());
      crumbs.add(new Crumb(first, choice.withSteps(0).toString()));
      for (int i = 1; i <= steps; i++) {
        String name =
            ChainPanel.name(choice, text, context.numbers(), choice.measure().caption(), i);
        crumbs.add(new Crumb(name, i == steps ? null : choice.withSteps(i).toString()));
      }
      trails.add(new Trail(text.get("panel.pareto.chain"), crumbs));
    }
    return trails;
  }

  private Slot slot(PageContext context, String id, String width) {
    String title = context.text().get("panel.pareto." + id);
    return new Slot(id, title, context.panel(name(), id), width);
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!PANELS.contains(id)) {
      return Optional.empty();
    }
    ParetoChoice choice = new ParetoChoice(context);
    String title = context.text().get("panel.pareto." + id);
    if (id.equals("prospects")) {
      return Optional.of(
          ProspectPanel.of(context, choice)
              .map(ProspectPanel::panel)
              .orElseGet(() -> PanelView.empty(title, context.text().get("prospects.missing"))));
    }
    ParetoView view = new ParetoView(context, choice, choice.rank());
    if (view.ranking().ranked().isEmpty()) {
      return Optional.of(PanelView.empty(title, context.text().get("panel.empty")));
    }
    return switch (id) {
      case "ranking" -> Optional.of(new RankingPanel(view).panel());
      case "lorenz" -> Optional.of(new LorenzPanel(view).panel());
      case "chain" -> Optional.of(new ChainPanel(view).panel());
      case "table" -> Optional.of(new TablePanel(view).panel());
      case "categories" -> CategoryPanels.of(view).map(CategoryPanels::categories);
      default -> CategoryPanels.of(view).map(CategoryPanels::champions);
    };
  }
}
