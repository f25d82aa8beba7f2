package org.quadrille.web.cockpit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.SalesAnalysis;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;

/** The cockpit. */
public final class CockpitPage implements Page {
  /** The panels in order, with their widths. */
  private static final Map<String, String> WIDTHS =
      Map.of(
          "figures", "full bare",
          "time", "full",
          "region", "half",
          "product", "half",
          "customer-movers", "half",
          "product-movers", "half");

  private static final List<String> PANELS =
      List.of("figures", "time", "region", "product", "customer-movers", "product-movers");

  @Override
  public String name() {
    return "cockpit";
  }

  @Override
  public String path() {
    return "/";
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
    Scope scope = scope(context);
    List<Filter> filters = new ArrayList<>();
    filters.add(scope.periodFilter());
    scope.regionFilter().ifPresent(filters::add);
    List<Slot> slots = new ArrayList<>();
    for (String id : PANELS) {
      if (has(scope.reader().roles(), id)) {
        String title = context.text().get("panel.cockpit." + id);
        slots.add(new Slot(id, title, context.panel(name(), id), String.valueOf(WIDTHS.get(id))));
      }
    }
    String subtitle =
        context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText());
    return new PageView(
        context.text().get("nav.cockpit"), subtitle, filters, scope.trails(), slots, null);
  }

  /** A dimension that the cube does not have gets no panel. */
  private static boolean has(CubeRoles roles, String id) {
    return switch (id) {
      case "region" -> roles.dimension(DimensionRole.REGION).isPresent();
      case "product", "product-movers" -> roles.dimension(DimensionRole.PRODUCT).isPresent();
      case "customer-movers" -> roles.dimension(DimensionRole.CUSTOMER).isPresent();
      default -> true;
    };
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!PANELS.contains(id)) {
      return Optional.empty();
    }
    Scope scope = scope(context);
    SalesAnalysis sales = new SalesAnalysis(scope.reader(), scope.periods(), scope.slice());
    CockpitPanels panels = new CockpitPanels(context, scope, sales);
    return Optional.of(
        switch (id) {
          case "time" -> panels.time();
          case "region" -> panels.by(DimensionRole.REGION);
          case "product" -> panels.by(DimensionRole.PRODUCT);
          case "customer-movers" -> panels.movers(DimensionRole.CUSTOMER);
          case "product-movers" -> panels.movers(DimensionRole.PRODUCT);
          default -> new FigureTiles(context, scope).panel(sales.figures());
        });
  }

  private static Scope scope(PageContext context) {
    CubeReader reader = context.reader();
    MeasureInfo sales = reader.roles().needMeasure(MeasureRole.SALES);
    return Scope.read(context, reader, sales.uniqueName());
  }
}
