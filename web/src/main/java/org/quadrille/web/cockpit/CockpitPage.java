package org.quadrille.web.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The dimension that a panel is about; a cube without it gets no such panel. */
  private static final Map<String, DimensionRole> NEEDED =
      Map.of(
          "region", DimensionRole.REGION,
          "product", DimensionRole.PRODUCT,
          "customer-movers", DimensionRole.CUSTOMER,
          "product-movers", DimensionRole.PRODUCT);

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
    Set<String> missing = new LinkedHashSet<>();
    for (String id : PANELS) {
      DimensionRole needed = NEEDED.get(id);
      if (needed == null || scope.reader().roles().dimension(needed).isPresent()) {
        String title = context.text().get("panel.cockpit." + id);
        String width = String.valueOf(WIDTHS.get(id));
        slots.add(new Slot(id, title, context.panel(name(), id), width));
      } else {
        missing.add(context.text().get("dimension." + needed.code()));
      }
    }
    List<String> notes = new ArrayList<>();
    if (!missing.isEmpty()) {
      String names = String.join(context.text().get("list.separator"), missing);
      notes.add(context.text().get("cockpit.missing", scope.reader().cube().caption(), names));
    }
    String subtitle =
        context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText());
    return new PageView(
        context.text().get("nav.cockpit"), subtitle, filters, scope.trails(), slots, notes, null);
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
