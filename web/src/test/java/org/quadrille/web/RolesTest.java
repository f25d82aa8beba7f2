package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, their links and their files under a role. */
final class RolesTest {
  private static final Pattern INNER = Pattern.compile("href=\"(/[^\"]*\\?[^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("class=\"tile-value\" title=\"([^\"]*)\"");

  @Test
  void aRoleCountsInPagesLinksAndFiles(@TempDir Path folder) {
    try (ShopSite shop = ShopSite.withRole(folder)) {
      String all = shop.get("/panels/cockpit/region?lang=en").text();
      assertThat(all).contains("Germany").contains("China");
      String some = shop.get("/panels/cockpit/region?lang=en&role=China").text();
      assertThat(some).contains("China").doesNotContain("Germany");
      String file = shop.get("/export/cockpit/region.csv?lang=en&role=China").text();
      assertThat(file).contains("China").doesNotContain("Germany");

      String sales = ShopSite.all(VALUE, shop.get("/panels/cockpit/figures?lang=en").text()).get(0);
      assertThat(ShopSite.all(VALUE, shop.get("/panels/cockpit/figures?lang=en&role=China").text()))
          .isNotEmpty()
          .doesNotContain(sales);

      String page = shop.get("/?lang=en&role=China").text();
      assertThat(page).contains("<option value=\"China\" selected>");
      List<String> links = ShopSite.all(INNER, page + some);
      assertThat(links).hasSizeGreaterThan(4).allMatch(link -> link.contains("role=China"));
    }
  }

  @Test
  void aRoleThatIsNotThereIsNamed(@TempDir Path folder) {
    try (ShopSite shop = ShopSite.withRole(folder)) {
      assertThat(shop.get("/?lang=en&role=Chima").status()).isEqualTo(404);
      assertThat(shop.get("/?lang=en&role=Chima").text()).contains("no role Chima");
    }
  }
}
