package org.quadrille.web.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.classes.ClassMoves;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;

/** The page of customer classes. */
public final class ClassesPage implements Page {
  private static final List<String> PANELS =
      List.of(
          "figures",
          "list",
          "sizes",
          "contribution",
          "matrix",
          "bridge",
          "plans",
          "alarms",
          "near");

  @Override
  public String name() {
    return "classes";
  }

  @Override
  public String path() {
    return "/classes";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return cube.dimension(DimensionRole.TIME).isPresent()
        && cube.dimension(DimensionRole.CUSTOMER).isPresent()
        && cube.measure(MeasureRole.SALES).isPresent();
  }

  @Override
  public boolean choosesCube() {
    return true;
  }

  @Override
  public PageView view(PageContext context) {
    ClassesChoice choice = new ClassesChoice(context);
    ClassesView view = new ClassesView(context, choice);
    List<Slot> slots = new ArrayList<>();
    slots.add(slot(context, "figures", "full"));
    if (choice.lists()) {
      slots.add(slot(context, "list", "full"));
    }
    slots.add(slot(context, "sizes", "half"));
    slots.add(slot(context, "contribution", "half"));
    slots.add(slot(context, "matrix", "half"));
    slots.add(slot(context, "bridge", "half"));
    slots.add(slot(context, "plans", "full"));
    slots.add(slot(context, "alarms", "full"));
    slots.add(slot(context, "near", "full"));
    return new PageView(
        context.text().get("classes.title"),
        view.months(),
        choice.filters(),
        choice.scope().trails(),
        slots,
        List.of(context.text().get("classes.note")),
        null);
  }

  private Slot slot(PageContext context, String id, String width) {
    String title = context.text().get("panel.classes." + id);
    return new Slot(id, title, context.panel(name(), id), width);
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!PANELS.contains(id)) {
      return Optional.empty();
    }
    ClassesView view = new ClassesView(context, new ClassesChoice(context));
    if (id.equals("figures") || id.equals("sizes") || id.equals("contribution")) {
      SizePanels panels = new SizePanels(view);
      return Optional.of(
          switch (id) {
            case "figures" -> panels.figures();
            case "sizes" -> panels.sizes();
            default -> panels.contribution();
          });
    }
    ClassMoves moves = view.choice().moves();
    if (moves.members().isEmpty()) {
      return Optional.of(PanelView.empty(view.title(id), context.text().get("panel.empty")));
    }
    MoverPanels movers = new MoverPanels(view, moves);
    return Optional.of(
        switch (id) {
          case "matrix" -> new MatrixPanel(view, moves).panel();
          case "bridge" -> new BridgePanel(view, moves.bridge()).panel();
          case "plans" -> movers.plans();
          case "alarms" -> movers.alarms();
          case "near" -> movers.near();
          default -> movers.list();
        });
  }
}
