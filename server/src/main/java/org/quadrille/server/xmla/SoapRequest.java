package org.quadrille.server.xmla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A SOAP envelope as far as XMLA uses it.
 *
 * @param session what the header says about a session
 */
record SoapRequest(Session session, Call call) {
  SoapRequest {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(call, "call");
  }

  /** What to do about a session. */
  enum SessionAction {
    NONE,
    BEGIN,
    CONTINUE,
    END
  }

  /**
   * The session header.
   *
   * @param id null unless continued or ended
   */
  record Session(SessionAction action, @Nullable String id) {
    static final Session NONE = new Session(SessionAction.NONE, null);
  }

  /** What the body asks for. */
  sealed interface Call {
    /** The properties by name. */
    Map<String, String> properties();
  }

  /** Runs a statement. */
  record Execute(String statement, Map<String, String> properties) implements Call {
    Execute {
      Objects.requireNonNull(statement, "statement");
      properties = Map.copyOf(properties);
    }
  }

  /**
   * Ends queries.
   *
   * @param session the session whose queries end, null for the one of the header
   */
  record Cancel(@Nullable String session, Map<String, String> properties) implements Call {
    Cancel {
      properties = Map.copyOf(properties);
    }
  }

  /** Reads one of the tables of metadata; several values of a restriction are alternatives. */
  record Discover(
      String requestType, Map<String, List<String>> restrictions, Map<String, String> properties)
      implements Call {
    Discover {
      Objects.requireNonNull(requestType, "requestType");
      restrictions = new LinkedHashMap<>(restrictions);
      properties = Map.copyOf(properties);
    }
  }
}
