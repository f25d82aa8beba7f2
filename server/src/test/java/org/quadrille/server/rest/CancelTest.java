package org.quadrille.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.server.RunningServer;

/** Queries that would run for hours, ended from outside over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class CancelTest {
  private static final String SCHEMA =
      """
      <Schema name="Shop">
        <Cube name="Endless">
          <Table name="endless"/>
          <Measure name="Amount" column="amount" aggregator="sum"/>
        </Cube>
      </Schema>
      """;

  private static final String MDX = "select [Measures].[Amount] on 0 from Endless";
  private static final String BODY = "{\"catalog\": \"Shop\", \"mdx\": \"" + MDX + "\"%s}";

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    String url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create view endless as select a.i * b.i as amount"
              + " from range(10000000) a(i), range(10000000) b(i)");
    }
    Files.writeString(folder.resolve("shop.xml"), SCHEMA);
    List<CatalogSettings> settings =
        List.of(
            new CatalogSettings(
                "Shop", folder.resolve("shop.xml"), url, null, null, new VersionRule.Static()));
    server = new RunningServer(Catalogs.open(settings, Clock.systemUTC()), settings);
  }

  @AfterAll
  void stop() {
    clients.shutdownNow();
    server.close();
  }

  private JsonNode running() throws IOException {
    return mapper.readTree(server.get("/api/v1/queries").body()).path("queries");
  }

  private void awaitRunning(int count) throws IOException {
    while (running().size() != count || metric("quadrille_sql_running") != count) {
      Thread.onSpinWait();
    }
  }

  private double metric(String name) {
    return server
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  @Test
  void byItsId() throws Exception {
    double before = metric("quadrille_queries_cancelled_total");
    Future<HttpResponse<String>> answer =
        clients.submit(() -> server.post("/api/v1/mdx", BODY.formatted(", \"id\": \"mine\"")));
    awaitRunning(1);
    assertThat(running().get(0).path("mdx").textValue()).isEqualTo(MDX);
    assertThat(running().get(0).path("surface").textValue()).isEqualTo("rest");
    HttpResponse<String> again = server.post("/api/v1/mdx", BODY.formatted(", \"id\": \"mine\""));
    assertThat(again.statusCode()).isEqualTo(409);

    assertThat(server.post("/api/v1/queries/mine/cancel", "").statusCode()).isEqualTo(200);

    assertThat(answer.get().statusCode()).isEqualTo(400);
    assertThat(answer.get().body()).contains("the query was cancelled");
    assertThat(server.post("/api/v1/queries/mine/cancel", "").statusCode()).isEqualTo(404);
    awaitRunning(0);
    assertThat(metric("quadrille_queries_cancelled_total")).isEqualTo(before + 1);
  }

  @Test
  void byXmlaCancelOfItsSession() throws Exception {
    String header = "<s:Header><Session SessionId=\"s-1\"/></s:Header>";
    String execute =
        "<Execute><Command><Statement>"
            + MDX
            + "</Statement></Command><Properties><PropertyList/></Properties></Execute>";
    Future<HttpResponse<String>> answer =
        clients.submit(() -> server.post("/xmla", envelope(header, execute)));
    awaitRunning(1);
    String cancel =
        "<Execute><Command><Cancel><SessionID>%s</SessionID></Cancel></Command></Execute>";

    server.post("/xmla", envelope("", cancel.formatted("s-2")));
    assertThat(running()).hasSize(1);
    assertThat(server.post("/xmla", envelope("", cancel.formatted("s-1"))).body())
        .contains("xml-analysis:empty");

    assertThat(answer.get().body()).contains("the query was cancelled");
    assertThat(server.post("/xmla", envelope("", cancel.formatted(""))).body())
        .contains("Cancel needs a SessionID");
  }

  private static String envelope(String header, String body) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
        + header
        + "<s:Body>"
        + body
        + "</s:Body></s:Envelope>";
  }

  @Test
  void byTheClientGoingAway() throws Exception {
    try (Socket socket = connect()) {
      send(socket, BODY.formatted(""));
      awaitRunning(1);
    }
    awaitRunning(0);
  }

  @Test
  void theNextRequestOnTheConnectionIsNotLost() throws Exception {
    try (Socket socket = connect()) {
      send(socket, BODY.formatted(", \"id\": \"first\""));
      awaitRunning(1);
      send(socket, BODY.formatted(", \"catalog2\": 1"));
      // Longer than it takes until the server looks at the connection.
      long end = System.nanoTime() + 1_500_000_000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      server.post("/api/v1/queries/first/cancel", "");
      String answers = read(socket.getInputStream(), "unknown key catalog2");
      assertThat(answers).contains("the query was cancelled");
    }
  }

  private Socket connect() throws IOException {
    URI address = server.uri("/");
    return new Socket(address.getHost(), address.getPort());
  }

  private static void send(Socket socket, String body) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("POST /api/v1/mdx HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String read(InputStream in, String until) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      text.append((char) next);
      if (text.indexOf(until) >= 0) {
        return text.toString();
      }
    }
    return text + " (the connection ended)";
  }
}
