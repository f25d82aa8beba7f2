package org.quadrille.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** Every page of the menu, in both languages and themes, on a desktop and on a telephone. */
@ExtendWith(SampleServer.class)
class PagesForEveryoneTest {
  private static final Dimension DESKTOP = new Dimension(1400, 1000);
  private static final Dimension TELEPHONE = new Dimension(390, 844);
  private static final Pattern MENU = Pattern.compile("<ul id=\"pages\">.*?</ul>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"?]+)");

  private final Axe axe = new Axe();

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void nothingKeepsAnyoneFromUsingAPage(String language, RunningServer server) {
    SoftAssertions all = new SoftAssertions();
    try (Browser browser = Browser.open(language, DESKTOP.width, DESKTOP.height)) {
      for (String path : pages(server)) {
        look(browser, "light", DESKTOP);
        browser.go(server.uri(path)).awaitPanels();
        all.assertThat(axe.violations(browser)).as(path + ", light").isEmpty();
        look(browser, "dark", DESKTOP);
        all.assertThat(axe.contrasts(browser)).as(path + ", dark").isEmpty();
        look(browser, "dark", TELEPHONE);
        all.assertThat(axe.contrasts(browser)).as(path + ", dark, telephone").isEmpty();
        look(browser, "light", TELEPHONE);
        all.assertThat(axe.violations(browser)).as(path + ", telephone").isEmpty();
        all.assertThat(widerThanTheWindow(browser)).as(path + " scrolls sideways").isFalse();
        all.assertThat(browser.errors()).as(path + " in the console").isEmpty();
      }
    }
    all.assertAll();
  }

  @Test
  void breachesAreFound() {
    String page =
        "data:text/html,<title>t</title><main><h1 style='color:%23aaa;background:%23bbb'>A"
            + " heading</h1><img src='x.png'></main>";
    try (Browser browser = Browser.open("en", DESKTOP.width, DESKTOP.height)) {
      browser.driver().get(page);
      assertThat(axe.violations(browser))
          .anyMatch(breach -> breach.startsWith("image-alt"))
          .anyMatch(breach -> breach.startsWith("html-has-lang"));
      assertThat(axe.contrasts(browser)).hasSize(1);
    }
  }

  private static void look(Browser browser, String theme, Dimension size) {
    browser.size(size.width, size.height);
    run(browser, "document.documentElement.setAttribute('data-theme', '" + theme + "')");
  }

  private static Object run(Browser browser, String script) {
    return ((JavascriptExecutor) browser.driver()).executeScript(script);
  }

  private static boolean widerThanTheWindow(Browser browser) {
    return Boolean.TRUE.equals(
        run(browser, "return document.documentElement.scrollWidth > window.innerWidth"));
  }

  /** The paths in the menu, which holds all pages. */
  private static List<String> pages(RunningServer server) {
    String menu =
        MENU.matcher(server.get("/").body())
            .results()
            .findFirst()
            .map(MatchResult::group)
            .orElse("");
    List<String> paths = LINK.matcher(menu).results().map(match -> match.group(1)).toList();
    assertThat(paths).hasSizeGreaterThan(2);
    return paths;
  }
}
