package org.quadrille.mondrian;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mondrian.olap.Axis;
import mondrian.olap.Member;
import mondrian.olap.Position;
import mondrian.olap.Result;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultMember;

/** Answers of both engines as lines: positions of each axis, then cells by ordinal. */
final class AnswerText {
  private AnswerText() {}

  /** Our answer. */
  static List<String> of(CellSet answer) {
    List<String> lines = new ArrayList<>();
    for (int axis = 0; axis < answer.axes().size(); axis++) {
      ResultAxis each = answer.axes().get(axis);
      for (List<ResultMember> position : each.positions()) {
        lines.add(
            position(axis, position.stream().map(ResultMember::uniqueName).toList()));
      }
    }
    for (int cell = 0; cell < answer.cells().size(); cell++) {
      boolean error = answer.cells().get(cell).error() != null;
      lines.add(cell(cell, error, answer.cells().get(cell).formatted()));
    }
    return lines;
  }

  /** Mondrian's answer. */
  static List<String> of(Result result) {
    List<String> lines = new ArrayList<>();
    Axis[] axes = result.getAxes();
    int count = 1;
    for (int axis = 0; axis < axes.length; axis++) {
      for (Position position : axes[axis].getPositions()) {
        lines.add(position(axis, position.stream().map(Member::getUniqueName).toList()));
      }
      count *= axes[axis].getPositions().size();
    }
    int[] at = new int[axes.length];
    for (int cell = 0; cell < count; cell++) {
      int rest = cell;
      for (int axis = 0; axis < axes.length; axis++) {
        at[axis] = rest % axes[axis].getPositions().size();
        rest /= axes[axis].getPositions().size();
      }
      lines.add(cell(cell, result.getCell(at).isError(), result.getCell(at).getFormattedValue()));
    }
    return lines;
  }

  private static String position(int axis, List<String> names) {
    return "axis " + axis + ": " + names.stream().collect(Collectors.joining(", "));
  }

  private static String cell(int ordinal, boolean error, String formatted) {
    return "cell " + ordinal + ": " + (error ? "(error)" : formatted);
  }
}
