package org.quadrille.cubes.eval;

/** A value that cannot be computed; the cell shows it as an error, a set makes the query fail. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}
