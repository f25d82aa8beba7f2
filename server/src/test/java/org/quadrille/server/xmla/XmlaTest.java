package org.quadrille.server.xmla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SmallCatalogs;
import org.quadrille.server.xmla.rowset.Rowset;
import org.quadrille.server.xmla.rowset.Rowsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XmlaTest {
  private static final String MDDATASET = DatasetWriter.NAMESPACE;
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
  void cellSet() throws Exception {
    Document xml = execute("select", "<Catalog>Shop</Catalog><Content>Data</Content>");

    assertThat(texts(xml, "UName"))
        .containsExactly(
            "[Measures].[Amount]", "[Measures].[Share]", "[City].[All Cities]", "[City].[Köln 科隆]");
    assertThat(texts(xml, "Caption")).startsWith("Amount <€>");
    assertThat(texts(xml, "LNum")).containsExactly("0", "0", "0", "1");
    // Two measures with one parent; the All member with one child that follows it.
    assertThat(texts(xml, "DisplayInfo")).containsExactly("0", "131072", "65537", "0");
    List<Element> cells = elements(xml, "Cell");
    assertThat(cells).extracting(c -> c.getAttribute("CellOrdinal")).containsExactly("0", "1", "3");
    Element value = (Element) cells.get(0).getFirstChild();
    assertThat(value.getAttribute("xsi:type")).isEqualTo("xsd:decimal");
    assertThat(texts(xml, "Value").subList(0, 2)).containsExactly("1234567.85", "Infinity");
    assertThat(texts(xml, "FmtValue"))
        .containsExactly("1,234,567.85", "Infinity", "#ERR: division by a text");
    assertThat(elements(xml, "Error")).hasSize(1);
    assertThat(elements(xml, "Axis"))
        .extracting(axis -> axis.getAttribute("name"))
        .containsExactly("Axis0", "Axis1", "SlicerAxis");
  }

  @Test
  void schemaStandsBeforeTheDataWhereItIsWanted() throws Exception {
    Document xml = execute("select", "<Catalog>Shop</Catalog>");

    Element root = (Element) xml.getElementsByTagNameNS(MDDATASET, "root").item(0);
    assertThat(root.getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "schema").item(0))
        .isNotNull();
    assertThat(root.getElementsByTagNameNS(MDDATASET, "CellData").getLength()).isEqualTo(1);
  }

  @Test
  void emptyStatementHasAnEmptyRoot() throws Exception {
    Document xml = execute("", "");

    Element root = (Element) xml.getElementsByTagNameNS("*", "root").item(0);
    assertThat(root.getNamespaceURI()).isEqualTo("urn:schemas-microsoft-com:xml-analysis:empty");
    assertThat(root.hasChildNodes()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrong|Shop|soap:Client.mdx|there is no member wrong in cube Sales (line 1, column 8)",
        "select|Elsewhere|soap:Client.unknown_name|there is no catalog Elsewhere; there is: Shop",
        "crash|Shop|soap:Server.internal|an error inside the server (IllegalStateException)",
      })
  void errorsAreFaultsWithStatus200(String mdx, String catalog, String code, String message)
      throws Exception {
    Document xml = execute(mdx, "<Catalog>" + catalog + "</Catalog>");

    assertThat(texts(xml, "faultcode")).containsExactly(code);
    assertThat(texts(xml, "faultstring").get(0)).startsWith(message).doesNotContain("secret");
    assertThat(elements(xml, "Error").get(0).getAttribute("Description")).startsWith(message);
  }

  @Test
  void rowsBehindACellAreTabular() throws Exception {
    Document xml = execute("DRILLTHROUGH SELECT FROM [Sales]", "<Format>Tabular</Format>");

    assertThat(elements(xml, "row")).hasSize(2);
    assertThat(texts(xml, XmlName.encode("[City].[City]"))).containsExactly("Köln 科隆");
    assertThat(texts(xml, XmlName.encode("[Measures].[Amount]"))).containsExactly("1.25", "20");
    assertThat(elements(xml, "Warning"))
        .extracting(warning -> warning.getAttribute("Description"))
        .containsExactly("there are more rows than the 10000 given; ask for more with MAXROWS");
    assertThat(elements(execute("DRILLTHROUGH MAXROWS 2 SELECT FROM [Sales]", ""), "Warning"))
        .isEmpty();
  }

  @Test
  void sessionsKeepWhatIsDefinedInThem() throws Exception {
    String create = "CREATE SESSION MEMBER [Sales].[Measures].[Twice] AS 2";
    String session = "<Session SessionId=\"one\"/>";
    post(envelope(session, statement(create)));

    assertThat(texts(post(envelope(session, statement("definitions"))), "faultstring"))
        .containsExactly(create);
    assertThat(
            texts(
                post(envelope("<Session SessionId=\"two\"/>", statement("definitions"))),
                "faultstring"))
        .containsExactly("");
    assertThat(texts(post(envelope(session, statement(create))), "faultstring").get(0))
        .startsWith("[Measures].[Twice] is defined in this session already");
    post(envelope(session, statement("DROP MEMBER [Sales].[Measures].[Twice]")));
    assertThat(texts(post(envelope(session, statement("definitions"))), "faultstring"))
        .containsExactly("");
    assertThat(texts(post(envelope("", statement(create))), "faultstring").get(0))
        .startsWith("members and sets are defined in a session");
  }

  private static String statement(String mdx) {
    return "<Execute><Command><Statement>"
        + mdx
        + "</Statement></Command><Properties><PropertyList/></Properties></Execute>";
  }

  @Test
  void formsThatAreNotWrittenAreRefused() throws Exception {
    assertThat(texts(execute("select", "<Format>Tabular</Format>"), "faultstring").get(0))
        .startsWith("Format Tabular is not supported");
    assertThat(texts(execute("select", "<AxisFormat>ClusterFormat</AxisFormat>"), "faultstring"))
        .containsExactly("AxisFormat ClusterFormat is not supported; use TupleFormat");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a/>|a SOAP Envelope is needed, not an element a",
        "no xml|the request is not XML that can be read",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>|the request must not"
            + " have",
      })
  void brokenEnvelopesAreFaults(String body, String message) throws Exception {
    assertThat(texts(post(body), "faultstring").get(0)).startsWith(message);
  }

  @Test
  void unknownMethodsRowsetsAndRestrictionsAreFaults() throws Exception {
    assertThat(texts(post(envelope("", "<Dream/>")), "faultstring"))
        .containsExactly("the method Dream is not known; known: Execute, Discover");
    assertThat(texts(discover("MDSCHEMA_NOTHING", ""), "faultstring").get(0))
        .startsWith("the rowset MDSCHEMA_NOTHING is not known");
    assertThat(texts(discover("MDSCHEMA_CUBES", "<COLOUR>red</COLOUR>"), "faultstring").get(0))
        .startsWith("MDSCHEMA_CUBES cannot be restricted by COLOUR");
  }

  @Test
  void sessionsBeginGoOnAndEnd() throws Exception {
    String execute =
        "<Execute><Command><Statement/></Command><Properties><PropertyList/></Properties>"
            + "</Execute>";
    Document begun = post(envelope("<BeginSession/>", execute));
    String id = elements(begun, "Session").get(0).getAttribute("SessionId");
    assertThat(id).hasSize(36);

    Document next = post(envelope("<Session SessionId=\"" + id + "\"/>", execute));
    assertThat(elements(next, "Session").get(0).getAttribute("SessionId")).isEqualTo(id);

    Document ended = post(envelope("<EndSession SessionId=\"" + id + "\"/>", execute));
    assertThat(elements(ended, "Session")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rowsets")
  void rowsetsGiveOnlyDeclaredColumnsInOrder(Rowset rowset) throws Exception {
    Document xml = discover(rowset.name(), "");

    List<String> declared = rowset.columns().stream().map(c -> c.name()).toList();
    List<Element> rows = elements(xml, "row");
    boolean empty = List.of("MDSCHEMA_KPIS", "MDSCHEMA_ACTIONS").contains(rowset.name());
    assertThat(rows.isEmpty()).isEqualTo(empty);
    for (Element row : rows) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < row.getChildNodes().getLength(); i++) {
        String name = row.getChildNodes().item(i).getLocalName();
        if (!names.contains(name)) {
          names.add(name);
        }
      }
      assertThat(names)
          .isSubsetOf(declared)
          .isSortedAccordingTo((a, b) -> Integer.compare(declared.indexOf(a), declared.indexOf(b)));
    }
  }

  static List<Rowset> rowsets() {
    return new Rowsets().all();
  }

  @Test
  void usableCubesAreListed() throws Exception {
    Document xml = discover("MDSCHEMA_CUBES", "<CATALOG_NAME>Shop</CATALOG_NAME>");

    assertThat(texts(xml, "CUBE_NAME")).containsExactly("Sales");
    assertThat(texts(discover("MDSCHEMA_CUBES", "<CUBE_NAME>Other</CUBE_NAME>"), "CUBE_NAME"))
        .isEmpty();
  }

  @Test
  void measuresStandBesideTheDimensions() throws Exception {
    assertThat(texts(discover("MDSCHEMA_DIMENSIONS", ""), "DIMENSION_UNIQUE_NAME"))
        .containsExactly("[Measures]", "[City]");
    assertThat(texts(discover("MDSCHEMA_LEVELS", ""), "LEVEL_UNIQUE_NAME"))
        .containsExactly("[Measures].[MeasuresLevel]", "[City].[(All)]", "[City].[City]");
    assertThat(texts(discover("MDSCHEMA_MEASURES", ""), "MEASURE_AGGREGATOR"))
        .containsExactly("1", "127");
  }

  @Test
  void membersByHierarchyAndAsRelatives() throws Exception {
    assertThat(
            texts(
                discover(
                    "MDSCHEMA_MEMBERS", "<HIERARCHY_UNIQUE_NAME>[City]</HIERARCHY_UNIQUE_NAME>"),
                "MEMBER_TYPE"))
        .containsExactly("2", "1");
    String one = "<MEMBER_UNIQUE_NAME>[City].[All Cities]</MEMBER_UNIQUE_NAME>";
    assertThat(texts(discover("MDSCHEMA_MEMBERS", one), "MEMBER_NAME"))
        .containsExactly("All Cities");
    assertThat(texts(discover("MDSCHEMA_MEMBERS", one + "<TREE_OP>9</TREE_OP>"), "MEMBER_NAME"))
        .containsExactly("All Cities", "Köln 科隆");
    assertThat(
            texts(
                discover("MDSCHEMA_MEMBERS", "<MEMBER_UNIQUE_NAME>[Atlantis]</MEMBER_UNIQUE_NAME>"),
                "MEMBER_NAME"))
        .isEmpty();
  }

  @Test
  void restrictionsMayHaveAlternatives() throws Exception {
    String names = "<PropertyName><Value>Catalog</Value><Value>Format</Value></PropertyName>";

    assertThat(texts(discover("DISCOVER_PROPERTIES", names), "PropertyName"))
        .containsExactly("Catalog", "Format");
  }

  private Document execute(String mdx, String properties) throws Exception {
    return post(
        envelope(
            "",
            "<Execute xmlns=\"urn:schemas-microsoft-com:xml-analysis\"><Command><Statement>"
                + mdx
                + "</Statement></Command><Properties><PropertyList>"
                + properties
                + "</PropertyList></Properties></Execute>"));
  }

  private Document discover(String type, String restrictions) throws Exception {
    return post(
        envelope(
            "",
            "<Discover xmlns=\"urn:schemas-microsoft-com:xml-analysis\"><RequestType>"
                + type
                + "</RequestType><Restrictions><RestrictionList>"
                + restrictions
                + "</RestrictionList></Restrictions><Properties><PropertyList>"
                + "<Content>Data</Content></PropertyList></Properties></Discover>"));
  }

  private static String envelope(String header, String body) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
        + header
        + "</s:Header><s:Body>"
        + body
        + "</s:Body></s:Envelope>";
  }

  private Document post(String body) throws Exception {
    HttpResponse<String> response =
        server.post("/xmla", body, "Content-Type", "text/xml; charset=utf-8");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body())));
  }

  private static List<Element> elements(Document xml, String name) {
    NodeList nodes = xml.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      boolean described = element.getParentNode().getLocalName().endsWith("Info");
      if (!described) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static List<String> texts(Document xml, String name) {
    return elements(xml, name).stream().map(Element::getTextContent).toList();
  }
}
