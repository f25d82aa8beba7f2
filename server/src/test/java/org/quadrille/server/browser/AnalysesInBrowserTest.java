package org.quadrille.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** The main gestures of the pages on profitability and competitors. */
@ExtendWith(SampleServer.class)
class AnalysesInBrowserTest {
  private static final By FAILED = By.cssSelector("[role=alert]");
  private static final By TITLE = By.tagName("h1");

  @ParameterizedTest
  @CsvSource({
    "/profit?view=customers, en",
    "/profit?view=products, zh-CN",
    "/profit?view=campaign, en",
    "/profit?view=employees, zh-CN",
    "/competitors?view=shares, en",
    "/competitors?view=prices, zh-CN",
    "/competitors?view=bids, en"
  })
  void everyViewIsDrawn(String path, String language, RunningServer server) {
    try (Browser browser = Browser.open(language, 1400, 1000)) {
      browser.go(server.uri(path)).awaitPanels();
      assertThat(browser.driver().findElements(By.cssSelector(".panels svg"))).isNotEmpty();
      assertThat(browser.driver().findElements(FAILED)).isEmpty();
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void fromTheOverviewToACustomersOrderLines(RunningServer server) {
    try (Browser browser = Browser.open("en", 1400, 1000)) {
      browser.go(server.uri("/profit")).awaitPanels();
      new Select(browser.driver().findElement(By.cssSelector("select[name=view]")))
          .selectByValue("customers");
      browser.await(
          driver ->
              driver.findElement(TITLE).getText().equals("Profitability of customers")
                  ? Boolean.TRUE
                  : null);
      browser.awaitPanels();
      WebElement customer =
          browser.driver().findElement(By.cssSelector("#panel-contributions tbody th a"));
      String name = customer.getText();
      customer.click();
      browser.awaitPanels();
      assertThat(browser.driver().findElement(By.cssSelector(".trails")).getText()).contains(name);
      List<WebElement> lines =
          browser.driver().findElements(By.cssSelector("#panel-orders tbody tr"));
      assertThat(lines).isNotEmpty().allMatch(line -> line.getText().contains(name));
    }
  }

  @Test
  void aLineOfOnesOwnMovesTheProducts(RunningServer server) {
    try (Browser browser = Browser.open("en", 1400, 1000)) {
      browser.go(server.uri("/profit?view=products&rate=99")).awaitPanels();
      String sentence =
          browser.driver().findElement(By.cssSelector("#panel-quadrant .sentence")).getText();
      assertThat(sentence).startsWith("0 to promote").contains("99.0%");
      assertThat(
              browser
                  .driver()
                  .findElement(By.cssSelector("input[name=rate]"))
                  .getAttribute("value"))
          .isEqualTo("99");
    }
  }
}
