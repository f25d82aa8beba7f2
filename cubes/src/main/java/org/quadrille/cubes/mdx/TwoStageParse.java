package org.quadrille.cubes.mdx;

import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Runs the generated parser: first with the quick prediction (SLL), which reads nearly everything;
 * only a text that it refuses is read again with the full one, which then also explains the error.
 */
final class TwoStageParse {
  private TwoStageParse() {}

  /**
   * Parses a text.
   *
   * @param rule the rule that the whole text must match
   * @throws MdxException if it does not match
   */
  static <T> T run(SourceText source, Function<MdxGrammarParser, T> rule) {
    CommonTokenStream tokens = TokenReader.read(source);
    MdxGrammarParser parser = new MdxGrammarParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      int suspect = offendingIndex(e);
      parser.reset();
      ExpectationRecorder recorder = new ExpectationRecorder(source, suspect);
      parser.setErrorHandler(recorder);
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      return rule.apply(parser);
    }
  }

  private static int offendingIndex(ParseCancellationException e) {
    return e.getCause() instanceof RecognitionException cause && cause.getOffendingToken() != null
        ? cause.getOffendingToken().getTokenIndex()
        : 0;
  }
}
