package org.quadrille.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** The gestures of the explorer, by mouse and by keyboard. */
@ExtendWith(SampleServer.class)
class ExplorerInBrowserTest {
  private static final By FIRST_OPENER = By.cssSelector(".pivot tbody .twist");
  private static final By ROWS = By.cssSelector(".pivot tbody tr[data-row]");
  private final Axe axe = new Axe();

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void aReaderOpensSortsGoesIntoAndComesBack(String language, RunningServer server) {
    try (Browser browser = Browser.open(language, 1400, 1000)) {
      start(browser, server, "/explore");
      int rows = rows(browser);
      press(browser, FIRST_OPENER);
      browser.await(driver -> rows(browser) > rows);
      assertThat(address(browser)).contains("open:[Product]");
      assertThat(browser.driver().findElement(FIRST_OPENER).getAttribute("aria-expanded"))
          .isEqualTo("true");

      press(browser, By.cssSelector(".pivot thead tr:last-child th:last-child .sort"));
      browser.await(
          driver -> driver.findElements(By.cssSelector("th[aria-sort=descending]")).size() == 1);
      assertThat(address(browser)).contains("sort=desc:");

      press(browser, By.cssSelector("[data-undo]"));
      browser.await(driver -> !address(browser).contains("sort="));
      press(browser, By.cssSelector("[data-undo]"));
      browser.await(driver -> rows(browser) == rows);
      press(browser, By.cssSelector("[data-redo]"));
      browser.await(driver -> rows(browser) > rows);

      press(browser, By.cssSelector(".pivot tbody [data-menu]"));
      press(browser, By.cssSelector(".popup button[value^='into|']"));
      browser.await(driver -> address(browser).contains("below:"));
      assertThat(browser.errors()).isEmpty();
      assertThat(axe.violations(browser)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void theRowsBehindACellAreOneKeyAway(String language, RunningServer server) {
    try (Browser browser = Browser.open(language, 1400, 1000)) {
      start(browser, server, "/explore");
      WebElement first = browser.driver().findElement(By.cssSelector(".pivot tbody td button"));
      run(browser, "arguments[0].focus()", first);
      keys(browser, Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
      WebElement active = browser.driver().switchTo().activeElement();
      assertThat(active.getAttribute("value")).isEqualTo("cell|1|1");
      String value = active.getText();
      keys(browser, Keys.ENTER);
      browser.await(driver -> driver.findElements(By.id("facts")).size() == 1);
      assertThat(browser.driver().findElement(By.cssSelector("#facts h2")).getText())
          .contains(value);
      assertThat(browser.driver().findElements(By.cssSelector("#facts tbody tr"))).isNotEmpty();
      assertThat(axe.violations(browser)).isEmpty();
      assertThat(browser.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void fieldsGoToTheirPlacesByMenu(String language, RunningServer server) {
    try (Browser browser = Browser.open(language, 1400, 1000)) {
      start(browser, server, "/explore");
      menuOf(browser, ".tree [data-field='[Channel]']");
      press(browser, By.cssSelector("button[value='add|filter|[Channel]']"));
      browser.await(driver -> address(browser).contains("filter=[Channel]"));
      menuOf(browser, ".chip[data-field='[Channel]']");
      press(browser, By.cssSelector(".chip[data-field='[Channel]'] [data-go]"));
      browser.await(driver -> driver.findElements(By.id("picker")).size() == 1);
      assertThat(axe.violations(browser)).isEmpty();
      for (WebElement box :
          browser.driver().findElements(By.cssSelector("#picker [type=checkbox]"))) {
        if (box.isSelected()) {
          box.click();
        }
      }
      browser.driver().findElements(By.cssSelector("#picker [type=checkbox]")).get(1).click();
      press(browser, By.cssSelector("#picker button.main"));
      browser.await(driver -> driver.findElements(By.id("picker")).isEmpty());
      assertThat(address(browser)).contains("filter=[Channel];only:[Channel].");

      menuOf(browser, ".chip[data-field='[Product]']");
      press(browser, By.cssSelector("button[value='level|[Product]|[Product].[Product Name]']"));
      browser.await(driver -> rows(browser) > 50);
      menuOf(browser, ".chip[data-field='[Product]']");
      new org.openqa.selenium.support.ui.Select(
              browser
                  .driver()
                  .findElement(By.cssSelector(".chip[data-field='[Product]'] [name=limit]")))
          .selectByValue("top");
      press(browser, By.cssSelector(".chip[data-field='[Product]'] button.main"));
      browser.await(driver -> rows(browser) == 11);
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void fieldsAreDragged(RunningServer server) {
    try (Browser browser = Browser.open("en", 1400, 1000)) {
      start(browser, server, "/explore");
      drag(browser, ".tree [data-field='[Region]']", "[data-shelf=rows]");
      browser.await(driver -> address(browser).contains("row=[Region]"));
      drag(browser, ".chip[data-field='[Region]']", "[data-shelf=filter]");
      browser.await(driver -> address(browser).contains("filter=[Region]"));
      drag(browser, ".tree [data-field='[Measures].[Orders]']", "[data-shelf=measures]");
      browser.await(driver -> address(browser).contains("m=[Measures].[Orders]"));
      drag(browser, ".chip[data-field='[Region]']", "[data-fields]");
      browser.await(driver -> !address(browser).contains("[Region]"));
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void longGridsBringTheirRowsAsTheyComeIntoView(RunningServer server) {
    String state =
        "m=[Measures].[Amount]&row="
            + encoded("[Product];level:[Product].[Product Name]")
            + "&col="
            + encoded("[Time];level:[Time].[Month]");
    try (Browser browser = Browser.open("en", 1400, 1000)) {
      start(browser, server, "/explore?" + state.replace("[", "%5B").replace("]", "%5D"));
      int all =
          Integer.parseInt(
              browser
                  .driver()
                  .findElement(By.cssSelector("[data-grid]"))
                  .getAttribute("data-rows"));
      assertThat(all).isGreaterThan(300);
      WebElement first = browser.driver().findElement(By.cssSelector(".pivot tbody td button"));
      run(browser, "arguments[0].focus()", first);
      keys(browser, Keys.END);
      browser.await(
          driver ->
              ("cell|" + (all - 1) + "|0")
                  .equals(driver.switchTo().activeElement().getAttribute("value")));
      assertThat(rows(browser)).isLessThan(401);
      run(browser, "document.querySelector('[data-grid]').scrollTop = 0");
      browser.await(driver -> driver.findElements(By.cssSelector("tr[data-row='0']")).size() == 1);
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void anAddressOpensTheSameForAColleagueWithoutScripts(RunningServer server) {
    String page =
        server
            .get("/explore?lang=en&do=" + encoded("open|[Product]|[Product].[Food]"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String html = server.get(page.replace("[", "%5B").replace("]", "%5D")).body();
    assertThat(html).contains("aria-expanded=\"true\"").contains("<th scope=\"row\">");
  }

  private static void start(Browser browser, RunningServer server, String path) {
    browser.go(server.uri(path));
    browser.await(driver -> driver.findElements(By.cssSelector("html.scripted")).size() == 1);
    browser.await(driver -> rows(browser) > 0);
  }

  private static int rows(Browser browser) {
    return browser.driver().findElements(ROWS).size();
  }

  private static String address(Browser browser) {
    return java.net.URLDecoder.decode(browser.driver().getCurrentUrl(), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void menuOf(Browser browser, String field) {
    press(browser, By.cssSelector(field + " > .drop > summary"));
  }

  private static void press(Browser browser, By place) {
    browser.await(
        driver -> {
          List<WebElement> found = driver.findElements(place);
          if (found.isEmpty() || !found.get(0).isDisplayed()) {
            return false;
          }
          run(
              browser,
              "arguments[0].scrollIntoView({block: 'center'}); arguments[0].click()",
              found.get(0));
          return true;
        });
  }

  private static void keys(Browser browser, CharSequence... keys) {
    for (CharSequence key : keys) {
      new Actions(browser.driver()).sendKeys(key).perform();
    }
  }

  /** Drags as a mouse does; the driver's own dragging does not reach HTML's. */
  private static void drag(Browser browser, String from, String to) {
    run(
        browser,
        """
        const from = document.querySelector(arguments[0]);
        const to = document.querySelector(arguments[1]);
        const data = new DataTransfer();
        const box = to.getBoundingClientRect();
        const at = {bubbles: true, cancelable: true, dataTransfer: data,
                    clientX: box.left + box.width / 2, clientY: box.top + box.height / 2};
        from.dispatchEvent(new DragEvent('dragstart', at));
        to.dispatchEvent(new DragEvent('dragover', at));
        to.dispatchEvent(new DragEvent('drop', at));
        from.dispatchEvent(new DragEvent('dragend', at));
        """,
        from,
        to);
  }

  private static void run(Browser browser, String script, Object... arguments) {
    ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
  }
}
