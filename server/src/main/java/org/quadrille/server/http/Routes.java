package org.quadrille.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routing table: the first route that fits method and path answers. */
public final class Routes {
  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** A builder without routes. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Finds the route of a request.
   *
   * @param path as it was sent
   * @return null where no route has such a path
   * @throws HttpProblem 405 where a route has the path but not the method
   */
  @Nullable Match find(String method, String path) {
    TreeSet<String> others = new TreeSet<>();
    // HEAD is GET without a body; the server drops what is written.
    String wanted = method.equals("HEAD") ? "GET" : method;
    for (Route route : routes) {
      Map<String, String> variables = route.pattern().match(path);
      // A path that has a route of its own never falls through to one for any rest.
      if (variables != null && (others.isEmpty() || !route.pattern().open())) {
        if (route.method().equals(wanted)) {
          return new Match(route.endpoint(), variables);
        }
        others.add(route.method());
      }
    }
    if (!others.isEmpty()) {
      throw new HttpProblem(
          405,
          "method_not_allowed",
          path + " takes " + String.join(", ", others) + ", not " + method);
    }
    return null;
  }

  private record Route(String method, PathPattern pattern, Endpoint endpoint) {}

  /** A route that was found, with the variables of its path. */
  record Match(Endpoint endpoint, Map<String, String> variables) {}

  /** Collects routes. */
  public static final class Builder {
    private final List<Route> routes = new ArrayList<>();

    private Builder() {}

    /** Adds a route for GET and HEAD. */
    public Builder get(String pattern, Endpoint endpoint) {
      return add("GET", pattern, endpoint);
    }

    /** Adds a route for POST. */
    public Builder post(String pattern, Endpoint endpoint) {
      return add("POST", pattern, endpoint);
    }

    private Builder add(String method, String pattern, Endpoint endpoint) {
      routes.add(
          new Route(method, new PathPattern(pattern), Objects.requireNonNull(endpoint, pattern)));
      return this;
    }

    /** The table. */
    public Routes build() {
      return new Routes(routes);
    }
  }
}
