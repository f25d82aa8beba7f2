package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many SQL statements each view of a page needs, as {@link PageStatementsTest} counts them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ViewStatementsTest {
  private static final long MOST = 6;

  private ShopSite shop;

  @BeforeAll
  void open(@TempDir Path folder) {
    shop = new ShopSite(folder);
  }

  @AfterAll
  void close() {
    shop.close();
  }

  private long visit(String page) {
    long before = shop.statements();
    for (String panel : shop.panels(page)) {
      assertThat(shop.get(panel).status()).as(panel).isEqualTo(200);
    }
    return shop.statements() - before;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/profit?view=overview",
        "/profit?view=customers",
        "/profit?view=products",
        "/profit?view=employees",
        "/profit?view=campaign&window=20",
        "/profit?view=orders",
        "/competitors?view=overview",
        "/competitors?view=shares",
        "/competitors?view=prices",
        "/competitors?view=bids"
      })
  void sixColdAndNoneWarm(String page) {
    visit(page);
    shop.forget();
    assertThat(visit(page)).as("cold").isBetween(1L, MOST);
    assertThat(visit(page)).as("warm").isZero();
  }
}
