package org.quadrille.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SmallCatalogs;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestTest {
  private static final String QUERY = "{\"catalog\":\"shop\",\"mdx\":\"select\"}";

  private final ObjectMapper mapper =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private RunningServer server;

  @BeforeAll
  void start() {
    server = new RunningServer(new SmallCatalogs());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void cellSetAsJson() throws IOException {
    JsonNode json = json(server.post("/api/v1/mdx", QUERY), 200);

    assertThat(json.get("catalog").textValue()).isEqualTo("Shop");
    assertThat(json.at("/axes/0/tuples/0/0/uniqueName").textValue())
        .isEqualTo("[Measures].[Amount]");
    assertThat(json.at("/axes/1/tuples/1/0"))
        .hasToString(
            "{\"uniqueName\":\"[City].[Köln 科隆]\",\"caption\":\"Köln 科隆\","
                + "\"level\":\"[City].[City]\",\"depth\":1}");
    assertThat(json.get("cells"))
        .hasToString(
            "[{\"ordinal\":0,\"value\":1234567.85,\"formatted\":\"1,234,567.85\"},"
                + "{\"ordinal\":1,\"value\":\"Infinity\",\"formatted\":\"Infinity\"},"
                + "{\"ordinal\":2,\"value\":null,\"formatted\":\"\"},"
                + "{\"ordinal\":3,\"value\":null,\"formatted\":\"#ERR: division by a text\","
                + "\"error\":\"division by a text\"}]");
    assertThat(json.get("statements").intValue()).isEqualTo(1);
    assertThat(json.get("millis").longValue()).isEqualTo(5);
    assertThat(json.get("dataVersion").textValue()).isEqualTo("load-7");
  }

  @Test
  void rowsBehindACellAsJson() throws IOException {
    JsonNode json =
        json(
            server.post(
                "/api/v1/mdx",
                "{\"catalog\":\"shop\",\"mdx\":\" /* rows */ drillthrough select\"}"),
            200);

    assertThat(json.get("columns").get(1))
        .hasToString(
            "{\"name\":\"[Measures].[Amount]\",\"caption\":\"Amount <€>\",\"type\":\"decimal\"}");
    assertThat(json.get("rows")).hasToString("[[\"Köln 科隆\",1.25],[null,20]]");
    assertThat(json.get("cut").booleanValue()).isTrue();
  }

  @Test
  void sessionsAreOfXmlaOnly() throws IOException {
    JsonNode json =
        json(
            server.post(
                "/api/v1/mdx",
                "{\"catalog\":\"shop\",\"mdx\":\"create session set [Sales].[Top] as {}\"}"),
            400);

    assertThat(json.toString()).contains("there are no sessions here");
  }

  @Test
  void cellSetAsCsv() {
    HttpResponse<String> response = server.post("/api/v1/mdx", QUERY, "Accept", "text/csv");

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/csv; charset=utf-8; header=present");
    assertThat(response.body())
        .isEqualTo(
            "City,Amount <€>,Share\r\n"
                + "All Cities,1234567.85,Infinity\r\n"
                + "Köln 科隆,,#ERR: division by a text\r\n");
  }

  @Test
  void cellSetAsTable() {
    HttpResponse<String> response = server.post("/api/v1/mdx", QUERY, "Accept", "text/plain");

    assertThat(response.body())
        .isEqualTo(
            """
            ┌────────────┬──────────────┬──────────────────────────┐
            │ City       │   Amount <€> │                    Share │
            ├────────────┼──────────────┼──────────────────────────┤
            │ All Cities │ 1,234,567.85 │                 Infinity │
            │ Köln 科隆  │              │ #ERR: division by a text │
            └────────────┴──────────────┴──────────────────────────┘
            """);
  }

  @Test
  void metadata() throws IOException {
    assertThat(json(server.get("/api/v1/catalogs"), 200))
        .hasToString("{\"catalogs\":[{\"name\":\"Shop\"}]}");
    JsonNode cubes = json(server.get("/api/v1/catalogs/Shop/cubes"), 200);
    assertThat(cubes.at("/cubes/1/fault").textValue())
        .isEqualTo("no table (<Table>, line 3, column 5)");
    JsonNode cube = json(server.get("/api/v1/catalogs/Shop/cubes/Sales"), 200);
    assertThat(cube.at("/dimensions/0/hierarchies/0/levels/1/uniqueName").textValue())
        .isEqualTo("[City].[City]");
    JsonNode members =
        json(server.get("/api/v1/catalogs/Shop/cubes/Sales/members?level=%5BCity%5D"), 200);
    assertThat(members.at("/members/0/name").textValue()).isEqualTo("Köln 科隆");
  }

  @Test
  void explain() throws IOException {
    JsonNode json = json(server.post("/api/v1/explain", QUERY), 200);

    assertThat(json.at("/steps/0").textValue()).isEqualTo("one statement");
    assertThat(json.at("/statistics/sql/0").textValue()).isEqualTo("select 1");
    assertThat(server.post("/api/v1/explain", QUERY, "Accept", "text/plain").body())
        .isEqualTo("one statement\n");
  }

  @Test
  void healthTellsTheDataVersion() throws IOException {
    assertThat(json(server.get("/health"), 200))
        .hasToString(
            "{\"status\":\"ok\",\"catalogs\":[{\"name\":\"Shop\",\"dataVersion\":\"load-7\"}]}");
  }

  @Test
  void metricsCountQueriesAndErrors() {
    server.post("/api/v1/mdx", QUERY);
    server.post("/api/v1/mdx", "{\"catalog\":\"Shop\",\"mdx\":\"wrong\"}");

    String text = server.get("/metrics").body();
    assertThat(text)
        .containsPattern("quadrille_queries_total\\{surface=\"rest\",outcome=\"ok\"} [1-9]")
        .containsPattern("quadrille_queries_total\\{surface=\"rest\",outcome=\"error\"} [1-9]")
        .containsPattern("quadrille_query_seconds_count\\{surface=\"rest\"} [1-9]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"catalog\":\"Shop\",\"mdx\":\"wrong\"}|400|mdx|no member wrong|1|8",
        "{\"catalog\":\"Shp\",\"mdx\":\"x\"}|404|unknown_name|no catalog Shp|0|0",
        "{\"catalog\":\"Shop\",\"mdx\":\"crash\"}|500|internal|IllegalStateException|0|0",
        "{\"catalog\":\"Shop\"}|400|bad_request|the key mdx is missing|0|0",
        "{\"catalog\":\"Shop\",\"mdx\":1}|400|bad_request|the key mdx must be a text|0|0",
        "{\"catalog\":\"Shop\",\"mdxx\":\"x\"}|400|bad_request|did you mean mdx?|0|0",
        "{\"catalog\"|400|bad_json|the body is not JSON|1|11",
        "[]|400|bad_request|must be a JSON object|0|0",
      })
  void errorsHaveStatusCodeMessageAndPlace(
      String body, int status, String code, String message, int line, int column)
      throws IOException {
    JsonNode error = json(server.post("/api/v1/mdx", body), status).get("error");

    assertThat(error.get("code").textValue()).isEqualTo(code);
    assertThat(error.get("message").textValue()).contains(message).doesNotContain("secret");
    assertThat(error.get("line").asInt(0)).isEqualTo(line);
    assertThat(error.get("column").asInt(0)).isEqualTo(column);
  }

  @Test
  void unknownAddresses() throws IOException {
    assertThat(json(server.get("/api/v1/nothing", "Accept", "text/html"), 404).at("/error/code"))
        .hasToString("\"not_found\"");
    assertThat(json(server.get("/api/v1/mdx"), 405).at("/error/message").textValue())
        .isEqualTo("/api/v1/mdx takes POST, not GET");
    HttpResponse<String> page = server.get("/no&thing", "Accept", "text/html,*/*");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }

  @Test
  void securityHeadersStandEverywhere() {
    for (HttpResponse<String> response :
        List.of(server.get("/health"), server.get("/api/v1/nothing"))) {
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'");
      assertThat(response.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void largeAnswersAreCompressedOnDemand() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/v1/openapi.json"))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] body = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(server.get("/api/v1/openapi.json").body());
  }

  @Test
  void largeBodiesAreRefused() throws IOException {
    String body = "{\"catalog\":\"Shop\",\"mdx\":\"" + "x".repeat(9_000_000) + "\"}";

    assertThat(json(server.post("/api/v1/mdx", body), 413).at("/error/code"))
        .hasToString("\"too_large\"");
  }

  @Test
  void descriptionNamesExactlyTheAddresses() throws IOException {
    JsonNode paths = json(server.get("/api/v1/openapi.json"), 200).get("paths");

    assertThat(paths.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/health",
            "/metrics",
            "/api/v1/openapi.json",
            "/api/v1/catalogs",
            "/api/v1/catalogs/{catalog}/cubes",
            "/api/v1/catalogs/{catalog}/cubes/{cube}",
            "/api/v1/catalogs/{catalog}/cubes/{cube}/members",
            "/api/v1/catalogs/{catalog}/tables",
            "/api/v1/sql",
            "/api/v1/sql/explain",
            "/api/v1/sql/cancel",
            "/api/v1/mdx",
            "/api/v1/explain",
            "/api/v1/queries",
            "/api/v1/queries/{id}/cancel");
    List<String> answered = new ArrayList<>();
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          String real =
                              path.getKey()
                                  .replace("{catalog}", "Shop")
                                  .replace("{cube}", "Sales")
                                  .replace("{id}", "none");
                          HttpRequest request =
                              HttpRequest.newBuilder(server.uri(real))
                                  .method(
                                      method.toUpperCase(Locale.ROOT),
                                      HttpRequest.BodyPublishers.noBody())
                                  .build();
                          int status = server.send(request).statusCode();
                          boolean cancels = real.startsWith("/api/v1/queries/");
                          assertThat(status).as(method + real).isIn(200, cancels ? 404 : 400);
                          answered.add(real);
                        }));
    assertThat(answered).hasSize(15);
  }

  private JsonNode json(HttpResponse<String> response, int status) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return mapper.readTree(response.body());
  }
}
