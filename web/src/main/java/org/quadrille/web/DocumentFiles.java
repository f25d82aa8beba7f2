package org.quadrille.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.schedule.ScheduleBoard;
import org.quadrille.web.schedule.SchedulesPage;
import org.quadrille.web.schedule.SentDocument;

/** Documents that were sent, for those with all rights. A PDF opens, the others are saved. */
final class DocumentFiles {
  private final ScheduleBoard board;
  private final Map<String, String> headers;

  DocumentFiles(ScheduleBoard board, Map<String, String> headers) {
    this.board = Objects.requireNonNull(board, "board");
    this.headers = Map.copyOf(headers);
  }

  /** The document of an address; empty if there is none, or it is not for the one who asks. */
  Optional<PageResponse> serve(PageRequest request) {
    if (request.role() != null) {
      return Optional.empty();
    }
    return board
        .document(request.path().substring(SchedulesPage.DOCUMENTS.length()))
        .map(this::response);
  }

  private PageResponse response(SentDocument document) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    String saved = Downloads.disposition(document.name());
    boolean opens = document.mediaType().equals("application/pdf");
    all.put("Content-Disposition", opens ? saved.replaceFirst("attachment", "inline") : saved);
    return new PageResponse(200, document.mediaType(), all, document.content());
  }
}
