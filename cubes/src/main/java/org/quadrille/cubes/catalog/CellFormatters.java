package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.exec.QueryRunner;
import org.quadrille.cubes.extension.CellFormatter;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/** Which class writes a cell: that of its measure, where the schema names one. */
final class CellFormatters {
  private final Map<Member, Extension<CellFormatter>> formatters;
  private final List<TupleSet> axes;
  private final Member outside;

  private CellFormatters(
      Map<Member, Extension<CellFormatter>> formatters, List<TupleSet> axes, Member outside) {
    this.formatters = formatters;
    this.axes = axes;
    this.outside = outside;
  }

  /** Those of the cells of an answer. */
  static CellFormatters of(BoundQuery query, QueryRunner.Outcome outcome) {
    Cube cube = query.scope().cube();
    Map<Member, Extension<CellFormatter>> formatters = ofMeasures(cube);
    if (formatters.isEmpty()) {
      return new CellFormatters(formatters, List.of(), cube.measures().get(0));
    }
    Member inSlicer = measure(outcome.slicer(), 0);
    Member outside =
        inSlicer == null
            ? outcome.evaluator().context().current(cube.measuresHierarchy())
            : inSlicer;
    return new CellFormatters(formatters, new ArrayList<>(outcome.axes()), outside);
  }

  private static Map<Member, Extension<CellFormatter>> ofMeasures(Cube cube) {
    Map<Member, Extension<CellFormatter>> formatters = new HashMap<>();
    for (MeasureMember measure : cube.measures()) {
      Extension<CellFormatter> own = measure.definition().formatter();
      if (own != null) {
        formatters.put(measure, own);
      }
    }
    for (org.quadrille.cubes.schema.CalculatedMember source :
        cube.definition().calculatedMembers()) {
      Extension<CellFormatter> own = source.formatter();
      for (CalculatedMember member : cube.calculatedMembers()) {
        if (own != null && member.hierarchy().isMeasures() && member.name().equals(source.name())) {
          formatters.put(member, own);
        }
      }
    }
    return formatters;
  }

  /** The class that writes a cell with a value; null where its format string does. */
  @Nullable Extension<CellFormatter> at(int ordinal) {
    if (formatters.isEmpty()) {
      return null;
    }
    int rest = ordinal;
    for (TupleSet axis : axes) {
      Member measure = measure(axis, rest % axis.size());
      if (measure != null) {
        return formatters.get(measure);
      }
      rest /= axis.size();
    }
    return formatters.get(outside);
  }

  private static @Nullable Member measure(TupleSet tuples, int tuple) {
    for (int i = 0; !tuples.isEmpty() && i < tuples.arity(); i++) {
      Member member = tuples.member(tuple, i);
      if (member.hierarchy().isMeasures()) {
        return member;
      }
    }
    return null;
  }
}
