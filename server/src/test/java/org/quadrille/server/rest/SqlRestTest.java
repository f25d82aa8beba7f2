package org.quadrille.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** SQL over the sample company by REST. */
@ExtendWith(SampleServer.class)
class SqlRestTest {
  /** So many combinations that no machine ends in time. */
  private static final String ENDLESS =
      "select count(*) from star.fact_sales a, star.fact_sales b, star.fact_sales c"
          + " where a.amount + b.amount * c.amount = 17";

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void rowsAsJsonWithTheirStatement(RunningServer server) throws IOException {
    JsonNode answer =
        json(
            server,
            Map.of(
                "sql",
                "select \"Year\", AGGREGATE(\"Amount\") as a, AGGREGATE(\"Margin %\") as m"
                    + " from \"Sales\" group by \"Year\" order by 1"),
            200);

    assertThat(answer.get("columns").get(0).toString())
        .isEqualTo("{\"name\":\"Year\",\"type\":\"INTEGER\"}");
    assertThat(answer.get("rows")).hasSizeGreaterThan(1);
    assertThat(answer.get("statements").intValue()).isEqualTo(1);
    assertThat(answer.get("cut").booleanValue()).isFalse();
    assertThat(answer.get("dataVersion").textValue()).isEqualTo("1");
  }

  @Test
  void sqlAndMdxShowTheSameFigures(RunningServer server) throws IOException {
    JsonNode rows =
        json(
                server,
                Map.of(
                    "sql",
                    "select \"Province\", AGGREGATE(\"Amount\"), AGGREGATE(\"Orders\")"
                        + " from \"Sales\" group by \"Province\" order by 1"),
                200)
            .get("rows");
    String mdx =
        "select {[Measures].[Amount], [Measures].[Orders]} on columns,"
            + " order([Region].[Province].Members, [Region].CurrentMember.Name, BASC) on rows"
            + " from [Sales]";
    JsonNode cells =
        mapper
            .readTree(
                server
                    .post(
                        "/api/v1/mdx",
                        mapper.writeValueAsString(Map.of("catalog", "Sample", "mdx", mdx)))
                    .body())
            .get("cells");

    int at = 0;
    for (JsonNode row : rows) {
      while (cells.get(at * 2).get("value").isNull()) {
        at++;
      }
      assertThat(row.get(1).decimalValue())
          .isEqualByComparingTo(cells.get(at * 2).get("value").decimalValue());
      assertThat(row.get(2).longValue()).isEqualTo(cells.get(at * 2 + 1).get("value").longValue());
      at++;
    }
    assertThat(at).isGreaterThan(5);
  }

  @Test
  void limitAndParameters(RunningServer server) throws IOException {
    JsonNode answer =
        json(
            server,
            Map.of(
                "sql",
                "select cast(? as varchar) as b, x from (values (1), (2), (3)) as t(x)"
                    + " where x >= ? order by x",
                "parameters",
                java.util.List.of("中文", 2),
                "maxRows",
                1),
            200);

    assertThat(answer.get("rows").toString()).isEqualTo("[[\"中文\",2]]");
    assertThat(answer.get("cut").booleanValue()).isTrue();
  }

  @Test
  void csvHasAllRows(RunningServer server) {
    HttpResponse<String> answer =
        server.post(
            "/api/v1/sql",
            "{\"catalog\":\"Sample\",\"sql\":\"select 1 as a, 'x,y' as b, cast(null as integer) as c\"}",
            "Accept",
            "text/csv");

    assertThat(answer.body()).isEqualTo("a,b,c\r\n1,\"x,y\",\r\n");
  }

  @Test
  void errorsHaveTheirPlace(RunningServer server) throws IOException {
    JsonNode error =
        json(server, Map.of("sql", "select \"Yaer\"\nfrom \"Sales\""), 400).get("error");

    assertThat(error.get("code").textValue()).isEqualTo("sql");
    assertThat(error.get("message").textValue()).contains("Yaer").contains("Year");
    assertThat(error.get("line").intValue()).isEqualTo(1);
    assertThat(error.get("column").intValue()).isEqualTo(8);
  }

  @Test
  void theTimeLimitEndsAQuery(RunningServer server) throws IOException {
    JsonNode error = json(server, Map.of("sql", ENDLESS, "timeoutSeconds", 1), 408).get("error");

    assertThat(error.get("message").textValue()).contains("longer than 1.0 s");
  }

  @Test
  void aQueryIsCancelledByItsId(RunningServer server) throws IOException {
    CompletableFuture<HttpResponse<String>> running =
        CompletableFuture.supplyAsync(
            () -> server.post("/api/v1/sql", body(Map.of("sql", ENDLESS, "id", "q1"))));
    int status;
    do {
      status = server.post("/api/v1/sql/cancel", "{\"id\":\"q1\"}").statusCode();
    } while (status == 404 && !running.isDone());

    assertThat(running.join().statusCode()).as(running.join().body()).isEqualTo(409);
  }

  @Test
  void tablesAreDescribed(RunningServer server) throws IOException {
    JsonNode tables =
        mapper.readTree(server.get("/api/v1/catalogs/Sample/tables").body()).get("tables");

    assertThat(tables.findValuesAsText("name")).contains("Sales", "fact_sales", "Margin %");
  }

  private JsonNode json(RunningServer server, Map<String, Object> request, int status)
      throws IOException {
    HttpResponse<String> response = server.post("/api/v1/sql", body(request));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return mapper.readTree(response.body());
  }

  private String body(Map<String, Object> request) {
    Map<String, Object> whole = new java.util.HashMap<>(request);
    whole.put("catalog", "Sample");
    try {
      return mapper.writeValueAsString(whole);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
