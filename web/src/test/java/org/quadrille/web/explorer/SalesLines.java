package org.quadrille.web.explorer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.quadrille.cubes.result.ResultMember;

/** The lines of the shop's sales, read by plain SQL, to count cells by hand. */
final class SalesLines {
  private final List<Line> lines = new ArrayList<>();

  /** A line: the names of its members from the top down by hierarchy, its amount and order. */
  record Line(Map<String, List<String>> paths, BigDecimal amount, long order) {
    boolean isBelow(String member) {
      for (Map.Entry<String, List<String>> path : paths.entrySet()) {
        if (UniqueName.isOf(member, path.getKey())) {
          List<String> names =
              UniqueName.split(member, '.')
                  .subList(1, UniqueName.split(member, '.').size())
                  .stream()
                  .map(UniqueName::unquote)
                  .toList();
          boolean all = names.get(0).startsWith("All ");
          List<String> own = path.getValue();
          return all || (names.size() <= own.size() && own.subList(0, names.size()).equals(names));
        }
      }
      throw new IllegalArgumentException("no such hierarchy: " + member);
    }
  }

  SalesLines(ShopExplorer shop) {
    for (List<Object> row :
        shop.sql(
            """
            select d."year", d.quarter_en, d.month_en, d."day", r.country_en, r.city_en,
                   p.category_en, p.name_en, c.industry_en, c.name_en,
                   cast(s.amount as decimal(18, 4)), s.order_id
            from fact_sales s join dim_date d using (date_key) join dim_region r using (region_key)
              join dim_product p using (product_key) join dim_customer c using (customer_key)
            """)) {
      lines.add(
          new Line(
              Map.of(
                  "[Time]", texts(row, 0, 4),
                  "[Region]", texts(row, 4, 6),
                  "[Product]", texts(row, 6, 8),
                  "[Customer]", texts(row, 8, 10)),
              (BigDecimal) row.get(10),
              ((Number) row.get(11)).longValue()));
    }
  }

  private static List<String> texts(List<Object> row, int from, int to) {
    return row.subList(from, to).stream().map(String::valueOf).toList();
  }

  /** The value of a cell by counting; null for no lines. */
  Double value(PivotState state, List<ResultMember> position) {
    Predicate<Line> all = line -> true;
    String measure = "";
    for (ResultMember member : position) {
      if (member.hierarchy().equals("[Measures]")) {
        measure = member.name();
      } else {
        all = all.and(lines(state, member));
      }
    }
    for (MemberFilter filter : state.filters()) {
      Predicate<Line> any = line -> filter.members().stream().anyMatch(line::isBelow);
      all = all.and(filter.except() ? any.negate() : any);
    }
    List<Line> found = lines.stream().filter(all).toList();
    if (found.isEmpty()) {
      return null;
    }
    return measure.equals("Orders")
        ? (double) found.stream().map(Line::order).distinct().count()
        : found.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }

  private static Predicate<Line> lines(PivotState state, ResultMember member) {
    AxisField field = state.field(member.hierarchy());
    boolean total =
        member.name().equals("*total*")
            || (field.total()
                && (member.name().startsWith("All ")
                    || field.base().equals(new AxisField.Children(member.uniqueName()))));
    if (!total) {
      return line -> line.isBelow(member.uniqueName());
    }
    Predicate<Line> in = line -> true;
    if (field.base() instanceof AxisField.Children children) {
      in = line -> line.isBelow(children.member());
    } else if (field.base() instanceof AxisField.Members members) {
      in = line -> members.members().stream().anyMatch(line::isBelow);
    }
    return in.and(line -> field.hidden().stream().noneMatch(line::isBelow));
  }
}
