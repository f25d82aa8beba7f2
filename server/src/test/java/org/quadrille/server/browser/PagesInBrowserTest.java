package org.quadrille.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** The pages over the sample company as a reader sees them. */
@ExtendWith(SampleServer.class)
class PagesInBrowserTest {
  private static final By CHART = By.cssSelector(".panels canvas, .panels svg");
  private static final By FAILED = By.cssSelector("[role=alert]");

  @ParameterizedTest
  @CsvSource({
    "/, en, Cockpit",
    "/, zh-CN, 驾驶舱",
    "/pareto, en, Pareto",
    "/pareto, zh-CN, 二八",
    "/competitors, en, Competitors",
    "/competitors, zh-CN, 竞争"
  })
  void pagesShowTheirChartsInTheReadersLanguage(
      String path, String language, String title, RunningServer server) {
    try (Browser browser = Browser.open(language, 1400, 1000)) {
      browser.go(server.uri(path)).awaitPanels();

      assertThat(browser.driver().findElement(By.tagName("h1")).getText()).contains(title);
      assertThat(browser.driver().findElements(CHART)).isNotEmpty();
      assertThat(browser.driver().findElements(FAILED)).isEmpty();
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void aChoiceStandsInTheAddressAndOpensAgainFromIt(RunningServer server) {
    try (Browser browser = Browser.open("en", 1400, 1000)) {
      browser.go(server.uri("/")).awaitPanels();
      String before = browser.driver().findElement(By.cssSelector(".subtitle")).getText();
      WebElement period = browser.driver().findElement(By.cssSelector(".filters select"));
      List<WebElement> options = period.findElements(By.tagName("option"));
      WebElement other = options.stream().filter(o -> !o.isSelected()).findFirst().orElseThrow();
      other.click();
      String after =
          browser.await(
              driver -> {
                String text = driver.findElement(By.cssSelector(".subtitle")).getText();
                return text.equals(before) ? null : text;
              });
      String address = browser.driver().getCurrentUrl();

      try (Browser colleague = Browser.open("en", 1400, 1000)) {
        colleague.driver().get(address);
        colleague.awaitPanels();
        assertThat(colleague.driver().findElement(By.cssSelector(".subtitle")).getText())
            .isEqualTo(after);
      }
    }
  }

  @Test
  void theOtherLanguageIsOneClickAway(RunningServer server) {
    try (Browser browser = Browser.open("en", 1400, 1000)) {
      browser.go(server.uri("/")).awaitPanels();
      browser.driver().findElement(By.cssSelector(".languages a[lang^=zh]")).click();
      browser.awaitPanels();

      assertThat(browser.driver().findElement(By.tagName("html")).getAttribute("lang"))
          .startsWith("zh");
      assertThat(browser.errors()).isEmpty();
    }
  }
}
