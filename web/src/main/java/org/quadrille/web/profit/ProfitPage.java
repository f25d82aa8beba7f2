package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.CustomerBook;
import org.quadrille.cubes.analysis.CustomerBookReader;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.MissingRoleException;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;

/** The profitability page. */
public final class ProfitPage implements Page {
  @Override
  public String name() {
    return "profit";
  }

  @Override
  public String path() {
    return "/profit";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return cube.dimension(DimensionRole.TIME).isPresent()
        && cube.dimension(DimensionRole.CUSTOMER).isPresent()
        && cube.measure(MeasureRole.SALES).isPresent()
        && hasProfit(cube);
  }

  private static boolean hasProfit(CubeRoles cube) {
    return cube.measure(MeasureRole.COST).isPresent()
        || cube.measure(MeasureRole.PROFIT).isPresent();
  }

  @Override
  public boolean choosesCube() {
    return true;
  }

  @Override
  public PageView view(PageContext context) {
    CubeRoles roles = context.reader().roles();
    if (!hasProfit(roles)) {
      throw MissingRoleException.measure(roles.cube().name(), MeasureRole.COST);
    }
    ProfitChoice choice = new ProfitChoice(context);
    List<Slot> slots = new ArrayList<>();
    for (String slot : choice.view().slots()) {
      int stroke = slot.indexOf('/');
      String id = slot.substring(0, stroke);
      String title = context.text().get("panel.profit." + id);
      slots.add(new Slot(id, title, context.panel(name(), id), slot.substring(stroke + 1)));
    }
    String subtitle =
        context
            .text()
            .get("scope.subtitle", choice.scope().periodText(), choice.scope().comparisonText());
    return new PageView(
        context.text().get("profit.title." + choice.view().code()),
        subtitle,
        choice.filters(),
        choice.scope().trails(),
        slots,
        List.of(),
        null);
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!ProfitView.knows(id)) {
      return Optional.empty();
    }
    PanelKit kit = new PanelKit(context, new ProfitChoice(context));
    return Optional.of(
        switch (id) {
          case "figures" -> new FigurePanel(kit).panel(book(kit));
          case "quadrant" -> new ProductPanels(kit).quadrant();
          case "products" -> new ProductPanels(kit).list();
          case "bridge" -> new BridgePanel(kit).panel();
          case "employees" -> new EmployeePanels(kit).chart();
          case "employee-list" -> new EmployeePanels(kit).list();
          case "orders" -> new OrdersPanel(kit).panel();
          case "campaign", "campaign-parts", "campaign-list" -> new CampaignPanels(kit).panel(id);
          default -> customers(id, kit);
        });
  }

  private static PanelView customers(String id, PanelKit kit) {
    Function<CustomerBook, PanelView> panel =
        switch (id) {
          case "pyramid" -> book -> new PyramidPanels(kit, book).pyramid();
          case "candidates" -> book -> new PyramidPanels(kit, book).candidates();
          case "grades" -> book -> new GradePanels(kit, book).matrix();
          case "apart" -> book -> new GradePanels(kit, book).apart();
          case "golden" -> book -> new GoldenPanels(kit, book).chart();
          case "golden-list" -> book -> new GoldenPanels(kit, book).list();
          default -> book -> new ContributionPanel(kit, book).panel();
        };
    kit.choice().scope().reader().roles().needDimension(DimensionRole.CUSTOMER);
    return book(kit).map(panel).orElseGet(() -> kit.empty(id));
  }

  private static Optional<CustomerBook> book(PanelKit kit) {
    CubeReader reader = kit.choice().scope().reader();
    if (reader.roles().dimension(DimensionRole.CUSTOMER).isEmpty()) {
      return Optional.empty();
    }
    return new CustomerBookReader(reader, kit.choice().calendar(), kit.choice().scope().slice())
        .read(kit.choice().scope().periods().now());
  }
}
