package org.quadrille.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of daily mails, with the server killed in between; daylight saving begins on the 29th.
 */
final class MonthTest {
  private static final int DAYS = 31;

  /** A server in a process of its own. */
  private static final class Server implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    Server(Path folder, int port, Instant now, boolean hang) throws IOException {
      process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-Xmx128m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ScheduleRunner.class.getName(),
                  folder.toString(),
                  Integer.toString(port),
                  now.toString(),
                  Boolean.toString(hang))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      in = process.outputWriter(StandardCharsets.UTF_8);
      await("started");
    }

    void set(Instant now) throws IOException {
      in.write(now + "\n");
      in.flush();
    }

    void await(String word) throws IOException {
      String line = out.readLine();
      while (line != null && !line.equals(word)) {
        line = out.readLine();
      }
      assertThat(line).as("the server ended").isNotNull();
    }

    void kill() throws InterruptedException {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }

    @Override
    public void close() throws IOException {
      in.close();
      process.onExit().join();
    }
  }

  private static Instant at(int day, int hour, int minute) {
    return LocalDate.of(2026, 3, day)
        .atTime(LocalTime.of(hour, minute))
        .atZone(ScheduleRunner.BERLIN)
        .toInstant();
  }

  @Test
  void everyDayOfTheMonthIsSentOnceAtItsLocalTime(@TempDir Path folder)
      throws IOException, InterruptedException, MessagingException {
    GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    try {
      int port = post.getSmtp().getPort();
      Server server = new Server(folder, port, at(1, 0, 0), false);
      for (int day = 1; day <= DAYS; day++) {
        if (day % 5 == 0) {
          // Killed while the report is made.
          server.close();
          server = new Server(folder, port, at(day, 7, 0), true);
          server.set(at(day, 7, 31));
          server.await("making");
          server.kill();
          server = new Server(folder, port, at(day, 7, 32), false);
        } else if (day % 7 == 0) {
          // Killed before, and down when the time comes.
          server.kill();
          server = new Server(folder, port, at(day, 9, 0), false);
        } else {
          server.set(at(day, 7, 29));
          server.set(at(day, 7, 31));
        }
        assertThat(post.waitForIncomingEmail(60_000, day)).as("day " + day).isTrue();
      }
      server.close();
      // A kill between sending and noting it may send once more, under the same Message-ID.
      Map<String, String> sent = new LinkedHashMap<>();
      for (MimeMessage message : post.getReceivedMessages()) {
        sent.put(message.getMessageID(), message.getSubject());
      }
      List<String> expected = new ArrayList<>();
      for (int day = 1; day <= DAYS; day++) {
        expected.add("Summary, March " + day + ", 2026");
      }
      assertThat(sent.values()).containsExactlyElementsOf(expected);
    } finally {
      post.stop();
    }
  }
}
