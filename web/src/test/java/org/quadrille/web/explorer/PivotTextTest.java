package org.quadrille.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quadrille.web.page.Address;

/** A state is the same after it was an address. */
class PivotTextTest {
  @Test
  void everyStateSurvivesItsAddress() {
    RandomStates states = new RandomStates(new Random(5));
    for (int i = 0; i < 2_000; i++) {
      PivotState state = states.next();
      String address = Address.of("/explore", PivotText.write(state)).toString();
      Map<String, List<String>> read = Query.parse(address.substring(address.indexOf('?') + 1));
      assertThat(PivotText.read(read)).as(address).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row | [Time]",
        "row | [Time];level:Year",
        "row | [Time];level:[Time].[Year];top:0:[Measures].[A]",
        "row | [Time];level:[Time].[Year];top-percent:101:[Measures].[A]",
        "row | [Time];level:[Time].[Year];top:many:[Measures].[A]",
        "row | [Time];level:[Time].[Year];where:like:1:[Measures].[A]",
        "row | [Time];level:[Time].[Year];where:>:NaN:[Measures].[A]",
        "row | [Time];level:[Time].[Year];colour:red",
        "row | [Time];only:",
        "row | [Time];below:[Time].[2024].Children",
        "filter | [Time];[Time].[2024]",
        "m | Amount",
        "m | [Measures].[A]} ON COLUMNS --",
        "sort | down:label",
        "sort | desc:amount",
        "on | cols",
        "empties | hide",
        "chart | pie",
        "within | 2024",
        "cell | x"
      })
  void whatCannotBeReadIsRefused(String name, String value) {
    Map<String, List<String>> parameters = Map.of(name, List.of(value));
    assertThatThrownBy(() -> PivotText.read(parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).{12,}");
  }

  @Test
  void aHierarchyStandsInOnePlace() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("row", List.of("[Time];level:[Time].[Year]"));
    parameters.put("filter", List.of("[Time];only:[Time].[2024]"));
    assertThatThrownBy(() -> PivotText.read(parameters)).hasMessageContaining("two places");
  }

  @Test
  void otherParametersAreNoState() {
    assertThat(PivotText.isThere(Map.of("lang", List.of("en"), "cube", List.of("Sales"))))
        .isFalse();
    assertThat(PivotText.isThere(Map.of("m", List.of("[Measures].[A]")))).isTrue();
  }
}
