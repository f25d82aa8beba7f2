package org.quadrille.server.xmla;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SmallCatalogs;

/** What Excel sends when it connects, in its order, and queries of the tables of metadata. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExcelSequenceTest {
  private static final Pattern SESSION = Pattern.compile("SessionId=\"([^\"]+)\"");
  private static final String CATALOG = "<CATALOG_NAME>Shop</CATALOG_NAME>";
  private static final String CUBE = CATALOG + "<CUBE_NAME>Sales</CUBE_NAME>";

  private RunningServer server;

  @BeforeAll
  void start() {
    server = new RunningServer(new SmallCatalogs());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String post(String header, String body) {
    HttpResponse<String> response =
        server.post(
            "/xmla",
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>"
                + header
                + "</soap:Header><soap:Body>"
                + body
                + "</soap:Body></soap:Envelope>",
            "Content-Type",
            "text/xml",
            "SOAPAction",
            "\"urn:schemas-microsoft-com:xml-analysis:Discover\"",
            "X-Transport-Caps-Negotiation-Flags",
            "1,0,0,0,0");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Transport-Caps-Negotiation-Flags"))
        .hasValue("0,0,0,0,0");
    assertThat(response.body()).doesNotContain("faultstring");
    return response.body();
  }

  private static String discover(String type, String restrictions) {
    return "<Discover xmlns=\"urn:schemas-microsoft-com:xml-analysis\"><RequestType>"
        + type
        + "</RequestType><Restrictions><RestrictionList>"
        + restrictions
        + "</RestrictionList></Restrictions><Properties><PropertyList><Catalog>Shop</Catalog>"
        + "<LocaleIdentifier>1033</LocaleIdentifier></PropertyList></Properties></Discover>";
  }

  private static String execute(String statement) {
    return "<Execute xmlns=\"urn:schemas-microsoft-com:xml-analysis\"><Command><Statement>"
        + statement
        + "</Statement></Command><Properties><PropertyList><Catalog>Shop</Catalog>"
        + "<Format>Tabular</Format><Content>Data</Content></PropertyList></Properties></Execute>";
  }

  private String session(String id) {
    return "<Session xmlns=\"urn:schemas-microsoft-com:xml-analysis\" mustUnderstand=\"1\""
        + " SessionId=\""
        + id
        + "\"/>";
  }

  private String begin() {
    String begun =
        post(
            "<BeginSession xmlns=\"urn:schemas-microsoft-com:xml-analysis\" mustUnderstand=\"1\"/>",
            discover("DISCOVER_PROPERTIES", "<PropertyName>Catalog</PropertyName>"));
    Matcher matcher = SESSION.matcher(begun);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void theFirstSessionFindsCatalogsAndCubes() {
    post(
        "<Version xmlns=\"http://schemas.microsoft.com/analysisservices/2003/engine/2\""
            + " Sequence=\"400\"/>",
        discover("DISCOVER_PROPERTIES", "<PropertyName>ServerName</PropertyName>"));
    String id = begin();
    for (String type :
        List.of("DISCOVER_PROPERTIES", "DISCOVER_SCHEMA_ROWSETS", "DBSCHEMA_CATALOGS")) {
      assertThat(post(session(id), discover(type, ""))).contains("<row>", id);
    }
    assertThat(post(session(id), discover("MDSCHEMA_CUBES", CATALOG)))
        .contains("<CUBE_NAME>Sales</CUBE_NAME>");
    assertThat(post(session(id), discover("DBSCHEMA_TABLES", "")))
        .contains("<TABLE_NAME>Sales</TABLE_NAME>");
    post(
        "<EndSession xmlns=\"urn:schemas-microsoft-com:xml-analysis\" SessionId=\"" + id + "\"/>",
        execute(""));
  }

  @Test
  void theSecondSessionReadsTheCube() {
    String id = begin();
    assertThat(post(session(id), execute(""))).contains("xml-analysis:empty");
    for (String type :
        List.of(
            "MDSCHEMA_CUBES",
            "MDSCHEMA_DIMENSIONS",
            "MDSCHEMA_HIERARCHIES",
            "MDSCHEMA_LEVELS",
            "MDSCHEMA_MEASURES",
            "MDSCHEMA_SETS",
            "MDSCHEMA_MEASUREGROUPS",
            "MDSCHEMA_MEASUREGROUP_DIMENSIONS")) {
      assertThat(post(session(id), discover(type, CUBE))).as(type).contains("<row>");
    }
    assertThat(post(session(id), discover("MDSCHEMA_KPIS", CUBE))).doesNotContain("<row>");
    assertThat(
            post(session(id), discover("MDSCHEMA_PROPERTIES", "<PROPERTY_TYPE>2</PROPERTY_TYPE>")))
        .contains("BACK_COLOR", "FORE_COLOR", "FONT_FLAGS");
    assertThat(post(session(id), discover("DISCOVER_LITERALS", ""))).contains("<row>");
    String groups = post(session(id), discover("MDSCHEMA_MEASUREGROUP_DIMENSIONS", CUBE));
    assertThat(groups)
        .contains(
            "<MEASUREGROUP_NAME>Sales</MEASUREGROUP_NAME>",
            "<DIMENSION_UNIQUE_NAME>[City]</DIMENSION_UNIQUE_NAME>");
  }

  @Test
  void tablesOfMetadataAreQueried() {
    String all = post("", execute("SELECT * FROM $system.MDSCHEMA_CUBES"));
    assertThat(all).contains("<CUBE_NAME>Sales</CUBE_NAME>", "<CATALOG_NAME>Shop</CATALOG_NAME>");
    String some =
        post(
            "",
            execute(
                "select [MEASURE_NAME], MEASURE_CAPTION from $SYSTEM.mdschema_measures where"
                    + " [CUBE_NAME] = 'Sales' and MEASURE_NAME &lt;&gt; 'Share'"));
    assertThat(some)
        .contains("<row><MEASURE_NAME>Amount</MEASURE_NAME><MEASURE_CAPTION>Amount &lt;€&gt;")
        .doesNotContain("Share", "CUBE_NAME");
    assertThat(
            post(
                "",
                execute(
                    "select top 1 LEVEL_NAME from $system.MDSCHEMA_LEVELS"
                        + " order by LEVEL_NAME desc")))
        .containsOnlyOnce("<row>")
        .contains("<LEVEL_NAME>MeasuresLevel</LEVEL_NAME>");
    assertThat(post("", execute("select distinct CUBE_NAME from $system.MDSCHEMA_MEASURES")))
        .containsOnlyOnce("<row>");
  }

  @Test
  void badQueriesOfMetadataAreRefusedByName() {
    assertThat(fault("select * from $system.DISCOVER_DREAMS"))
        .contains("the rowset DISCOVER_DREAMS is not known");
    assertThat(fault("select COLOUR from $system.MDSCHEMA_CUBES"))
        .contains("MDSCHEMA_CUBES has no column COLOUR; it has CATALOG_NAME");
    assertThat(fault("select * from $system.MDSCHEMA_CUBES where CUBE_NAME like 'S'"))
        .contains("a query of $system is:");
  }

  private String fault(String statement) {
    return server
        .post(
            "/xmla",
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + execute(statement)
                + "</s:Body></s:Envelope>",
            "Content-Type",
            "text/xml")
        .body();
  }
}
