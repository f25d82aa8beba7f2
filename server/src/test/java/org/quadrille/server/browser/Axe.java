package org.quadrille.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** Looks for breaches of WCAG 2.2 AA and of good practice in what a browser shows. */
final class Axe {
  private static final String RUN =
      """
      var done = arguments[arguments.length - 1];
      var only = {type: arguments[0], values: arguments[1]};
      axe.run(document, {runOnly: only, resultTypes: ['violations']}).then(
          function (results) {
            done(results.violations.flatMap(function (violation) {
              return violation.nodes.map(function (node) {
                var why = node.any.concat(node.all, node.none)
                    .map(function (check) { return check.message; }).join('; ');
                return violation.id + ' at ' + node.target.join(' ') + ': ' + why;
              });
            }));
          },
          function (error) { done(['axe failed: ' + error]); });
      """;

  private final String script;

  /** Reads the script. */
  Axe() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each breach with its rule, its place and the reason; empty for a good page. */
  List<String> violations(Browser browser) {
    return run(
        browser,
        "tag",
        List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
  }

  /** The same for what another theme can break. */
  List<String> contrasts(Browser browser) {
    return run(browser, "rule", List.of("color-contrast", "link-in-text-block"));
  }

  private List<String> run(Browser browser, String kind, List<String> values) {
    JavascriptExecutor page = (JavascriptExecutor) browser.driver();
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    if (Boolean.TRUE.equals(page.executeScript("return typeof axe === 'undefined'"))) {
      page.executeScript(script);
    }
    Object found = page.executeAsyncScript(RUN, kind, values);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }
}
