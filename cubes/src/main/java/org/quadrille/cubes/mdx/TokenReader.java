package org.quadrille.cubes.mdx;

import java.util.Locale;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens and refuses what no grammar rule could name well. */
final class TokenReader {
  private TokenReader() {}

  /**
   * The tokens of a text.
   *
   * @throws MdxException if a string, bracket or comment is not closed, a character has no meaning,
   *     there is nothing but white space and comments, or the nesting is too deep
   */
  static CommonTokenStream read(SourceText source) {
    MdxGrammarLexer lexer = new MdxGrammarLexer(CharStreams.fromString(source.text()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    for (Token token : tokens.getTokens()) {
      String fault = fault(token);
      if (fault != null) {
        throw new MdxException(source.at(token.getStartIndex()), fault);
      }
    }
    if (tokens.size() == 1) {
      throw new MdxException(
          source.at(0),
          source.isQuoted()
              ? "There is no expression between the quotes"
              : "The text is empty: it holds no MDX, or nothing but comments");
    }
    DepthGuard.check(tokens.getTokens(), source);
    return tokens;
  }

  private static @Nullable String fault(Token token) {
    return switch (token.getType()) {
      case MdxGrammarLexer.UNCLOSED_COMMENT ->
          "The comment that begins here is not closed: '*/' is missing";
      case MdxGrammarLexer.UNCLOSED_BRACKET ->
          "The name that begins here is not closed: ']' is missing"
              + " (a ']' inside a name is written ']]')";
      case MdxGrammarLexer.UNCLOSED_DOUBLE ->
          "The string that begins here is not closed: a double quote is missing"
              + " (a double quote inside it is written twice)";
      case MdxGrammarLexer.UNCLOSED_SINGLE ->
          "The string that begins here is not closed: a single quote is missing"
              + " (a single quote inside it is written twice)";
      case MdxGrammarLexer.UNEXPECTED -> unexpected(token.getText());
      default -> null;
    };
  }

  private static String unexpected(String text) {
    int character = text.codePointAt(0);
    if (character == ']') {
      return "This ']' closes no bracket (a ']' inside a name in brackets is written ']]')";
    }
    if (character == '&') {
      return "After '&' comes a key in brackets, such as &[1997], or a word";
    }
    if (Character.isISOControl(character)) {
      return String.format(Locale.ROOT, "The control character U+%04X has no meaning", character);
    }
    return "The character '" + text + "' has no meaning here";
  }
}
