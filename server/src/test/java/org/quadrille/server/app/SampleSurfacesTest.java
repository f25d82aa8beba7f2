package org.quadrille.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** The sample company over REST and XMLA: the same numbers on each, and errors with their place. */
@ExtendWith(SampleServer.class)
class SampleSurfacesTest {
  private static final String QUERY =
      "select {[Measures].[Amount]} on columns, [Region].Children on rows from [Sales]";

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void restAndXmlaShowTheSameCells(RunningServer server) throws IOException {
    JsonNode cells = mdx(server, QUERY).get("cells");
    String xmla = xmla(server, QUERY);

    assertThat(cells).isNotEmpty();
    for (JsonNode cell : cells) {
      if (!cell.get("value").isNull()) {
        assertThat(xmla).contains("<FmtValue>" + cell.get("formatted").textValue() + "</FmtValue>");
      }
    }
  }

  @Test
  void theAnswerTellsWhatItCost(RunningServer server) throws IOException {
    JsonNode answer = mdx(server, QUERY);

    assertThat(answer.get("dataVersion").textValue()).isEqualTo("1");
    assertThat(answer.get("statements").intValue()).isBetween(0, 10);
  }

  @Test
  void captionsFollowTheLanguage(RunningServer server) throws IOException {
    String body =
        "{\"catalog\":\"Sample\",\"lang\":\"zh\",\"mdx\":" + mapper.writeValueAsString(QUERY) + "}";
    JsonNode answer = mapper.readTree(server.post("/api/v1/mdx", body).body());

    assertThat(answer.at("/axes/1/tuples").toString()).contains("中国").contains("[Region].");
  }

  @Test
  void unknownMembersHaveTheirPlaceOnBothSurfaces(RunningServer server) throws IOException {
    String wrong = "select\n  {[Measures].[Amont]} on columns from [Sales]";
    JsonNode error = mdx(server, wrong).get("error");

    assertThat(error.get("message").textValue()).contains("Amont").contains("Amount");
    assertThat(error.get("line").intValue()).isEqualTo(2);
    assertThat(error.get("column").intValue()).isEqualTo(4);
    assertThat(xmla(server, wrong)).contains("(line 2, column 4)").contains("soap:Fault");
  }

  @Test
  void allCubesCanBeUsed(RunningServer server) throws IOException {
    JsonNode cubes =
        mapper.readTree(server.get("/api/v1/catalogs/Sample/cubes").body()).get("cubes");

    assertThat(cubes).hasSizeGreaterThan(3).allMatch(cube -> cube.get("fault").isNull());
  }

  private JsonNode mdx(RunningServer server, String mdx) throws IOException {
    String body = "{\"catalog\":\"Sample\",\"mdx\":" + mapper.writeValueAsString(mdx) + "}";
    return mapper.readTree(server.post("/api/v1/mdx", body).body());
  }

  private static String xmla(RunningServer server, String mdx) {
    String envelope =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
            + "<Execute xmlns=\"urn:schemas-microsoft-com:xml-analysis\"><Command><Statement>"
            + mdx
            + "</Statement></Command><Properties><PropertyList><Content>Data</Content>"
            + "</PropertyList></Properties></Execute></s:Body></s:Envelope>";
    return server.post("/xmla", envelope, "Content-Type", "text/xml").body();
  }
}
