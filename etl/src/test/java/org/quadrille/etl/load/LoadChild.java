package org.quadrille.etl.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.quadrille.etl.report.LoadProgress;

/**
 * A process of its own for tests that need one: it dies in the middle of a load, or holds a star.
 */
final class LoadChild {
  private LoadChild() {}

  /** Starts this class in another Java. */
  static Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(LoadChild.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "die" -> die(Path.of(arguments[1]), arguments[2]);
      case "hold" -> hold(Path.of(arguments[1]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Loads and halts the process when a step begins, as a kill or a power cut would. */
  private static void die(Path folder, String step) {
    LoadProgress progress =
        new LoadProgress() {
          @Override
          public void begin(String name) {
            if (name.equals(step)) {
              Runtime.getRuntime().halt(9);
            }
          }

          @Override
          public void rows(long rows) {}

          @Override
          public void end(long rows) {}
        };
    new Loader(Clock.systemUTC())
        .load(new LoadRequest(folder.resolve("job.yaml"), folder.resolve("data"), progress));
  }

  /** Opens a star, says so, and keeps it until standard input ends. */
  private static void hold(Path star) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + star)) {
      System.out.write(
          (connection.isClosed() ? "closed\n" : "open\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      while (System.in.read() >= 0) {
        // Waits for the end.
      }
    }
  }
}
