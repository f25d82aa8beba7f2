package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.quadrille.web.explorer.AxisField.Children;
import org.quadrille.web.explorer.AxisField.Condition;
import org.quadrille.web.explorer.AxisField.Level;
import org.quadrille.web.explorer.AxisField.Limit;
import org.quadrille.web.explorer.AxisField.LimitKind;
import org.quadrille.web.explorer.AxisField.Members;
import org.quadrille.web.explorer.PivotState.ChartKind;
import org.quadrille.web.explorer.PivotState.Sort;

/** States with names that have every separator of addresses in them. */
final class RandomStates {
  private static final List<String> ODD =
      List.of("A", "B;C", "D]]E", "x:y", "a,b", "p|q", "50% & more", "销售", "#+?", "'\"<>");

  private final Random random;

  RandomStates(Random random) {
    this.random = random;
  }

  PivotState next() {
    List<String> hierarchies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      hierarchies.add("[H" + i + " " + pick(ODD) + "]");
    }
    Collections.shuffle(hierarchies, random);
    int rows = random.nextInt(3);
    int columns = random.nextInt(2);
    List<MemberFilter> filters = new ArrayList<>();
    for (String hierarchy : hierarchies.subList(rows + columns, 4)) {
      filters.add(new MemberFilter(hierarchy, some(hierarchy, 1), random.nextBoolean()));
    }
    List<AxisField> onRows = hierarchies.subList(0, rows).stream().map(this::field).toList();
    List<AxisField> onColumns =
        hierarchies.subList(rows, rows + columns).stream().map(this::field).toList();
    Sort sort =
        random.nextInt(3) == 0
            ? null
            : new Sort(random.nextBoolean(), random.nextBoolean() ? List.of() : some("[S]", 1));
    return new PivotState(
        onRows,
        onColumns,
        filters,
        some("[Measures]", 0).stream().distinct().toList(),
        random.nextBoolean(),
        sort,
        random.nextBoolean(),
        ChartKind.values()[random.nextInt(ChartKind.values().length)],
        some("[W]", 0),
        some("[C]", 0));
  }

  private AxisField field(String hierarchy) {
    AxisField.Base base =
        switch (random.nextInt(3)) {
          case 0 -> new Level(hierarchy + ".[Level " + pick(ODD) + "]");
          case 1 -> new Children(hierarchy + ".[" + pick(ODD) + "]");
          default -> new Members(some(hierarchy, 1));
        };
    String measure = "[Measures].[" + pick(ODD) + "]";
    Condition condition =
        random.nextInt(3) > 0
            ? null
            : new Condition(pick(Condition.OPERATORS), random.nextInt(9) * 1.25e7 - 3, measure);
    Limit limit =
        random.nextInt(3) > 0
            ? null
            : new Limit(LimitKind.values()[random.nextInt(3)], 1 + random.nextInt(99), measure);
    return new AxisField(
        hierarchy,
        base,
        some(hierarchy, 0),
        some(hierarchy, 0),
        random.nextBoolean() ? "" : pick(ODD),
        condition,
        limit,
        random.nextBoolean());
  }

  private List<String> some(String hierarchy, int least) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(3) + least; i > 0; i--) {
      names.add(hierarchy + ".[" + pick(ODD) + "].&[" + random.nextInt(99) + "]");
    }
    return names;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
