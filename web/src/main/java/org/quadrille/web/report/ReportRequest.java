package org.quadrille.web.report;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.text.Language;

/**
 * For whom a report is made.
 *
 * @param role role of the schema whose rights count; null for all rights
 * @param parameters as in the addresses of pages, such as {@code period}
 * @param now stands on the cover, in the zone of the reader
 */
public record ReportRequest(
    Language language,
    @Nullable String role,
    Map<String, List<String>> parameters,
    ZonedDateTime now) {
  public ReportRequest {
    Objects.requireNonNull(language, "language");
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    Objects.requireNonNull(now, "now");
  }
}
