package org.quadrille.cubes.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Formula.MemberFormula;

/** What is written reads back as the same tree, for trees that nobody would think of. */
class RoundTripTest {
  private static final int TREES = 4000;

  /** Trees without the parentheses they need get them; nothing else may differ. */
  @Test
  void randomExpressionsReadBack() {
    int enclosed = 0;
    for (int seed = 0; seed < TREES; seed++) {
      Expression tree = new RandomTrees(seed).expression(5);
      Expression again = MdxParser.parseExpression(tree.toMdx());
      assertThat(TreeText.withoutParentheses(again))
          .as("seed " + seed + ": " + tree.toMdx())
          .isEqualTo(TreeText.withoutParentheses(tree));
      enclosed += TreeText.of(again).equals(TreeText.of(tree)) ? 0 : 1;
    }
    assertThat(enclosed).as("trees that needed parentheses").isBetween(TREES / 10, TREES);
  }

  /** What the parser has made is written with exactly its own tree. */
  @Test
  void parsedExpressionsReadBackExactly() {
    for (int seed = 0; seed < TREES; seed++) {
      Expression parsed = MdxParser.parseExpression(new RandomTrees(seed).expression(5).toMdx());
      Expression again = MdxParser.parseExpression(parsed.toMdx());
      assertThat(again).as("seed " + seed).isEqualTo(parsed);
    }
  }

  @Test
  void randomStatementsReadBack() {
    for (int seed = 0; seed < TREES; seed++) {
      Statement tree = new RandomTrees(seed).statement();
      Statement parsed = MdxParser.parse(tree.toMdx());
      assertThat(shape(parsed)).as("seed " + seed + ": " + tree.toMdx()).isEqualTo(shape(tree));
      assertThat(MdxParser.parse(parsed.toMdx())).as("seed " + seed).isEqualTo(parsed);
    }
  }

  /** A formula written in single quotes is the same formula. */
  @Test
  void quotedBodiesAreTheSameFormula() {
    for (int seed = 0; seed < TREES; seed++) {
      String body = new RandomTrees(seed).expression(4).toMdx();
      String quoted = "WITH SET x AS '" + body.replace("'", "''") + "' SELECT FROM s";
      String bare = "WITH SET x AS " + body + " SELECT FROM s";
      assertThat(shape(MdxParser.parse(quoted))).isEqualTo(shape(MdxParser.parse(bare)));
    }
  }

  private static String shape(Statement statement) {
    if (statement instanceof Statement.Select select) {
      return shape(select);
    }
    if (statement instanceof Statement.DrillThrough drill) {
      return "drill "
          + shape(drill.query())
          + drill.maxRows()
          + drill.firstRow()
          + drill.columns().stream().map(TreeText::of).toList();
    }
    if (statement instanceof Statement.Explain explain) {
      return "explain " + shape(explain.statement());
    }
    if (statement instanceof Statement.CreateSession create) {
      return "create " + TreeText.of(create.cube()) + shape(create.formula());
    }
    Statement.DropSession drop = (Statement.DropSession) statement;
    return "drop " + drop.set() + TreeText.of(drop.name());
  }

  private static String shape(Statement.Select select) {
    Expression slicer = select.slicer();
    return select.formulas().stream().map(RoundTripTest::shape).toList()
        + select.axes().stream().map(RoundTripTest::shape).collect(Collectors.joining(";"))
        + (select.source() instanceof Statement.CubeSource cube
            ? TreeText.of(cube.name())
            : shape(((Statement.Subselect) select.source()).query()))
        + (slicer == null ? "none" : TreeText.withoutParentheses(slicer))
        + select.cellProperties().stream().map(Segment.Name::name).toList();
  }

  private static String shape(Axis axis) {
    return axis.ordinal()
        + " "
        + axis.nonEmpty()
        + TreeText.withoutParentheses(axis.set())
        + axis.properties().stream().map(Identifier::toMdx).toList();
  }

  private static String shape(Formula formula) {
    String text = TreeText.of(formula.name()) + TreeText.withoutParentheses(formula.body());
    return formula instanceof MemberFormula member
        ? "member "
            + text
            + member.properties().stream()
                .map(p -> p.name() + TreeText.withoutParentheses(p.value()))
                .toList()
        : "set " + text;
  }
}
