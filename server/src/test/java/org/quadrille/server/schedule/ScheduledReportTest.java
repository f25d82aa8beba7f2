package org.quadrille.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.app.QuadrilleServer;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.config.SettingsReader;
import org.quadrille.server.state.StateDatabase;

/** The whole server, from its settings to the mail. */
final class ScheduledReportTest {
  private static final Path SHOP = Path.of("../cubes/src/test/resources/shop");
  private static final Pattern DOCUMENT = Pattern.compile("/schedules/documents/[^\"]+");
  private static final String ROLE =
      """
      <Role name="China"><SchemaGrant access="none"><CubeGrant cube="Sales" access="all">
        <HierarchyGrant hierarchy="[Region]" access="custom" rollupPolicy="partial">
          <MemberGrant member="[Region].[China]" access="all"/>
        </HierarchyGrant>
      </CubeGrant></SchemaGrant></Role>
      """;
  private static final String REPORT =
      """
      ---
      title: {en: Weekly figures, zh: 每周指标}
      sections:
        - name: regions
          title: {en: Regions, zh: 地区}
          query: select {[Measures].[Amount]} on columns, [Region].[Country].Members on rows from Sales
      ---
      <@section part.regions/>
      """;
  private static final String SETTINGS =
      """
      server: {host: 127.0.0.1, port: 0}
      catalogs: [{name: Shop, schema: shop.xml, jdbc: "jdbc:duckdb:shop.duckdb", version: static}]
      reports: {folder: reports}
      mail: {host: 127.0.0.1, port: %d, security: none, from: reports@example.com}
      schedules:
        - name: weekly
          report: weekly
          cron: "%d %d * * *"
          zone: UTC
          as: pdf, csv
          to:
            - {mail: board@example.com, lang: en}
            - {mail: china@example.com, lang: en, role: China}
      """;

  private final Instant now = Instant.now();
  private final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir private Path folder;
  private ServeSettings settings;
  private String address = "";

  @BeforeEach
  void open() throws IOException, SQLException {
    post.start();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(SHOP.resolve("shop.sql"), StandardCharsets.UTF_8));
    }
    String schema = Files.readString(SHOP.resolve("shop.xml"), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("shop.xml"), schema.replace("</Schema>", ROLE + "</Schema>"));
    Files.createDirectory(folder.resolve("reports"));
    Files.writeString(folder.resolve("reports/weekly.ftlh"), REPORT);
    ZonedDateTime due = now.minus(Duration.ofHours(1)).atZone(ZoneOffset.UTC);
    Path file = folder.resolve("serve.yaml");
    Files.writeString(
        file, SETTINGS.formatted(post.getSmtp().getPort(), due.getMinute(), due.getHour()));
    settings = SettingsReader.read(file);
  }

  @AfterEach
  void close() {
    post.stop();
  }

  private QuadrilleServer start() throws IOException {
    QuadrilleServer server =
        QuadrilleServer.start(settings, Catalogs.open(settings.catalogs(), Clock.systemUTC()));
    address = server.address();
    return server;
  }

  /** A server that ran two hours ago and ended before the time came. */
  private void ranBefore() {
    Clock then = Clock.fixed(now.minus(Duration.ofHours(2)), ZoneOffset.UTC);
    try (StateDatabase state = StateDatabase.open(settings.state())) {
      RunLog log = new RunLog(state, then);
      Pauses pauses = new Pauses(state, then);
      try (Schedules schedules =
          new Schedules(
              settings.reports().schedules(), state, log, pauses, then, Duration.ofHours(1))) {
        schedules.start(
            new ReportSender(
                log,
                ScheduleRunner.maker(false),
                ScheduleRunner.mailer(post.getSmtp().getPort(), then)));
      }
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address + path)));
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> form(String form, String fields)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + "/forms/schedules/" + form))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)));
  }

  private String csvTo(String recipient) throws MessagingException, IOException {
    List<String> files = new ArrayList<>();
    for (MimeMessage message : post.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().equals(recipient)) {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getInputStream().readNBytes(4))
            .asString()
            .isEqualTo("%PDF");
        byte[] csv = parts.getBodyPart(2).getInputStream().readAllBytes();
        files.add(new String(csv, StandardCharsets.UTF_8));
      }
    }
    assertThat(files).as(recipient).hasSize(1);
    return files.get(0);
  }

  @Test
  void whatFellDueIsSentToEachWithTheRightsOfHisRole()
      throws IOException, MessagingException, InterruptedException {
    ranBefore();
    try (QuadrilleServer server = start()) {
      assertThat(post.waitForIncomingEmail(60_000, 2)).as(server.address()).isTrue();
      assertThat(csvTo("board@example.com")).contains("China", "Germany");
      assertThat(csvTo("china@example.com")).contains("China").doesNotContain("Germany");
      String page = get("/schedules?lang=en");
      assertThat(page).contains("board@example.com", "china@example.com", "Weekly figures");
      Matcher document = DOCUMENT.matcher(page);
      assertThat(document.find()).isTrue();
      assertThat(get(document.group())).isNotEmpty();
      HttpRequest.Builder underRole =
          HttpRequest.newBuilder(URI.create(address + document.group() + "?role=China"));
      assertThat(send(underRole).statusCode()).isEqualTo(404);
      assertThat(get("/schedules?lang=en&role=China")).doesNotContain("board@example.com");
    }
  }

  @Test
  void aReaderTriesItAndPausesIt() throws IOException, MessagingException, InterruptedException {
    try (QuadrilleServer server = start()) {
      assertThat(form("send", "schedule=weekly&reader=1&to=me%40example.com").statusCode())
          .isEqualTo(303);
      assertThat(post.waitForIncomingEmail(60_000, 1)).as(server.address()).isTrue();
      assertThat(csvTo("me@example.com")).contains("China").doesNotContain("Germany");
      assertThat(form("send", "schedule=weekly&reader=7&to=me%40example.com").statusCode())
          .isEqualTo(404);
      assertThat(form("send", "schedule=weekly&reader=0&to=nobody").statusCode()).isEqualTo(404);
      assertThat(form("pause", "schedule=weekly").statusCode()).isEqualTo(303);
      assertThat(get("/schedules?lang=en")).contains(">Paused<").contains("trial");
    }
    try (QuadrilleServer again = start()) {
      assertThat(get("/schedules?lang=en")).as(again.address()).contains(">Paused<");
      form("resume", "schedule=weekly");
      assertThat(get("/schedules?lang=en")).contains(">Active<");
    }
  }

  @Test
  void whatFallsDueInAPauseIsNotedAndNotSent()
      throws IOException, InterruptedException, MessagingException {
    ranBefore();
    try (StateDatabase state = StateDatabase.open(settings.state())) {
      new Pauses(state, Clock.systemUTC()).set("weekly", true);
    }
    try (QuadrilleServer server = start()) {
      form("send", "schedule=weekly&reader=0&to=me%40example.com");
      assertThat(post.waitForIncomingEmail(60_000, 1)).as(server.address()).isTrue();
      assertThat(csvTo("me@example.com")).contains("Germany");
    }
    try (StateDatabase state = StateDatabase.open(settings.state())) {
      assertThat(new RunHistory(state).newest(9))
          .filteredOn(run -> !run.test())
          .extracting(run -> run.outcome().code())
          .containsExactly("paused");
    }
  }
}
