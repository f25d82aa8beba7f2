package org.quadrille.cubes.mdx;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Ends parsing at the first error. Because the parser has left loops and optional parts by the time
 * it notices an error, what would have been allowed is collected at each decision on the way.
 */
final class ExpectationRecorder extends DefaultErrorStrategy {
  private final SourceText source;
  private final int suspect;
  private IntervalSet expected = new IntervalSet();
  private int position = -1;

  /**
   * Makes a recorder.
   *
   * @param suspect index of the token before which nothing needs to be recorded
   */
  ExpectationRecorder(SourceText source, int suspect) {
    this.source = source;
    this.suspect = suspect;
  }

  @Override
  public void sync(Parser recognizer) {
    record(recognizer);
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    throw failure(recognizer, e);
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw failure(recognizer, e);
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw failure(recognizer, new InputMismatchException(recognizer));
  }

  private void record(Parser recognizer) {
    int index = recognizer.getInputStream().index();
    if (index < suspect) {
      return;
    }
    if (index != position) {
      position = index;
      expected = new IntervalSet();
    }
    expected.addAll(recognizer.getExpectedTokens());
  }

  private MdxException failure(Parser recognizer, RecognitionException e) {
    Token found = e.getOffendingToken();
    IntervalSet allowed = new IntervalSet();
    if (found.getTokenIndex() == position) {
      allowed.addAll(expected);
    }
    if (e instanceof NoViableAltException dead && dead.getDeadEndConfigs() != null) {
      for (ATNConfig config : dead.getDeadEndConfigs()) {
        for (Transition transition : config.state.getTransitions()) {
          if (!transition.isEpsilon()) {
            allowed.addAll(transition.label());
          }
        }
      }
    } else if (e.getExpectedTokens() != null) {
      allowed.addAll(e.getExpectedTokens());
    }
    return new SyntaxMessage(source, recognizer.getInputStream()).of(found, allowed);
  }
}
