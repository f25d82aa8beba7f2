package org.quadrille.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddressTest {
  private final Address address =
      Address.of("/pareto", Map.of("at", List.of("[A].[x & y]", "[B].[中]")));

  @Test
  void namesOfMembersSurviveTheWayThroughALink() {
    assertThat(address.toString()).isEqualTo("/pareto?at=[A].[x+%26+y]&at=[B].[%E4%B8%AD]");
  }

  @Test
  void changesMakeNewAddresses() {
    assertThat(address.with("lang", "zh").without("at").at("/")).hasToString("/?lang=zh");
    assertThat(address.with("at", null)).hasToString("/pareto");
    assertThat(address.with("page", "2").only("page")).hasToString("/pareto?page=2");
    assertThat(address.parameters()).containsOnlyKeys("at");
  }
}
