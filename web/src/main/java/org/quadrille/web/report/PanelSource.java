package org.quadrille.web.report;

import java.util.List;
import java.util.Map;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;

/** The pages, for reports. What it throws is told in the report, in place of the panel. */
public interface PanelSource {
  /** A page's own context, with these parameters. */
  PageContext context(String page, ReportRequest request, Map<String, List<String>> parameters);

  /** Title, period and places of panels of a page. */
  PageView view(String page, PageContext context);

  /** A panel; one that says what is missing where the cube lacks something. */
  PanelView panel(String page, String id, PageContext context);

  /** Names of the pages that can be printed. */
  List<String> pages();

  /** What is wrong, for a reader. */
  String problem(RuntimeException thrown, ReportRequest request);
}
