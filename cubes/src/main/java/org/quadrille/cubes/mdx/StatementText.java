package org.quadrille.cubes.mdx;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Formula.MemberFormula;
import org.quadrille.cubes.mdx.Formula.PropertyValue;

/** Writes statements as MDX, one clause a line, formulas without quotes. */
final class StatementText {
  private static final List<String> AXES =
      List.of("COLUMNS", "ROWS", "PAGES", "CHAPTERS", "SECTIONS");

  private StatementText() {}

  static String of(Statement statement) {
    if (statement instanceof Statement.Select select) {
      return select(select);
    }
    if (statement instanceof Statement.DrillThrough drill) {
      return drillThrough(drill);
    }
    if (statement instanceof Statement.Explain explain) {
      return "EXPLAIN PLAN FOR\n" + of(explain.statement());
    }
    if (statement instanceof Statement.CreateSession create) {
      return "CREATE SESSION " + formula(create.formula(), create.cube().toMdx() + ".");
    }
    Statement.DropSession drop = (Statement.DropSession) statement;
    return "DROP " + (drop.set() ? "SET " : "MEMBER ") + drop.name().toMdx();
  }

  static String of(Formula formula) {
    return formula(formula, "");
  }

  static String of(Axis axis) {
    String name =
        axis.ordinal() < AXES.size()
            ? AXES.get(axis.ordinal())
            : String.format(Locale.ROOT, "AXIS(%d)", axis.ordinal());
    String properties =
        axis.properties().isEmpty()
            ? ""
            : " DIMENSION PROPERTIES " + identifiers(axis.properties());
    return (axis.nonEmpty() ? "NON EMPTY " : "") + axis.set().toMdx() + properties + " ON " + name;
  }

  private static String select(Statement.Select select) {
    StringBuilder text = new StringBuilder();
    if (!select.formulas().isEmpty()) {
      text.append("WITH\n");
      for (Formula formula : select.formulas()) {
        text.append("  ").append(of(formula)).append('\n');
      }
    }
    text.append("SELECT");
    String separator = "\n  ";
    for (Axis axis : select.axes()) {
      text.append(separator).append(of(axis));
      separator = ",\n  ";
    }
    text.append("\nFROM ").append(source(select.source()));
    Expression slicer = select.slicer();
    if (slicer != null) {
      text.append("\nWHERE ").append(slicer.toMdx());
    }
    if (!select.cellProperties().isEmpty()) {
      text.append("\nCELL PROPERTIES ")
          .append(
              select.cellProperties().stream()
                  .map(property -> propertyName(property.name()))
                  .collect(Collectors.joining(", ")));
    }
    return text.toString();
  }

  private static String source(Statement.Source source) {
    if (source instanceof Statement.CubeSource cube) {
      return cube.name().toMdx();
    }
    return "(" + select(((Statement.Subselect) source).query()) + ")";
  }

  private static String drillThrough(Statement.DrillThrough drill) {
    StringBuilder text = new StringBuilder("DRILLTHROUGH");
    if (drill.maxRows() != null) {
      text.append(" MAXROWS ").append(drill.maxRows());
    }
    if (drill.firstRow() != null) {
      text.append(" FIRSTROWSET ").append(drill.firstRow());
    }
    text.append('\n').append(select(drill.query()));
    if (!drill.columns().isEmpty()) {
      text.append("\nRETURN ").append(identifiers(drill.columns()));
    }
    return text.toString();
  }

  private static String formula(Formula formula, String cube) {
    String definition = cube + formula.name().toMdx() + " AS " + formula.body().toMdx();
    if (!(formula instanceof MemberFormula member)) {
      return "SET " + definition;
    }
    StringBuilder text = new StringBuilder("MEMBER ").append(definition);
    for (PropertyValue property : member.properties()) {
      text.append(", ")
          .append(propertyName(property.name()))
          .append(" = ")
          .append(property.value().toMdx());
    }
    return text.toString();
  }

  private static String identifiers(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::toMdx).collect(Collectors.joining(", "));
  }

  /** Words stay bare; everything else gets brackets. */
  private static String propertyName(String name) {
    return name.matches("[A-Za-z_][A-Za-z_0-9]*") ? name : Segment.quote(name);
  }
}
