package org.quadrille.server.http;

/** Turns what an endpoint throws into a problem that can be told; programs add their own. */
@FunctionalInterface
public interface Problems {
  /** The problem to answer with; never shows a stack trace. */
  HttpProblem of(RuntimeException thrown);
}
