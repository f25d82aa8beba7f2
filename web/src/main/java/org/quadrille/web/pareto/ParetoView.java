package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.ranking.Criterion;
import org.quadrille.cubes.ranking.RankChain;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** What the panels of the Pareto page share. */
record ParetoView(PageContext context, ParetoChoice choice, RankChain chain) {
  ParetoView {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(chain, "chain");
  }

  Messages text() {
    return context.text();
  }

  NumberText numbers() {
    return context.numbers();
  }

  Cells cells() {
    return new Cells(context.numbers());
  }

  /** The ranking that is shown: the last of the chain. */
  Ranking ranking() {
    return chain.last().ranking();
  }

  String measure() {
    return choice.measure().caption();
  }

  /** What people call a measure with a role within a sentence; else its caption. */
  String measureName() {
    String role = choice.measure().annotations().get(CubeRoles.ANNOTATION);
    return role == null ? measure() : text().find("measure." + role.strip()).orElse(measure());
  }

  /** What the members are called after a number, such as customers. */
  String noun() {
    return choice.noun().orElseGet(() -> text().get("noun.member"));
  }

  String criterion(Criterion criterion) {
    return criterion == Criterion.VALUE ? measure() : text().get("criterion." + criterion.code());
  }

  /** Whole numbers where the measure's format has no decimals. */
  int places() {
    String format = choice.measure().formatString();
    return format != null && format.contains("0.0") ? 2 : 0;
  }

  String drill(String member) {
    return choice.drill(member).toString();
  }

  PanelView panel(String id, List<Block> blocks, List<String> how) {
    List<String> all = new ArrayList<>();
    Optional.ofNullable(choice.measure().description()).ifPresent(all::add);
    all.addAll(how);
    String subtitle =
        text()
            .get(
                "pareto.subtitle",
                choice.level().caption(),
                measure(),
                choice.scope().periodText());
    return new PanelView(
        text().get("panel.pareto." + id), subtitle, blocks, all, choice.scope().reader().asked());
  }
}
