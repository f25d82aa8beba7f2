package org.quadrille.server.xmla;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Cancellation;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Statement;
import org.quadrille.cubes.mdx.StatementKind;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.server.http.Endpoint;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.server.query.EngineProblems;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.Sessions;
import org.quadrille.server.query.Surface;
import org.quadrille.server.xmla.SoapRequest.Execute;
import org.quadrille.server.xmla.SoapRequest.Session;
import org.quadrille.server.xmla.SoapRequest.SessionAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address for XMLA. Errors are SOAP faults with status 200, since clients built on olap4j drop
 * the bodies of other statuses. Any session id is answered; a session is nothing but the members
 * and sets that were defined in it.
 */
public final class XmlaEndpoint implements Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(XmlaEndpoint.class);
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String XMLA = "urn:schemas-microsoft-com:xml-analysis";

  /** Clients read a number here; the reason stands in faultcode and Description. */
  private static final String ERROR_CODE = "3221225472";

  private static final String CAPABILITIES = "X-Transport-Caps-Negotiation-Flags";

  private final Queries queries;
  private final Sessions sessions;
  private final Discoverer discoverer;
  private final EngineProblems problems = new EngineProblems();
  private final Supplier<UUID> ids;

  /**
   * Makes the endpoint.
   *
   * @param sessions keeps what clients define
   * @param ids gives the ids of new sessions
   */
  public XmlaEndpoint(Queries queries, Sessions sessions, Supplier<UUID> ids) {
    this.queries = queries;
    this.sessions = sessions;
    this.discoverer = new Discoverer(queries.catalogs());
    this.ids = ids;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    if (exchange.header(CAPABILITIES) != null) {
      // Neither compression nor binary XML by the protocol's own means.
      exchange.setHeader(CAPABILITIES, "0,0,0,0,0");
    }
    exchange.setHeader("Cache-Control", "no-store");
    Session session = Session.NONE;
    Answer answer;
    try {
      SoapRequest request = SoapReader.read(exchange.body());
      session = answered(request.session());
      answer = answer(request.call(), session.id(), exchange);
      if (session.action() == SessionAction.END && session.id() != null) {
        sessions.end(session.id());
      }
    } catch (XmlaFault fault) {
      answer = fault(fault);
    } catch (RuntimeException e) {
      answer = fault(translate(e));
    }
    send(exchange, session.action() == SessionAction.CONTINUE ? session.id() : null, answer);
  }

  /** The session that the answer names: a new one, or the one that goes on. */
  private Session answered(Session session) {
    return session.action() == SessionAction.BEGIN
        ? new Session(SessionAction.CONTINUE, ids.get().toString())
        : session;
  }

  private Answer answer(SoapRequest.Call call, @Nullable String session, Exchange exchange) {
    XmlaProperties properties = new XmlaProperties(call.properties());
    if (call instanceof Execute execute) {
      Cancellation cancellation = new Cancellation();
      try (Exchange.Watch watch = exchange.watchClient(cancellation::cancel)) {
        String user = session == null ? exchange.client() : user(session);
        return execute(
            execute.statement(), properties, session, properties.context().of(user, cancellation));
      }
    }
    if (call instanceof SoapRequest.Cancel cancel) {
      return cancel(cancel.session() == null ? session : cancel.session());
    }
    SoapRequest.Discover discover = (SoapRequest.Discover) call;
    Discoverer.Result result = discoverer.discover(discover, properties);
    return xml -> {
      open(xml, "DiscoverResponse");
      new RowsetWriter(xml).write(result.rowset().columns(), result.rows(), properties);
      xml.close().close();
    };
  }

  /** As whom the queries of a session wait for their turn. */
  private static String user(String session) {
    return "session " + session;
  }

  private Answer cancel(@Nullable String session) {
    if (session == null) {
      throw XmlaFault.client("Cancel needs a SessionID, or the header Session");
    }
    queries.running().cancelOf(user(session));
    return nothing();
  }

  private Answer execute(
      String statement, XmlaProperties properties, @Nullable String session, QueryContext plain) {
    if (statement.isBlank()) {
      return nothing();
    }
    if (SystemQuery.matches(statement)) {
      Discoverer.Table table = discoverer.query(SystemQuery.read(statement), properties);
      return xml -> {
        open(xml, "ExecuteResponse");
        new RowsetWriter(xml)
            .write(table.columns(), properties.data() ? table.rows() : List.of(), properties);
        xml.close().close();
      };
    }
    QueryContext context = context(plain, properties, session);
    return switch (StatementKind.of(statement)) {
      case QUERY -> query(statement, properties, context);
      case DRILLTHROUGH -> {
        RowSet rows = queries.drillThrough(Surface.XMLA, catalog(properties), statement, context);
        yield tabular(rows.columns(), rows.rows(), warning(statement, rows), properties);
      }
      case EXPLAIN -> {
        List<String> steps =
            queries.explain(Surface.XMLA, catalog(properties), statement, context).steps();
        yield tabular(
            List.of(new RowSet.Column("PLAN", "Plan", RowSet.Type.STRING)),
            steps.stream().map(step -> List.<@Nullable Object>of(step)).toList(),
            null,
            properties);
      }
      case CREATE, DROP -> {
        define(statement, properties, context, session);
        yield nothing();
      }
    };
  }

  private QueryContext context(
      QueryContext plain, XmlaProperties properties, @Nullable String session) {
    return session == null
        ? plain
        : plain.withDefinitions(sessions.definitions(session, catalog(properties)));
  }

  private void define(
      String text, XmlaProperties properties, QueryContext context, @Nullable String session) {
    if (session == null) {
      throw XmlaFault.client(
          "members and sets are defined in a session; begin one with the header BeginSession");
    }
    String catalog = catalog(properties);
    if (StatementKind.of(text) == StatementKind.CREATE) {
      sessions.create(
          session, catalog, queries.catalogs().get(catalog).define(text, context), text);
    } else if (MdxParser.parse(text) instanceof Statement.DropSession drop) {
      sessions.drop(session, catalog, drop);
    }
  }

  /** Says that the server cut rows off; a client that gave MAXROWS knows. */
  private static @Nullable String warning(String statement, RowSet rows) {
    boolean asked =
        MdxParser.parse(statement) instanceof Statement.DrillThrough drill
            && drill.maxRows() != null;
    return rows.cut() && !asked
        ? "there are more rows than the " + rows.limit() + " given; ask for more with MAXROWS"
        : null;
  }

  private static Answer tabular(
      List<RowSet.Column> columns,
      List<List<@Nullable Object>> rows,
      @Nullable String warning,
      XmlaProperties properties) {
    return xml -> {
      open(xml, "ExecuteResponse");
      new TabularWriter(xml).write(columns, rows, warning, properties);
      xml.close().close();
    };
  }

  private static Answer nothing() {
    return xml -> {
      open(xml, "ExecuteResponse");
      xml.empty("root", "xmlns", XMLA + ":empty");
      xml.close().close();
    };
  }

  private Answer query(String statement, XmlaProperties properties, QueryContext context) {
    properties.checkForm();
    CellSet cellSet = queries.execute(Surface.XMLA, catalog(properties), statement, context);
    return xml -> {
      open(xml, "ExecuteResponse");
      new DatasetWriter(xml).write(cellSet, properties);
      xml.close().close();
    };
  }

  private String catalog(XmlaProperties properties) {
    String named = properties.catalog();
    if (named != null) {
      return named;
    }
    List<Catalog> all = queries.catalogs().all();
    if (all.size() != 1) {
      throw XmlaFault.client("the property Catalog is missing, and there is more than one catalog");
    }
    return all.get(0).name();
  }

  private XmlaFault translate(RuntimeException thrown) {
    HttpProblem problem = problems.of(thrown);
    if (problem.status() >= 500) {
      LOG.error("an XMLA call failed", thrown);
    }
    String message = problem.getMessage();
    if (problem.line() != null) {
      message += " (line " + problem.line() + ", column " + problem.column() + ")";
    }
    XmlaFault.Side side = problem.status() >= 500 ? XmlaFault.Side.SERVER : XmlaFault.Side.CLIENT;
    return new XmlaFault(side, problem.code(), message);
  }

  private static Answer fault(XmlaFault fault) {
    return xml -> {
      xml.open("soap:Fault");
      xml.leaf("faultcode", "soap:" + fault.faultCode());
      xml.leaf("faultstring", fault.getMessage());
      xml.leaf("faultactor", "Quadrille");
      xml.open("detail");
      xml.empty(
          "Error",
          "ErrorCode",
          ERROR_CODE,
          "Description",
          String.valueOf(fault.getMessage()),
          "Source",
          "Quadrille");
      xml.close().close();
    };
  }

  private static void open(XmlOut xml, String response) throws XMLStreamException {
    xml.open(response, "xmlns", XMLA).open("return");
  }

  private static void send(Exchange exchange, @Nullable String session, Answer answer)
      throws IOException {
    try (OutputStream out = exchange.stream(200, "text/xml; charset=utf-8")) {
      XmlOut xml = new XmlOut(out);
      xml.open("soap:Envelope", "xmlns:soap", SOAP);
      if (session != null) {
        xml.open("soap:Header");
        xml.empty("Session", "xmlns", XMLA, "SessionId", session);
        xml.close();
      }
      xml.open("soap:Body");
      answer.write(xml);
      xml.end();
    } catch (XMLStreamException e) {
      throw new IOException("the answer broke off", e);
    }
  }

  /** Writes what stands in the body. */
  private interface Answer {
    void write(XmlOut xml) throws XMLStreamException;
  }
}
