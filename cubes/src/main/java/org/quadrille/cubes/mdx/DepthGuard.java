package org.quadrille.cubes.mdx;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Refuses expressions so deep that walking them would exhaust the stack. The depth is estimated on
 * the tokens alone, before anything recursive runs: each open bracket counts, and each operator met
 * so far in an open list, those within an operand of AND, OR and XOR only for that operand.
 */
final class DepthGuard {
  /** Deepest expression that is accepted, in operators. */
  static final int LIMIT = 600;

  /** What a bracket counts: the parser needs several calls to pass through one. */
  static final int BRACKET = 4;

  private DepthGuard() {}

  /**
   * Checks the tokens of one text.
   *
   * @throws MdxException at the token where the limit is passed
   */
  static void check(List<Token> tokens, SourceText source) {
    // what the current list element at a bracket level has: logical operators, others
    int[] logical = new int[LIMIT / BRACKET + 2];
    int[] operators = new int[LIMIT / BRACKET + 2];
    int level = 0;
    int depth = 0;
    int before = Token.EOF;
    for (Token token : tokens) {
      int type = before == MdxGrammarLexer.DOT ? afterDot(token.getType()) : token.getType();
      switch (kind(type, before)) {
        case OPEN -> {
          depth += BRACKET;
          level++;
        }
        case CLOSE -> {
          if (level > 0) {
            depth -= BRACKET + logical[level] + operators[level];
            logical[level] = 0;
            operators[level] = 0;
            level--;
          }
        }
        case NEXT -> {
          depth -= logical[level] + operators[level];
          logical[level] = 0;
          operators[level] = 0;
        }
        case LOGICAL -> {
          depth += 1 - operators[level];
          logical[level]++;
          operators[level] = 0;
        }
        case OPERATOR -> {
          depth++;
          operators[level]++;
        }
        case OTHER -> {}
      }
      if (depth > LIMIT) {
        throw new MdxException(
            source.at(token.getStartIndex()),
            "The expression is too deep: at most "
                + LIMIT / BRACKET
                + " brackets inside each other or "
                + LIMIT
                + " operators in one expression are allowed");
      }
      before = type;
    }
  }

  private enum Kind {
    OPEN,
    CLOSE,
    NEXT,
    LOGICAL,
    OPERATOR,
    OTHER
  }

  /** A word after a dot is a name, whatever it means elsewhere. */
  private static int afterDot(int type) {
    return type >= MdxGrammarLexer.AND && type <= MdxGrammarLexer.XOR
        ? MdxGrammarLexer.IDENTIFIER
        : type;
  }

  private static Kind kind(int type, int before) {
    return switch (type) {
      case MdxGrammarLexer.LPAREN, MdxGrammarLexer.LBRACE, MdxGrammarLexer.CASE -> Kind.OPEN;
      case MdxGrammarLexer.RPAREN, MdxGrammarLexer.RBRACE, MdxGrammarLexer.END -> Kind.CLOSE;
      case MdxGrammarLexer.COMMA,
          MdxGrammarLexer.AS,
          MdxGrammarLexer.ON,
          MdxGrammarLexer.FROM,
          MdxGrammarLexer.WHERE,
          MdxGrammarLexer.WHEN,
          MdxGrammarLexer.THEN,
          MdxGrammarLexer.ELSE ->
          Kind.NEXT;
      case MdxGrammarLexer.AND, MdxGrammarLexer.OR, MdxGrammarLexer.XOR -> Kind.LOGICAL;
      case MdxGrammarLexer.NOT,
          MdxGrammarLexer.EXISTING,
          MdxGrammarLexer.IS,
          MdxGrammarLexer.IN,
          MdxGrammarLexer.MATCHES,
          MdxGrammarLexer.COLON,
          MdxGrammarLexer.PLUS,
          MdxGrammarLexer.MINUS,
          MdxGrammarLexer.STAR,
          MdxGrammarLexer.SLASH,
          MdxGrammarLexer.CONCAT,
          MdxGrammarLexer.EQ,
          MdxGrammarLexer.NE,
          MdxGrammarLexer.LT,
          MdxGrammarLexer.LE,
          MdxGrammarLexer.GT,
          MdxGrammarLexer.GE ->
          Kind.OPERATOR;
      case MdxGrammarLexer.DOT ->
          before == MdxGrammarLexer.RPAREN || before == MdxGrammarLexer.RBRACE
              ? Kind.OPERATOR
              : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }
}
