package org.quadrille.cubes.classes;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The common part of the statements: table {@code c} has for each month and customer that ordered
 * in it or before the value {@code v}, the class {@code k} (1 for A to 4 for D), the place of its
 * first month {@code f} and of its last {@code l} up to the end, and the share before it {@code s}.
 */
final class ClassSql {
  private ClassSql() {}

  /**
   * Begins a statement.
   *
   * @param months places of the months for which classes are wanted
   * @param last place of the last month that is looked at
   */
  static String classes(ClassRule rule, Collection<Integer> months, int last) {
    String before =
        rule.byValue()
            ? "coalesce(sum(v) over (partition by t order by v desc"
                + " groups between unbounded preceding and 1 preceding), 0)"
            : "(rank() over (partition by t order by v desc) - 1)";
    String all = rule.byValue() ? "sum(v) over (partition by t)" : "count(*) over (partition by t)";
    String places = months.stream().map(t -> "(" + t + ")").collect(Collectors.joining(", "));
    return """
        with v as (
          select {m}, t, sum(a) as v from {facts} f where t <= %1$d group by {m}, t),
        b as (
          select {m}, min(case when v > 0 then t end) as f, max(case when v > 0 then t end) as l
          from v group by {m}),
        mo(t) as (values %2$s),
        g as (
          select mo.t as t, {b.m}, coalesce(v.v, 0) as v, b.f as f, b.l as l
          from mo join b on b.f <= mo.t left join v on v.t = mo.t and {v=b:m}),
        r as (
          select t, {m}, %3$s as before, %4$s as whole from g where v > 0),
        c as (
          select g.t as t, {g.m}, g.v as v, g.f as f, g.l as l,
            cast(r.before as double) / cast(r.whole as double) as s,
            case when r.whole is null then 4
              when 100 * r.before < %5$d * r.whole then 1
              when 100 * r.before < %6$d * r.whole then 2 else 3 end as k
          from g left join r on r.t = g.t and {r=g:m})
        """
        .formatted(last, places, before, all, rule.a(), rule.b());
  }
}
