package org.quadrille.cubes.mdx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says in plain words what stands at a place and what could stand there. */
final class SyntaxMessage {
  private static final int LONGEST_QUOTATION = 40;
  private static final int MOST_ALTERNATIVES = 8;

  private final SourceText source;
  private final TokenStream tokens;

  SyntaxMessage(SourceText source, TokenStream tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /** The error for a token that cannot stand where it does. */
  MdxException of(Token found, IntervalSet allowed) {
    Token open = innermostOpen(found);
    IntervalSet expected = new IntervalSet(allowed);
    if (open == null) {
      expected.remove(MdxGrammarParser.RPAREN);
    }
    StringBuilder text = new StringBuilder("Expected ");
    text.append(expected(expected)).append(" but ").append(found(found));
    if (isMeantAsName(found, expected)) {
      text.append("; to use this word as a name, write it in brackets: ")
          .append(Segment.quote(found.getText()));
    } else {
      text.append(openBracket(open, expected)).append(swallowed(found)).append(apostrophe(found));
    }
    return new MdxException(source.at(found.getStartIndex()), text.toString());
  }

  /** Whether a reserved word was probably meant as a name. */
  private boolean isMeantAsName(Token found, IntervalSet expected) {
    if (!isReserved(found.getType()) || !expected.contains(MdxGrammarParser.IDENTIFIER)) {
      return false;
    }
    return !expected.contains(MdxGrammarParser.LBRACE)
        || tokens.get(found.getTokenIndex() + 1).getType() == MdxGrammarParser.DOT;
  }

  private String found(Token token) {
    if (token.getType() == Token.EOF) {
      return source.isQuoted() ? "the quoted expression ends here" : "the text ends here";
    }
    String text = token.getText().replaceAll("\\s+", " ");
    if (text.codePointCount(0, text.length()) > LONGEST_QUOTATION) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTATION)) + "…";
    }
    return switch (token.getType()) {
      case MdxGrammarParser.DOUBLE_QUOTED, MdxGrammarParser.SINGLE_QUOTED ->
          "found the string " + text;
      case MdxGrammarParser.QUOTED -> "found the name " + text;
      case MdxGrammarParser.NUMBER -> "found the number " + text;
      default -> "found '" + text + "'";
    };
  }

  private static String expected(IntervalSet expected) {
    List<String> words = new ArrayList<>();
    boolean expression = expected.contains(MdxGrammarParser.LBRACE);
    if (expression) {
      words.add("an expression");
    } else if (expected.contains(MdxGrammarParser.IDENTIFIER)) {
      words.add("a name");
    } else if (expected.contains(MdxGrammarParser.QUOTED)) {
      words.add("a name in brackets");
    }
    if (expected.contains(MdxGrammarParser.STAR)) {
      words.add("an operator");
    }
    for (int type : expected.toList()) {
      if (type != Token.EOF && !isCovered(type, expected, expression)) {
        words.add(word(type));
      }
    }
    if (expected.contains(Token.EOF)) {
      words.add("the end");
    }
    if (words.size() > MOST_ALTERNATIVES) {
      words.subList(MOST_ALTERNATIVES - 1, words.size()).clear();
      words.add("something else");
    }
    return String.join(" or ", words);
  }

  /** Whether a type is already said by "an expression", "a name" or "an operator". */
  private static boolean isCovered(int type, IntervalSet expected, boolean expression) {
    boolean named = expected.contains(MdxGrammarParser.IDENTIFIER);
    return switch (type) {
      case MdxGrammarParser.LPAREN,
          MdxGrammarParser.LBRACE,
          MdxGrammarParser.CASE,
          MdxGrammarParser.CAST,
          MdxGrammarParser.EXISTING,
          MdxGrammarParser.NULL,
          MdxGrammarParser.NUMBER,
          MdxGrammarParser.DOUBLE_QUOTED,
          MdxGrammarParser.SINGLE_QUOTED ->
          expression || (named && isWord(type));
      case MdxGrammarParser.IDENTIFIER,
          MdxGrammarParser.QUOTED,
          MdxGrammarParser.AMP_QUOTED,
          MdxGrammarParser.AMP_NAME ->
          true;
      case MdxGrammarParser.DOT,
          MdxGrammarParser.COLON,
          MdxGrammarParser.PLUS,
          MdxGrammarParser.MINUS,
          MdxGrammarParser.STAR,
          MdxGrammarParser.SLASH,
          MdxGrammarParser.CONCAT,
          MdxGrammarParser.EQ,
          MdxGrammarParser.NE,
          MdxGrammarParser.LE,
          MdxGrammarParser.GE,
          MdxGrammarParser.LT,
          MdxGrammarParser.GT,
          MdxGrammarParser.AND,
          MdxGrammarParser.OR,
          MdxGrammarParser.XOR,
          MdxGrammarParser.IS,
          MdxGrammarParser.IN,
          MdxGrammarParser.MATCHES ->
          expected.contains(MdxGrammarParser.STAR)
              || (expression && type == MdxGrammarParser.MINUS)
              || (named && isWord(type));
      case MdxGrammarParser.NOT -> expression || expected.contains(MdxGrammarParser.STAR) || named;
      default -> named && isWord(type);
    };
  }

  private static boolean isWord(int type) {
    return type >= MdxGrammarParser.AND && type <= MdxGrammarParser.XOR;
  }

  private static boolean isReserved(int type) {
    return switch (type) {
      case MdxGrammarParser.AND,
          MdxGrammarParser.AS,
          MdxGrammarParser.CASE,
          MdxGrammarParser.CAST,
          MdxGrammarParser.ELSE,
          MdxGrammarParser.EMPTY,
          MdxGrammarParser.END,
          MdxGrammarParser.EXISTING,
          MdxGrammarParser.FROM,
          MdxGrammarParser.IN,
          MdxGrammarParser.IS,
          MdxGrammarParser.MATCHES,
          MdxGrammarParser.NON,
          MdxGrammarParser.NOT,
          MdxGrammarParser.NULL,
          MdxGrammarParser.ON,
          MdxGrammarParser.OR,
          MdxGrammarParser.SELECT,
          MdxGrammarParser.THEN,
          MdxGrammarParser.WHEN,
          MdxGrammarParser.WHERE,
          MdxGrammarParser.WITH,
          MdxGrammarParser.XOR ->
          true;
      default -> false;
    };
  }

  private static String word(int type) {
    if (type == MdxGrammarParser.NUMBER) {
      return "a number";
    }
    String literal = MdxGrammarParser.VOCABULARY.getLiteralName(type);
    if (literal == null) {
      return MdxGrammarParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT);
    }
    return isWord(type) ? literal.substring(1, literal.length() - 1) : literal;
  }

  private @Nullable Token innermostOpen(Token found) {
    Deque<Token> open = new ArrayDeque<>();
    for (int i = 0; i < found.getTokenIndex(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case MdxGrammarParser.LPAREN, MdxGrammarParser.LBRACE -> open.push(token);
        case MdxGrammarParser.RPAREN, MdxGrammarParser.RBRACE -> open.poll();
        default -> {}
      }
    }
    return open.peek();
  }

  /** Names the innermost bracket that is still open, if closing it would have been allowed. */
  private String openBracket(@Nullable Token open, IntervalSet expected) {
    if (open == null) {
      return "";
    }
    int closing =
        open.getType() == MdxGrammarParser.LPAREN
            ? MdxGrammarParser.RPAREN
            : MdxGrammarParser.RBRACE;
    return expected.contains(closing)
        ? "; the '" + open.getText() + "' at " + place(open) + " is still open"
        : "";
  }

  /** A name that holds '[' right before the error has probably swallowed what follows it. */
  private String swallowed(Token found) {
    for (int i = found.getTokenIndex() - 1; i >= 0 && i >= found.getTokenIndex() - 3; i--) {
      Token token = tokens.get(i);
      if (token.getType() == MdxGrammarParser.QUOTED && token.getText().indexOf('[', 1) > 0) {
        return "; perhaps the name at " + place(token) + " lacks its ']'";
      }
    }
    return "";
  }

  /** A word right after a formula in single quotes: a quote inside was not doubled. */
  private String apostrophe(Token found) {
    boolean word = found.getType() == MdxGrammarParser.IDENTIFIER || isWord(found.getType());
    if (!word || found.getTokenIndex() == 0) {
      return "";
    }
    Token before = tokens.get(found.getTokenIndex() - 1);
    return before.getType() == MdxGrammarParser.SINGLE_QUOTED
            && before.getStopIndex() + 1 == found.getStartIndex()
        ? "; a single quote inside single quotes is written twice"
        : "";
  }

  private Place place(Token token) {
    return source.at(token.getStartIndex());
  }
}
