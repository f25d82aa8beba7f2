package org.quadrille.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quadrille.server.schedule.Schedule.Format;
import org.quadrille.server.schedule.Schedule.Recipient;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.server.state.StateSettings;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.schedule.ReportRun;
import org.quadrille.web.schedule.RunOutcome;
import org.quadrille.web.text.Language;

/** One run after another to a mail server and a web hook of this machine. */
final class ReportSenderTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T06:30:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T06:30:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T06:30:00Z");
  private static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);

  /** What the web hook got: the header with the id, and the body. */
  private record Posted(String key, JsonNode body) {}

  private final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private HttpServer hook;
  private volatile int status = 204;
  private volatile String says = "42";

  private StateDatabase state;
  private RunLog log;
  private RunHistory history;
  private ReportSender sender;

  @BeforeEach
  void open() throws IOException {
    post.start();
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          posted.add(new Posted(key, new ObjectMapper().readTree(exchange.getRequestBody())));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    hook.start();
    state = StateDatabase.open(StateSettings.memory());
    log = new RunLog(state, CLOCK);
    history = new RunHistory(state);
    sender = new ReportSender(log, maker(), ScheduleRunner.mailer(post.getSmtp().getPort(), CLOCK));
  }

  @AfterEach
  void close() {
    state.close();
    hook.stop(0);
    post.stop();
  }

  private ReportSender.Maker maker() {
    return new ReportSender.Maker() {
      @Override
      public Report make(String name, ReportRequest request) {
        DataTable table =
            new DataTable(
                "Sales",
                List.of(Column.text("City"), Column.number("Amount")),
                List.of(Line.of(List.of(Value.of("Köln 科隆"), Value.of(says)))));
        return new Report(
            name, "Summary", request.language(), says, List.of(table), List.of("no costs"), says);
      }

      @Override
      public byte[] print(Report report) {
        return report.html().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  private String hookAddress() {
    return "http://127.0.0.1:" + hook.getAddress().getPort() + "/secret";
  }

  private static Recipient mail(String address) {
    return new Recipient(address, Language.EN, null);
  }

  private static Schedule schedule(
      boolean onlyIfChanged, Set<Format> formats, Recipient... recipients) {
    return new Schedule(
        "a schedule with a name of more than thirty-six letters",
        "summary",
        Map.of(),
        CronTimes.of("30 7 * * *", ZoneId.of("Europe/Berlin")),
        List.of(recipients),
        formats,
        onlyIfChanged);
  }

  private List<RunOutcome> outcomes() {
    return history.newest(9).stream().map(ReportRun::outcome).toList();
  }

  @Test
  void mailsHaveAFileForEachFormatAndSayWhatIsMissing() throws MessagingException, IOException {
    Schedule all = schedule(false, EnumSet.allOf(Format.class), mail("a@example.com"));
    assertThat(sender.run(all, MONDAY, false, 0, false)).isTrue();
    MimeMessage message = post.getReceivedMessages()[0];
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("\n- no costs");
    List<String> names = new ArrayList<>();
    for (int i = 1; i < parts.getCount(); i++) {
      names.add(parts.getBodyPart(i).getFileName());
    }
    assertThat(names)
        .containsExactly(
            "summary-2026-03-02.pdf", "summary-2026-03-02.xlsx", "summary-2026-03-02.csv");
    byte[] csv = parts.getBodyPart(3).getInputStream().readAllBytes();
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .isEqualTo("\ufeffCity,Amount\r\nKöln 科隆,42\r\n");
    assertThat(parts.getBodyPart(2).getInputStream().readNBytes(2)).asString().isEqualTo("PK");
  }

  @Test
  void whatWasSentIsKeptAndCanBeOpened() {
    Schedule one = schedule(false, Set.of(Format.PDF), mail("a@example.com"));
    sender.run(one, MONDAY, false, 0, false);
    ReportRun.Document kept = history.newest(1).get(0).deliveries().get(0).documents().get(0);
    assertThat(kept.name()).isEqualTo("summary-2026-03-02.pdf");
    assertThat(history.document(kept.id()).orElseThrow().content()).asString().isEqualTo("42");
    assertThat(history.document("none")).isEmpty();
  }

  @Test
  void webHooksGetTheSameAsJson() {
    Schedule one = schedule(false, Set.of(Format.CSV), mail(hookAddress()));
    assertThat(sender.run(one, MONDAY, false, 0, false)).isTrue();
    JsonNode body = posted.get(0).body();
    assertThat(body.path("id").asText()).isEqualTo(posted.get(0).key());
    assertThat(body.path("subject").asText()).isEqualTo("Summary, March 2, 2026");
    JsonNode file = body.path("files").path(0);
    assertThat(file.path("name").asText()).isEqualTo("summary-2026-03-02.csv");
    assertThat(Base64.getDecoder().decode(file.path("content").asText()))
        .asString(StandardCharsets.UTF_8)
        .contains("Köln 科隆,42");
    assertThat(history.newest(1).get(0).deliveries().get(0).recipient()).isEqualTo("127.0.0.1");
  }

  @Test
  void onlyWhatHasChangedIsSent() {
    Schedule one = schedule(true, Set.of(Format.PDF), mail("a@example.com"));
    sender.run(one, MONDAY, false, 0, false);
    sender.run(one, TUESDAY, false, 0, false);
    assertThat(post.getReceivedMessages()).hasSize(1);
    says = "43";
    sender.run(one, WEDNESDAY, false, 0, false);
    assertThat(post.getReceivedMessages()).hasSize(2);
    assertThat(outcomes()).containsExactly(RunOutcome.SENT, RunOutcome.UNCHANGED, RunOutcome.SENT);
  }

  @Test
  void aTrialDoesNotMakeTheNextOneUnchanged() {
    Schedule one = schedule(true, Set.of(Format.PDF), mail("a@example.com"));
    sender.run(one.trial(mail("a@example.com")), MONDAY, true, 0, true);
    sender.run(one, TUESDAY, false, 0, false);
    assertThat(post.getReceivedMessages()).hasSize(2);
    assertThat(history.newest(9)).extracting(ReportRun::test).containsExactly(false, true);
  }

  @Test
  void whoeverMissedItIsTriedAgainWithoutTheOthersGettingItTwice() {
    Schedule two = schedule(false, Set.of(Format.PDF), mail("a@example.com"), mail(hookAddress()));
    status = 503;
    assertThat(sender.run(two, MONDAY, false, 0, false)).isFalse();
    assertThat(outcomes()).containsExactly(RunOutcome.OPEN);
    status = 200;
    assertThat(sender.run(two, MONDAY, false, 1, false)).isTrue();
    assertThat(post.getReceivedMessages()).hasSize(1);
    assertThat(posted).extracting(Posted::key).hasSize(2).containsOnly(posted.get(0).key());
    assertThat(outcomes()).containsExactly(RunOutcome.SENT);
    assertThat(history.newest(1).get(0).attempts()).isEqualTo(2);
  }

  @Test
  void theLastTryTellsWhoGotNothing() {
    Schedule two = schedule(false, Set.of(Format.PDF), mail("a@example.com"), mail(hookAddress()));
    status = 500;
    assertThat(sender.run(two, MONDAY, false, 5, true)).isTrue();
    ReportRun run = history.newest(1).get(0);
    assertThat(run.outcome()).isEqualTo(RunOutcome.PARTLY);
    assertThat(run.deliveries())
        .filteredOn(delivery -> delivery.outcome() == RunOutcome.FAILED)
        .singleElement()
        .satisfies(
            failed ->
                assertThat(Objects.requireNonNull(failed.message()))
                    .contains("answered 500")
                    .doesNotContain("secret"));
  }
}
