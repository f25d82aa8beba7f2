package org.quadrille.web.classes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.classes.ClassRule;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** What the panels of the page share. */
record ClassesView(PageContext context, ClassesChoice choice) {
  ClassesView {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(choice, "choice");
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

  String measure() {
    return choice.measure().caption();
  }

  /** Which rule is used, as a sentence. */
  String rule() {
    ClassRule rule = choice.rule();
    String a = numbers().roundPercent(rule.a() / 100.0);
    String b = numbers().roundPercent(rule.b() / 100.0);
    return text()
        .get(rule.byValue() ? "classes.rule.value" : "classes.rule.members", a, b, measure());
  }

  /** The two months, as a subtitle. */
  String months() {
    return text()
        .get(
            "classes.months",
            choice.monthText(choice.against()),
            choice.monthText(choice.month()),
            measure());
  }

  Value money(BigDecimal value) {
    return cells().decimal(value.doubleValue(), 0);
  }

  Value classValue(@Nullable AbcClass abc) {
    return abc == null
        ? Value.of(text().get("classes.new"))
        : new Value(abc.name(), null, ClassesChoice.code(abc));
  }

  String title(String id) {
    return text().get("panel.classes." + id);
  }

  PanelView panel(String id, String subtitle, List<Block> blocks, String... how) {
    return new PanelView(
        title(id),
        subtitle,
        blocks,
        List.of(how).stream().map(text()::get).toList(),
        choice.scope().reader().asked());
  }
}
