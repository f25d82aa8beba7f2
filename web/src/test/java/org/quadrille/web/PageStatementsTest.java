package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many SQL statements the pages need, each with all its panels: the first time after a load,
 * when members are known but no figures, and the second time.
 */
final class PageStatementsTest {
  private static final long MOST = 6;

  @Test
  void aPageNeedsFewStatementsAndNoneTheSecondTime(@TempDir Path folder) {
    Map<String, Long> cold = new TreeMap<>();
    Map<String, Long> warm = new TreeMap<>();
    try (ShopSite shop = new ShopSite(folder)) {
      for (String page : shop.menu("en")) {
        visit(shop, page);
        shop.forget();
        String path = page.replaceAll("\\?.*", "");
        cold.put(path, visit(shop, page));
        warm.put(path, visit(shop, page));
      }
    }
    SoftAssertions all = new SoftAssertions();
    cold.forEach((page, count) -> all.assertThat(count).as(page).isLessThanOrEqualTo(MOST));
    all.assertAll();
    assertThat(cold.values()).anyMatch(count -> count > 0);
    assertThat(warm.values()).containsOnly(0L);
  }

  private static long visit(ShopSite shop, String page) {
    long before = shop.statements();
    for (String panel : shop.panels(page)) {
      assertThat(shop.get(panel).status()).as(panel).isEqualTo(200);
    }
    return shop.statements() - before;
  }
}
