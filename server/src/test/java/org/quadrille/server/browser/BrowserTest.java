package org.quadrille.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SmallCatalogs;

class BrowserTest {
  @Test
  void unknownAddressesLeadBackToTheFirstPage() {
    try (RunningServer server = new RunningServer(new SmallCatalogs());
        Browser browser = Browser.open("en", 800, 600)) {
      browser.go(server.uri("/no-such-page"));

      assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("404");
      assertThat(browser.driver().findElement(By.tagName("a")).getAttribute("href"))
          .isEqualTo(server.uri("/").toString());
    }
  }
}
