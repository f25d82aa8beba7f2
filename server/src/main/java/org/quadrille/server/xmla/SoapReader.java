package org.quadrille.server.xmla;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.xmla.SoapRequest.Call;
import org.quadrille.server.xmla.SoapRequest.Cancel;
import org.quadrille.server.xmla.SoapRequest.Discover;
import org.quadrille.server.xmla.SoapRequest.Execute;
import org.quadrille.server.xmla.SoapRequest.Session;
import org.quadrille.server.xmla.SoapRequest.SessionAction;

/**
 * Reads SOAP envelopes. Document types and external entities are refused. Elements are known by
 * their local names, since clients differ in the namespaces of what they put into XMLA's elements.
 */
final class SoapReader {
  private final XMLStreamReader xml;
  private Session session = Session.NONE;
  private @Nullable Call call;

  private SoapReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads an envelope.
   *
   * @throws XmlaFault if it is not XML, or not a call of XMLA
   */
  static SoapRequest read(byte[] body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      try {
        return new SoapReader(xml).envelope();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      String message = String.valueOf(e.getMessage()).replaceAll("(?s).*\nMessage: ", "");
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw XmlaFault.client(
          "the request is not XML that can be read: " + message + " (line " + line + ")");
    }
  }

  private SoapRequest envelope() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw XmlaFault.client("the request must not have a document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!name().equals("Envelope")) {
          throw XmlaFault.client("a SOAP Envelope is needed, not an element " + name());
        }
        children(this::part);
      }
    }
    if (call == null) {
      throw XmlaFault.client("the body has neither Execute nor Discover");
    }
    return new SoapRequest(session, call);
  }

  private void part() throws XMLStreamException {
    if (name().equals("Header")) {
      children(this::header);
    } else if (name().equals("Body")) {
      children(this::body);
    } else {
      skip();
    }
  }

  private void header() throws XMLStreamException {
    String id = xml.getAttributeValue(null, "SessionId");
    SessionAction action =
        switch (name()) {
          case "BeginSession" -> SessionAction.BEGIN;
          case "Session" -> SessionAction.CONTINUE;
          case "EndSession" -> SessionAction.END;
          default -> SessionAction.NONE;
        };
    if (action != SessionAction.NONE) {
      session = new Session(action, id);
    }
    skip();
  }

  private void body() throws XMLStreamException {
    switch (name()) {
      case "Execute" -> execute();
      case "Discover" -> discover();
      default ->
          throw XmlaFault.client(
              "the method " + name() + " is not known; known: Execute, Discover");
    }
  }

  private void execute() throws XMLStreamException {
    List<String> statements = new ArrayList<>();
    List<String> cancelled = new ArrayList<>();
    Map<String, String> properties = new LinkedHashMap<>();
    children(
        () -> {
          switch (name()) {
            case "Command" ->
                children(
                    () -> {
                      if (name().equals("Cancel")) {
                        cancelled.add(cancel());
                      } else {
                        statements.add(statement());
                      }
                    });
            case "Properties" -> properties(properties);
            default -> refuseContent("Execute/" + name());
          }
        });
    if (cancelled.size() == 1 && statements.isEmpty()) {
      call = new Cancel(cancelled.get(0).isBlank() ? null : cancelled.get(0), properties);
      return;
    }
    if (statements.size() != 1) {
      throw XmlaFault.client("Execute takes one Command with one Statement");
    }
    call = new Execute(statements.get(0), properties);
  }

  /** The session that a Cancel names; empty where it names none. */
  private String cancel() throws XMLStreamException {
    StringBuilder session = new StringBuilder();
    children(
        () -> {
          switch (name()) {
            case "SessionID" -> session.append(xml.getElementText().strip());
            case "ConnectionID", "SPID", "CancelAssociated" -> skip();
            default -> throw XmlaFault.client("Cancel/" + name() + " is not supported");
          }
        });
    return session.toString();
  }

  private String statement() throws XMLStreamException {
    if (!name().equals("Statement")) {
      throw XmlaFault.client(
          "the command " + name() + " is not supported; supported: Statement, Cancel");
    }
    return xml.getElementText();
  }

  private void discover() throws XMLStreamException {
    List<String> types = new ArrayList<>();
    Map<String, List<String>> restrictions = new LinkedHashMap<>();
    Map<String, String> properties = new LinkedHashMap<>();
    children(
        () -> {
          switch (name()) {
            case "RequestType" -> types.add(xml.getElementText().trim());
            case "Restrictions" -> children(() -> children(() -> restriction(restrictions)));
            case "Properties" -> properties(properties);
            default -> skip();
          }
        });
    if (types.size() != 1) {
      throw XmlaFault.client("Discover takes one RequestType");
    }
    call = new Discover(types.get(0), restrictions, properties);
  }

  /** A restriction: text, or Value elements for alternatives. */
  private void restriction(Map<String, List<String>> restrictions) throws XMLStreamException {
    List<String> values = restrictions.computeIfAbsent(name(), key -> new ArrayList<>());
    StringBuilder text = new StringBuilder();
    boolean list = false;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        list = true;
        values.add(xml.getElementText());
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    if (!list) {
      values.add(text.toString());
    }
  }

  private void properties(Map<String, String> properties) throws XMLStreamException {
    children(() -> children(() -> properties.put(name(), xml.getElementText().trim())));
  }

  private void refuseContent(String what) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw XmlaFault.client(what + " is not supported; leave it out");
      }
      depth += event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private String name() {
    return xml.getLocalName();
  }

  /** Calls back at each child's start; the callback must read up to the child's end. */
  private void children(Visit visit) throws XMLStreamException {
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        visit.child();
      }
    }
  }

  private void skip() throws XMLStreamException {
    children(this::skip);
  }

  private interface Visit {
    void child() throws XMLStreamException;
  }
}
