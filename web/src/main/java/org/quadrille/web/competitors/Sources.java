package org.quadrille.web.competitors;

import java.util.List;
import java.util.Map;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.Scope;

/** Where figures come from and until when they reach, to stand beside them. */
final class Sources {
  private Sources() {}

  /** The period with the source of the cube and the last month that it has data of. */
  static String subtitle(PageContext context, Scope scope) {
    CubeMetadata cube = scope.reader().cube();
    Map<String, String> annotations = cube.annotations();
    String translated = CubeRoles.SOURCE + "." + context.text().language().code();
    String source =
        annotations.getOrDefault(
            translated, annotations.getOrDefault(CubeRoles.SOURCE, cube.caption()));
    List<ResultMember> months = scope.periods().now().filledMonths();
    String until =
        months.isEmpty()
            ? scope.periodText()
            : context
                .text()
                .get(
                    "period.part",
                    scope.periods().now().year().caption(),
                    months.get(months.size() - 1).caption());
    return context.text().get("competitors.source", scope.periodText(), source, until);
  }
}
