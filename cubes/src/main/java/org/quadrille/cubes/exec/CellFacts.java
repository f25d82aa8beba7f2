package org.quadrille.cubes.exec;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.store.StarQuery.Condition;

/**
 * The facts behind the only cell of an answer.
 *
 * @param measures that the cell shows or is computed of, all of that group
 * @param conditions all of them hold; null where no fact belongs to the cell
 */
public record CellFacts(
    MeasureGroup group, List<MeasureMember> measures, @Nullable List<Condition> conditions) {
  public CellFacts {
    Objects.requireNonNull(group, "group");
    measures = List.copyOf(measures);
  }

  /**
   * The facts behind the only cell of an answer.
   *
   * @throws MdxException if there are more cells or none, or the cell is computed of facts of
   *     several kinds or by a calculated member that is no measure
   */
  public static CellFacts of(QueryRunner.Outcome outcome) {
    Evaluation evaluation = (Evaluation) outcome.evaluator().context();
    for (int i = 0; i < outcome.axes().size(); i++) {
      TupleSet axis = outcome.axes().get(i);
      if (axis.size() != 1) {
        throw new MdxException(
            null,
            "DRILLTHROUGH shows the rows behind one cell, but axis "
                + i
                + " has "
                + axis.size()
                + " positions; name one member or tuple");
      }
      evaluation.set(axis, 0);
    }
    @Nullable Member[] members = evaluation.members();
    for (int h = 1; h < members.length; h++) {
      if (members[h] instanceof CalculatedMember member) {
        throw new MdxException(
            null,
            member.uniqueName()
                + " is calculated and has no rows of its own; name stored members instead");
      }
    }
    List<MeasureMember> measures = measures(members[0]);
    MeasureMember first = measures.get(0);
    List<Restriction> restrictions = evaluation.restrictionsOfFacts(first.group());
    CellAddress address =
        restrictions == null ? null : CellAddress.of(first, members, restrictions);
    return new CellFacts(
        first.group(),
        measures,
        outcome.nothing() || address == null ? null : address.conditions());
  }

  private static List<MeasureMember> measures(@Nullable Member current) {
    if (current instanceof MeasureMember measure) {
      return List.of(measure);
    }
    if (!(current instanceof CalculatedMember calculated)) {
      throw new MdxException(null, "DRILLTHROUGH needs one measure, not a set of them");
    }
    Set<MeasureMember> used = QueryMeasures.of(calculated);
    long groups = used.stream().map(MeasureMember::group).distinct().count();
    if (groups != 1) {
      throw new MdxException(
          null,
          calculated.uniqueName()
              + (groups == 0
                  ? " is calculated without stored measures and has no rows; name a stored measure"
                  : " is calculated of several kinds of facts; name one of its stored measures: "
                      + String.join(", ", used.stream().map(Member::uniqueName).toList())));
    }
    return List.copyOf(used);
  }
}
