package org.quadrille.cubes.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.FactAnswer;
import org.quadrille.cubes.catalog.FactQuestion;
import org.quadrille.cubes.catalog.FactQuestion.Need;
import org.quadrille.cubes.result.ResultMember;

/**
 * What is known of prospects from contacts, in the form that rankings of buyers use: the largest
 * potential that they stated takes the place of the value and of the largest sales in a year, the
 * last contact that of the last order, the number of contacts that of orders and of how often goods
 * are bought.
 */
public final class Prospects {
  private final CubeReader reader;
  private final LevelInfo level;

  /**
   * Looks at a cube of contacts.
   *
   * @throws org.quadrille.cubes.analysis.MissingRoleException if it lacks something
   */
  public Prospects(CubeReader reader) {
    this.reader = Objects.requireNonNull(reader, "reader");
    HierarchyInfo prospects = reader.roles().needHierarchy(DimensionRole.PROSPECT);
    this.level = prospects.levels().get(prospects.levels().size() - 1);
  }

  /** Whether a cube can tell of prospects. */
  public static boolean suits(CubeRoles roles) {
    return roles.dimension(DimensionRole.PROSPECT).isPresent()
        && roles.dimension(DimensionRole.TIME).isPresent()
        && roles.measure(MeasureRole.CONTACTS).isPresent()
        && roles.measure(MeasureRole.STATED_POTENTIAL).isPresent();
  }

  /** The level of the prospects. */
  public LevelInfo level() {
    return level;
  }

  /**
   * Counts up to the end of a month, without the member for unknown prospects.
   *
   * @param lastMonth its place
   */
  public List<MemberFacts> read(TimeLine time, Slice slice, int lastMonth) {
    String contacts = reader.roles().needMeasure(MeasureRole.CONTACTS).uniqueName();
    String potential = reader.roles().needMeasure(MeasureRole.STATED_POTENTIAL).uniqueName();
    List<Need> needs = new ArrayList<>();
    needs.add(new FactQuestion.Members("m", level.uniqueName()));
    needs.add(new FactQuestion.Ordinals("t", time.months().uniqueName()));
    needs.add(new FactQuestion.Amount("n", contacts));
    needs.add(new FactQuestion.Input("p", potential));
    TimeLine.Day day = time.day();
    if (day != null) {
      needs.add(new FactQuestion.Property("d", day.level(), day.property()));
    }
    String sql =
        """
        select {m}, sum(n) as n, max(p) as p, max(t) as t, %s as d, count(distinct t) as k
        from {facts} f where t <= %d group by {m}
        """
            .formatted(day == null ? "null" : "max(d)", lastMonth);
    FactAnswer answer =
        reader.facts(
            new FactQuestion(time.cell(reader.cube().name(), contacts, slice), needs, sql));
    String unknown = reader.roles().unknownOf(level.uniqueName());
    List<MemberFacts> prospects = new ArrayList<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      ResultMember member = answer.member(row, 0);
      if (member != null && !member.name().equals(unknown)) {
        prospects.add(prospect(member, answer, row));
      }
    }
    return prospects;
  }

  private static MemberFacts prospect(ResultMember member, FactAnswer answer, int row) {
    double contacts = answer.number(row, 1);
    double potential = answer.number(row, 2);
    int month = (int) answer.number(row, 3);
    double last =
        answer.rows().get(row).get(4) instanceof java.time.LocalDate date
            ? date.toEpochDay()
            : month;
    return new MemberFacts(
        member,
        Double.isNaN(potential) ? 0 : potential,
        (int) contacts,
        (int) answer.number(row, 5),
        last,
        month,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        potential,
        contacts);
  }
}
