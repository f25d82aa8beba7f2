package org.quadrille.cubes.mdx;

/** Reads MDX text. The language is the one of {@code MdxGrammar.g4}. */
public final class MdxParser {
  private MdxParser() {}

  /**
   * Reads one statement; a semicolon may end it.
   *
   * @throws MdxException if the text is not MDX, with the place and what was expected there
   */
  public static Statement parse(String mdx) {
    SourceText source = SourceText.of(mdx);
    return new StatementReader(source)
        .statement(TwoStageParse.run(source, MdxGrammarParser::statementText).statement());
  }

  /**
   * Reads an expression alone: a formula of a schema, or what StrToSet is given.
   *
   * @throws MdxException if the text is not an expression, with the place and what was expected
   */
  public static Expression parseExpression(String mdx) {
    SourceText source = SourceText.of(mdx);
    return new ExpressionReader(source)
        .aliased(TwoStageParse.run(source, MdxGrammarParser::expressionText).aliased());
  }

  /** Reads the body of a formula that was written in quotes. */
  static Expression parseQuotedBody(SourceText source) {
    return new ExpressionReader(source)
        .aliased(TwoStageParse.run(source, MdxGrammarParser::quotedBody).aliased());
  }
}
