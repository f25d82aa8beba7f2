package org.quadrille.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Looks from time to time whether the client of a request that is being answered is still there.
 * The server itself reads a connection again only after it answered, so the end of the stream has
 * to be looked for; bytes of a next request that come meanwhile are handed to the connection.
 */
final class ClientWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 500;
  private static final int BUFFER = 4_096;

  private final Scheduler scheduler;
  private final Connection connection;
  private final Runnable gone;
  private Scheduler.Task next;
  private boolean closed;

  /**
   * Watches until it is closed.
   *
   * @param request whose body has been read to its end
   * @param gone called once, by another thread, when the client went away
   */
  ClientWatch(Request request, Runnable gone) {
    this.scheduler = request.getComponents().getScheduler();
    this.connection = request.getConnectionMetaData().getConnection();
    this.gone = gone;
    this.next = scheduler.schedule(this::look, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    boolean left;
    synchronized (this) {
      if (closed) {
        return;
      }
      left = isGone();
      if (!left && !closed) {
        next = scheduler.schedule(this::look, EVERY_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    if (left) {
      gone.run();
    }
  }

  private boolean isGone() {
    EndPoint endPoint = connection.getEndPoint();
    if (!endPoint.isOpen()) {
      return true;
    }
    ByteBuffer buffer = BufferUtil.allocate(BUFFER);
    try {
      int read = endPoint.fill(buffer);
      if (read > 0 && connection instanceof Connection.UpgradeTo reader) {
        reader.onUpgradeTo(buffer);
        closed = true;
      }
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      next.cancel();
    }
  }
}
