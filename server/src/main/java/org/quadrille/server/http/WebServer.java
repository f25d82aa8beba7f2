package org.quadrille.server.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with a routing table. */
public final class WebServer implements AutoCloseable {
  private static final int MAX_THREADS = 64;
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  /**
   * Makes a server; {@link #start} opens it.
   *
   * @param port 0 for any free one
   * @param local whether only requests that name this machine are answered, which keeps pages of
   *     other sites from reaching the server through a name of their own
   */
  public WebServer(String host, int port, Routes routes, Problems problems, boolean local) {
    this.host = host;
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("http");
    server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    // Cubes and catalogs may have a slash or a percent sign in their names.
    configuration.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "names",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(new RoutingHandler(routes, problems, local)));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(STOP.toMillis());
  }

  /**
   * Tells before a long preparation whether the port can be had.
   *
   * @param port 0 for any free one
   * @throws PortInUseException if another program has it
   */
  public static void check(String host, int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (BindException e) {
      throw new PortInUseException(host, port, e);
    }
  }

  /**
   * Opens the port.
   *
   * @throws PortInUseException if another program has it
   * @throws IOException if the host cannot be listened on
   */
  public void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new PortInUseException(host, connector.getPort(), cause);
        }
      }
      throw new IOException("cannot listen on " + host + ": " + e.getMessage(), e);
    }
  }

  /** The port in use. */
  public int port() {
    return connector.getLocalPort();
  }

  /** The address in use, without a slash at the end. */
  public String address() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /** Waits until the server has been closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Closes the port; requests in hand get some seconds to end. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop: " + e.getMessage(), e);
    }
  }

  /** A port that another program listens on. */
  public static final class PortInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    PortInUseException(String host, int port, Throwable cause) {
      super(
          "port " + port + " on " + host + " is in use or not allowed; choose another with --port",
          cause);
    }
  }
}
