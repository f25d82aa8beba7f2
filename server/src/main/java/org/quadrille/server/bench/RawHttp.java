package org.quadrille.server.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client of one kept connection that reads answers and does nothing else, so that what is
 * measured is the server and not the client beside it. Used by one thread.
 */
final class RawHttp implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;

  /** Connects to a server. */
  RawHttp(URI server) {
    try {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = socket.getOutputStream();
      host = server.getHost();
    } catch (IOException e) {
      throw new BenchException("cannot connect to " + server + ": " + e.getMessage(), e);
    }
  }

  /**
   * Posts JSON and reads the answer to its end.
   *
   * @return how many bytes the body of the answer had
   * @throws BenchException where the status is not 200
   */
  long post(String path, byte[] json) {
    try {
      String head =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + json.length
              + "\r\n\r\n";
      out.write(concat(head.getBytes(StandardCharsets.US_ASCII), json));
      out.flush();
      String status = line();
      long length = -1;
      boolean chunked = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Long.parseLong(lower.substring(15).strip());
        }
        chunked |= lower.equals("transfer-encoding: chunked");
      }
      long read = chunked ? chunks() : skip(length);
      if (!status.contains(" 200 ")) {
        throw new BenchException("the server answered " + status);
      }
      return read;
    } catch (IOException e) {
      throw new BenchException("the connection broke: " + e.getMessage(), e);
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("it ended early");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  private long chunks() throws IOException {
    long all = 0;
    while (true) {
      int size = Integer.parseInt(line().strip(), 16);
      skip(size);
      line();
      if (size == 0) {
        return all;
      }
      all += size;
    }
  }

  private long skip(long length) throws IOException {
    in.skipNBytes(Math.max(0, length));
    return length;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new BenchException("the connection cannot be closed: " + e.getMessage(), e);
    }
  }
}
