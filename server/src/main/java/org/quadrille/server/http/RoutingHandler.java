package org.quadrille.server.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request, calls it, and answers with an error where it fails. */
final class RoutingHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(RoutingHandler.class);
  private static final long BODY_LIMIT = 8L * 1_024 * 1_024;
  private static final Map<String, String> SECURITY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Content-Security-Policy",
              "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                  + " object-src 'none'; base-uri 'self'; form-action 'self';"
                  + " frame-ancestors 'none'");

  private final Routes routes;
  private final Problems problems;
  private final boolean local;

  RoutingHandler(Routes routes, Problems problems, boolean local) {
    super(InvocationType.BLOCKING);
    this.routes = routes;
    this.problems = problems;
    this.local = local;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SECURITY.forEach(response.getHeaders()::put);
    Exchange plain = new Exchange(request, response, Map.of(), BODY_LIMIT);
    try {
      answer(request, response, plain);
      callback.succeeded();
    } catch (IOException e) {
      // The client went away, or a stream broke after the answer had begun: nothing to tell.
      LOG.debug("answer to {} not delivered", request.getHttpURI(), e);
      callback.failed(e);
    }
    return true;
  }

  private void answer(Request request, Response response, Exchange plain) throws IOException {
    try {
      if (local) {
        checkHost(request);
      }
      String path = request.getHttpURI().getPath();
      Routes.Match match = routes.find(request.getMethod(), path);
      if (match == null) {
        throw new HttpProblem(404, "not_found", "there is nothing at " + path);
      }
      match.endpoint().handle(new Exchange(request, response, match.variables(), BODY_LIMIT));
    } catch (RuntimeException e) {
      HttpProblem problem = e instanceof HttpProblem known ? known : problems.of(e);
      if (problem.status() >= 500) {
        LOG.error("{} {} failed", request.getMethod(), request.getHttpURI(), e);
      }
      if (plain.answered()) {
        throw new EofException("failed while the answer was being written", e);
      }
      plain.reset();
      SECURITY.forEach(response.getHeaders()::put);
      ErrorBody.send(plain, problem);
    }
  }

  private static void checkHost(Request request) {
    String host = Request.getServerName(request);
    String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
    boolean known =
        name.equals("localhost")
            || name.endsWith(".localhost")
            || name.startsWith("127.")
            || name.equals("[::1]")
            || name.equals("::1")
            || name.equals("[0:0:0:0:0:0:0:1]");
    if (!known) {
      throw new HttpProblem(
          421,
          "wrong_host",
          "this server answers on this machine only; call it as localhost, not as " + name);
    }
  }
}
