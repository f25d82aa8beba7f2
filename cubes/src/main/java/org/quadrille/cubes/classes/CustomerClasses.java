package org.quadrille.cubes.classes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.catalog.FactQuestion.Need;
import org.quadrille.cubes.result.ResultMember;

/**
 * Works out the classes of customers within a slice, in the database; each answer is one statement.
 * The member that stands for unknown customers has no class.
 */
public final class CustomerClasses {
  private final CubeReader reader;
  private final TimeLine time;
  private final String level;
  private final String measure;
  private final Slice slice;
  private final ClassRule rule;

  /**
   * Prepares.
   *
   * @param level unique name of the customers' level
   * @param measure unique name of what they contribute; it adds up
   * @param slice a member of time in it does not matter
   */
  public CustomerClasses(
      CubeReader reader, TimeLine time, String level, String measure, Slice slice, ClassRule rule) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.time = Objects.requireNonNull(time, "time");
    this.level = Objects.requireNonNull(level, "level");
    this.measure = Objects.requireNonNull(measure, "measure");
    this.slice = Objects.requireNonNull(slice, "slice");
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /**
   * The classes month by month.
   *
   * @param first place of the first month
   * @param last place of the last month
   */
  public ClassHistory history(int first, int last) {
    List<Integer> months = IntStream.rangeClosed(first, last).boxed().toList();
    FactAnswer answer =
        ask(
            ClassSql.classes(rule, months, last)
                + """
                , p as (select t, v, f, k, lag(k) over (partition by {m} order by t) as pk from c)
                select t, k, count(*) as n, sum(v) as v, sum(case when f = t then 1 else 0 end) as fresh,
                  sum(case when k = 4 and pk <= 2 then 1 else 0 end) as alarms
                from p group by t, k order by t, k
                """);
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      double[] values = new double[6];
      for (int column = 0; column < values.length; column++) {
        values[column] = answer.number(row, column);
      }
      rows.add(values);
    }
    return ClassHistory.of(rows);
  }

  /**
   * Who moved from which class to which.
   *
   * @param earlier place of a month
   * @param later place of a later one
   */
  public ClassMoves moves(int earlier, int later) {
    if (earlier >= later) {
      throw new IllegalArgumentException("the months stand in the wrong order");
    }
    FactAnswer answer =
        ask(
            ClassSql.classes(rule, List.of(earlier, later), later)
                + """
                select {n.m}, p.k as was, n.k as now, p.v as before, n.v as v, n.f as f, n.l as l, n.s as s
                from c n left join c p on p.t = %d and {n=p:m} where n.t = %d
                """
                    .formatted(earlier, later));
    List<ClassedMember> members = new ArrayList<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      ResultMember member = answer.member(row, 0);
      if (member != null) {
        members.add(
            new ClassedMember(
                member,
                abc(answer.number(row, 1)),
                Objects.requireNonNull(abc(answer.number(row, 2))),
                exact(answer.rows().get(row).get(3)),
                exact(answer.rows().get(row).get(4)),
                (int) answer.number(row, 5),
                (int) answer.number(row, 6),
                answer.number(row, 7)));
      }
    }
    return new ClassMoves(members);
  }

  private FactAnswer ask(String sql) {
    String unknown = reader.roles().unknownOf(level);
    List<Need> needs =
        List.of(
            new FactQuestion.Members("m", level, unknown.isEmpty() ? List.of() : List.of(unknown)),
            new FactQuestion.Ordinals("t", time.months().uniqueName()),
            new FactQuestion.Amount("a", measure));
    return reader.facts(
        new FactQuestion(time.cell(reader.cube().name(), measure, slice), needs, sql));
  }

  private static @Nullable AbcClass abc(double code) {
    return Double.isNaN(code) ? null : AbcClass.values()[(int) code - 1];
  }

  private static BigDecimal exact(@Nullable Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }
}
