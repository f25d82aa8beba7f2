package org.quadrille.server.http;

import java.io.IOException;

/** Answers the requests of one route; called by many threads at once. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers a request.
   *
   * @throws HttpProblem to answer with an error
   * @throws IOException if the other side is gone
   */
  void handle(Exchange exchange) throws IOException;
}
